public import DocumentReading
internal import Glibc

/// How documents are read in child processes.
public struct ReaderSettings: Sendable, Hashable {
    /// What is refused as too much.
    public var limits: ReadingLimits
    /// The longest time for one document, from its first byte sent to its last byte answered; `limits.seconds` unless
    /// set otherwise.
    public var deadline: Duration
    /// How many documents of formats that C libraries read (html, docx, xlsx, pdf, zip) one child may read before a
    /// fresh one takes its place. Setting `GONGKAI_READ_DOCUMENTS_PER_CHILD`.
    ///
    /// 1 where documents come from different people: a document that takes a child over by a flaw of a C library can
    /// then neither see nor change the next one. Where one person reads a folder of their own, 64 saves most of the
    /// start time.
    public var documentsPerChild: Int
    /// How many documents one child may read in all. Text and Markdown are read by memory-safe code only, so that many
    /// of them may share a child.
    public var textDocumentsPerChild = 1_000
    /// Reads even where the kernel cannot load the filter of system calls. Setting `GONGKAI_READ_WITHOUT_SECCOMP=1`.
    public var withoutSeccomp = false
    /// Whether files of the old formats (doc, wps, xls) are converted by LibreOffice where it is installed, else they are
    /// refused as `legacy_format`. Setting `GONGKAI_READ_CONVERT`.
    ///
    /// LibreOffice runs outside the confinement of the children, with the rights of this process: right for files of
    /// one's own, wrong for files of strangers.
    public var convertsOldFiles: Bool
    /// Children that may work at the same time.
    public var readers: Int
    /// The program to start; this program itself unless set otherwise.
    public var executable = "/proc/self/exe"
    /// Lets documents named `self-test …` make the child misbehave; for tests of the confinement only.
    public var selfTest = false
    /// The longest a call waits for a free child before it is refused as `reader_busy`.
    public var patience: Duration = .seconds(30)

    /// Settings as shipped.
    ///
    /// - Parameters:
    ///   - limits: what is refused as too much.
    ///   - documentsPerChild: see the property.
    ///   - convertsOldFiles: see the property.
    ///   - readers: children that may work at the same time; one a processor where left out.
    public init(
        limits: ReadingLimits = ReadingLimits(), documentsPerChild: Int = 1, convertsOldFiles: Bool = true,
        readers: Int? = nil
    ) {
        self.limits = limits
        self.documentsPerChild = documentsPerChild
        self.convertsOldFiles = convertsOldFiles
        self.readers = max(1, readers ?? Self.processors)
        deadline = .seconds(limits.seconds)
    }

    /// Settings as shipped, changed by the environment.
    ///
    /// - Parameters:
    ///   - documentsPerChild: what holds where `GONGKAI_READ_DOCUMENTS_PER_CHILD` is not given.
    ///   - convertsOldFiles: what holds where `GONGKAI_READ_CONVERT` is not given.
    ///   - environment: looks a setting up; the environment of the process where left out.
    public static func fromEnvironment(
        documentsPerChild: Int = 1, convertsOldFiles: Bool = true,
        _ environment: (String) -> String? = environmentValue
    ) throws(SettingError) -> ReaderSettings {
        var settings = ReaderSettings(
            limits: try ReadingLimits.fromEnvironment(environment), documentsPerChild: documentsPerChild,
            convertsOldFiles: convertsOldFiles)
        let perChild = NumberSetting(name: "GONGKAI_READ_DOCUMENTS_PER_CHILD", range: 1...1_000)
        if let value = try perChild.value(in: environment) { settings.documentsPerChild = value }
        let readers = NumberSetting(name: "GONGKAI_READERS", range: 1...256)
        if let value = try readers.value(in: environment) { settings.readers = value }
        let unfiltered = NumberSetting(name: "GONGKAI_READ_WITHOUT_SECCOMP", range: 0...1)
        let converts = NumberSetting(name: "GONGKAI_READ_CONVERT", range: 0...1)
        if let value = try converts.value(in: environment) { settings.convertsOldFiles = value == 1 }
        settings.withoutSeccomp = try unfiltered.value(in: environment) == 1
        return settings
    }

    /// A variable of the environment of this process.
    public static func environmentValue(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// The longest answer taken from a child, in bytes: a report repeats the text of its document, and JSON may write
    /// one byte as six.
    var answerBytes: Int { max(16 << 20, limits.fileBytes * 2) }

    private static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
