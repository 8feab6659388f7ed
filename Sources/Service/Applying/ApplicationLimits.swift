/// How much applicants may hand in by themselves, and how long what they began is kept.
public struct ApplicationLimits: Sendable, Hashable {
    /// The largest file in bytes; 10 MiB.
    public var fileBytes = 10 << 20
    /// How many files beside the proofs; 3.
    public var attachments = 3
    /// What kinds of files are taken.
    public var formats: [PaperFormat] = [.pdf, .jpg, .png, .docx]
    /// How many hours a draft is kept after its last change; 24.
    public var draftHours = 24
    /// How many drafts are kept at a time; 2,000.
    public var drafts = 2_000
    /// How many bytes the files of all drafts may have together; 2 GiB.
    public var draftBytes = 2 << 30
    /// How many minutes after its registration the number and the query code can still be shown; 60.
    public var receiptMinutes = 60

    /// The defaults.
    public init() {}

    /// The largest files of one form together: both proofs, and the others.
    public var filesBytes: Int { fileBytes * (attachments + 2) }
    /// The largest form with its files, and the text around them.
    public var formBytes: Int { filesBytes + (1 << 20) }
    /// The same with the files as text in a JSON document, as programs send it: four characters for three bytes.
    public var textFormBytes: Int { (formBytes / 3 + 1) * 4 }
}

/// The kinds of files that can be handed in, known by their first bytes and not by their names; whether one is
/// all there, `PaperWholeness` tells.
public enum PaperFormat: String, Sendable, Hashable, CaseIterable {
    /// PDF.
    case pdf
    /// A JPEG picture.
    case jpg
    /// A PNG picture.
    case png
    /// A document of a word processor.
    case docx
    /// A workbook; only what offices hand over.
    case xlsx

    /// The kind of some bytes; nil for any other.
    public init?(of bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(8))
        func begins(_ sign: [UInt8]) -> Bool { head.starts(with: sign) }
        if begins([0x25, 0x50, 0x44, 0x46, 0x2D]) {
            self = .pdf
        } else if begins([0xFF, 0xD8, 0xFF]) {
            self = .jpg
        } else if begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if begins([0x50, 0x4B, 0x03, 0x04]) {
            self = .docx
        } else {
            return nil
        }
    }

    /// The kind of a file: both kinds of documents are archives, which their names tell apart.
    public init?(of bytes: some Collection<UInt8>, named name: String) {
        guard let format = PaperFormat(of: bytes) else { return nil }
        self = format == .docx && name.lowercased().hasSuffix(".xlsx") ? .xlsx : format
    }

    /// The name as people know it.
    public var chineseText: String {
        switch self {
        case .pdf: "PDF"
        case .jpg: "JPG"
        case .png: "PNG"
        case .docx: "Word（docx）"
        case .xlsx: "Excel（xlsx）"
        }
    }

    /// The name in an English sentence.
    public var englishText: String {
        switch self {
        case .pdf, .jpg, .png: chineseText
        case .docx: "Word (docx)"
        case .xlsx: "Excel (xlsx)"
        }
    }
}
