internal import Disclosure
public import Ledger
internal import Vault

/// By what a browser, or a program, is known to have begun an application: 128 random bits that stand nowhere else.
public struct DraftSecret: Sendable, Hashable {
    /// Thirty-two hexadecimal digits.
    public let text: String
    /// What it counts for: a browser's secret never leads to what a program or a case keeps, nor the other way round.
    private let realm: String

    /// A new secret.
    public init() throws(ServiceError) {
        let reference = try sealed { () throws(VaultError) in try Vault.newReference() }
        text = String(reference.text.dropFirst(2))
        realm = Self.browser
    }

    /// The secret of what a program hands in under a key.
    public init(_ key: HandInKey) {
        text = String(Digest(of: Array("gongkai.hand-in-key/1\u{0}\(key.text)".utf8)).hex.prefix(32))
        realm = Self.program
    }

    /// The secret of what came with a form of a case that was refused. It follows from the session, which is sealed: nobody
    /// finds it by another session of the same case, or by its number.
    public init(_ session: TrackSession.Opened, form: String) {
        let name = "gongkai.case-form/1\u{0}\(session.key)\u{0}\(session.since.milliseconds)\u{0}\(form)"
        text = String(Digest(of: Array(name.utf8)).hex.prefix(32))
        realm = Self.followed
    }

    /// A secret that a browser sent; nil where it is none.
    public init?(_ text: String) {
        guard text.utf8.count == 32,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.text = text
        realm = Self.browser
    }

    /// Under what it is kept: the secret does not follow from it.
    var id: Digest { Digest(of: Array("\(realm)\u{0}\(text)".utf8)) }

    private static let browser = "gongkai.draft/1"
    private static let program = "gongkai.hand-in/1"
    private static let followed = "gongkai.case/1"
}

/// An application that is being written.
public struct ApplicationDraft: Sendable, Hashable {
    /// What was written.
    public let form: ApplicationForm
    /// The files, in order.
    public let files: [DraftFile]
    /// When it is forgotten.
    public let expiresAt: Moment
    /// The application it became; nil while it is none.
    public let registered: CaseKey?

    /// How many files stand in each place.
    public var fileCounts: [ApplicationSlot: Int] {
        Dictionary(files.map { ($0.slot, 1) }, uniquingKeysWith: +)
    }
}

/// A file of a draft.
public struct DraftFile: Sendable, Hashable {
    /// Its number in the draft.
    public let number: Int
    /// Where it was chosen.
    public let slot: ApplicationSlot
    /// Its name and kind.
    public let label: PaperLabel
    /// How many bytes it has.
    public let byteCount: Int
}

/// Name and kind of a paper.
public struct PaperLabel: Sendable, Hashable {
    /// The name of the file.
    public let name: String
    /// Its kind; nil for a text typed into a page.
    public let format: PaperFormat?

    init(_ name: String, _ format: PaperFormat?) {
        self.name = Self.plain(name)
        self.format = format
    }

    /// The name with the ending of its kind, whatever was handed in.
    public var fileName: String {
        guard let format, !name.lowercased().hasSuffix(".\(format.rawValue)"),
            !(format == .jpg && name.lowercased().hasSuffix(".jpeg"))
        else { return name }
        return "\(name).\(format.rawValue)"
    }

    /// A name on one line, without folders and signs that cannot be shown.
    public static func plain(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? "文件"
        let shown = last.unicodeScalars.filter {
            ![.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
        }
        return String(String(String.UnicodeScalarView(shown)).prefix(120))
    }

    var bytes: [UInt8] { Array("\(format?.rawValue ?? "")\n\(name)".utf8) }

    init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self), let line = text.firstIndex(of: "\n") else {
            return nil
        }
        format = PaperFormat(rawValue: String(text[..<line]))
        name = String(text[text.index(after: line)...])
    }
}
