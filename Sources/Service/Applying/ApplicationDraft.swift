public import Disclosure
public import Ledger
internal import Vault

/// By what a browser, or a program, is known to have begun an application: 128 random bits that stand nowhere else.
public struct DraftSecret: Sendable, Hashable {
    /// Thirty-two hexadecimal digits.
    public let text: String
    /// What it counts for: a browser's secret never leads to the draft of a program, nor the other way round.
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

/// A file as it is handed in.
public struct HandedInFile: Sendable {
    /// Where it was chosen.
    public let slot: ApplicationSlot
    /// Its name.
    public let name: String
    /// Its content.
    public let bytes: [UInt8]

    /// A file.
    public init(_ slot: ApplicationSlot, name: String, bytes: [UInt8]) {
        self.slot = slot
        self.name = name
        self.bytes = bytes
    }

    /// Its name as it is shown: one line, without folders.
    public var shownName: String { PaperLabel.plain(name) }

    /// What is said of it where a form was refused and could not keep it.
    public var forgotten: Finding {
        Finding(
            .fileForgotten, field: slot.rawValue, "文件“\(shownName)”这次没有留下。", remedy: "请重新选择。",
            english: .init("The file “\(shownName)” was not kept.", remedy: "Choose it again."))
    }

    /// Why it cannot be taken; nil where it can.
    ///
    /// - Parameter keepsOthers: true where the other files of the same form are kept all the same, which is then said.
    public func finding(_ limits: ApplicationLimits, keepsOthers: Bool = false) -> Finding? {
        let others = keepsOthers ? "；其他文件已经保留。" : "。"
        let kept = keepsOthers ? " The other files are kept." : ""
        let shown = shownName
        let kinds = limits.formats.map(\.chineseText).joined(separator: "、")
        if bytes.isEmpty {
            return Finding(
                .fileEmpty, field: slot.rawValue, "文件“\(shown)”是空的。", remedy: "请核对后重新选择。",
                english: .init("The file “\(shown)” is empty.", remedy: "Check it and choose it again."))
        }
        if bytes.count > limits.fileBytes {
            return Finding(
                .fileTooLarge, field: slot.rawValue, "文件“\(shown)”超过 \(limits.fileBytes >> 20) MB，没有收下。",
                remedy: "请缩小图片或者分成几份后重新选择\(others)",
                english: .init(
                    "The file “\(shown)” is larger than \(limits.fileBytes >> 20) MB and was not taken.",
                    remedy: "Make the pictures smaller or split it, then choose it again.\(kept)"))
        }
        guard let format = PaperFormat(of: bytes), limits.formats.contains(format) else {
            return Finding(
                .fileFormat, field: slot.rawValue, "文件“\(shown)”的格式不能收，没有收下。",
                remedy: "可以收：\(kinds)。请另存为其中一种后重新选择\(others)",
                english: .init(
                    "The file “\(shown)” is of a kind that cannot be taken.",
                    remedy:
                        "Save it as \(limits.formats.map(\.englishText).joined(separator: ", ")), then choose it again.\(kept)"
                ))
        }
        return nil
    }
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
    static func plain(_ name: String) -> String {
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

extension Finding.Code {
    /// A file without content.
    public static let fileEmpty = Self("file.empty")
    /// A file beyond the limit.
    public static let fileTooLarge = Self("file.too_large")
    /// A file of a kind that is not taken.
    public static let fileFormat = Self("file.format")
    /// A file that could not be kept with the rest of a form.
    public static let fileForgotten = Self("file.forgotten")
    /// More files than are taken.
    public static let fileTooMany = Self("file.too_many")
}
