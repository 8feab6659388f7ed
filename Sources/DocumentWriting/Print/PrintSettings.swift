/// How documents are printed to pdf.
public struct PrintSettings: Sendable, Hashable {
    /// The program that runs Python with WeasyPrint; `/usr/bin/python3`, that of the distribution.
    public var python = "/usr/bin/python3"
    /// Seconds for one document, at least 1; 60.
    public var seconds = 60
    /// Bytes of memory of the process; 1 GiB.
    public var memoryBytes = 1 << 30
    /// Bytes of a pdf at most; 32 MiB.
    public var outputBytes = 32 << 20
    /// Whether HarfBuzz, where it is installed, leaves the characters that are not used out of typefaces; true.
    public var usesHarfBuzz = true
    /// Characters of a document at most; 400,000, some 700 pages: laying out takes time in proportion.
    public var characters = 400_000

    /// The defaults.
    public init() {}
}
