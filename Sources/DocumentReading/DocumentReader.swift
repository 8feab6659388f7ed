/// Bytes to a document, whatever the format.
public enum DocumentReader {
    /// Reads one document in this process. Documents from outside go through `ReaderProcess`, which calls this in a
    /// child process.
    ///
    /// The format is told from the bytes; the ending of the name only decides between text and Markdown, and a name
    /// that promises another format is noted. Errors: every code of `DocumentError` that its message explains.
    public static func read(
        name: String, bytes: [UInt8], limits: ReadingLimits = ReadingLimits()
    ) throws(DocumentError) -> Document {
        guard !bytes.isEmpty else {
            throw DocumentError(code: "empty_file", message: "文件是空的（0字节）。请重新获取原件后再试。")
        }
        guard bytes.count <= limits.fileBytes else { throw .tooLarge(limits) }
        var document = try readContent(name: name, bytes: bytes, limits: limits)
        if let note = mismatch(name: name, format: document.format) { document.notes.append(note) }
        return document
    }

    /// Loads what the libraries otherwise load at the first document (character set tables), so that a process can
    /// close itself off before it reads.
    public static func prepare() {
        LibXML.prepare()
        Iconv.prepare()
    }

    private static func readContent(
        name: String, bytes: [UInt8], limits: ReadingLimits
    ) throws(DocumentError) -> Document {
        switch FormatSniffer.sniff(bytes) {
        case .pdf: return try PDFReader.read(name: name, bytes: bytes, limits: limits)
        case .zip:
            let package = try ZipPackage(bytes: bytes, limits: limits)
            switch FormatSniffer.sniff(package) {
            case .word: return try WordReader.read(name: name, package: package, limits: limits)
            case .workbook: return try WorkbookReader.read(name: name, package: package, limits: limits)
            case .other(let kind, let remedy): throw foreign(kind, remedy)
            default:
                throw DocumentError(
                    code: "is_archive", message: "这是压缩包，不是单个文件。请解压后再试，或把压缩包作为文件夹检查。")
            }
        case .compoundFile: throw LegacyOffice.unreadable(bytes)
        case .richText:
            throw DocumentError(code: "unsupported_format", message: "这是RTF文件，不能直接读取。请用Word或WPS另存为docx后再试。")
        case .other(let kind, let remedy): throw foreign(kind, remedy)
        default: return try readText(name: name, bytes: bytes, limits: limits)
        }
    }

    private static func readText(name: String, bytes: [UInt8], limits: ReadingLimits) throws(DocumentError) -> Document
    {
        let text = try TextDecoder.decode(bytes, declared: CharacterSetName.declared(in: bytes))
        guard text.bytes[text.range].contains(where: { $0 > 0x20 }) else {
            throw DocumentError(code: "empty_file", message: "文件中没有文字。请重新获取原件后再试。")
        }
        let ending = FormatSniffer.fileExtension(name)
        let isMarkdown = ending == "md" || ending == "markdown"
        if !isMarkdown, FormatSniffer.isHTML(text.bytes.span.extracting(text.range), name: name) {
            return try HTMLReader.read(name: name, text: text, limits: limits)
        }
        if isMarkdown, let page = MarkdownTables.page(text) {
            var document = try HTMLReader.read(name: name, text: page, limits: limits)
            document.format = .markdown
            return document
        }
        return TextReader.read(name: name, format: isMarkdown ? .markdown : .text, text: text)
    }

    private static func foreign(_ kind: String, _ remedy: String) -> DocumentError {
        DocumentError(code: "unknown_format", message: "这是\(kind)，不能读取。\(remedy)\(DocumentError.readable)。")
    }

    /// A note where the name ends on another format than the content has.
    private static func mismatch(name: String, format: DocumentFormat) -> DocumentNote? {
        let ending = FormatSniffer.fileExtension(name)
        let expected: DocumentFormat
        switch ending {
        case "docx", "doc", "wps", "docm", "dotx": expected = .word
        case "xlsx", "xls", "et", "xlsm": expected = .workbook
        case "pdf": expected = .pdf
        case "html", "htm", "shtml": expected = .html
        case "txt", "text", "csv": expected = .text
        case "md", "markdown": expected = .markdown
        default: return nil
        }
        guard expected != format else { return nil }
        return DocumentNote(
            code: "wrong_extension", message: "文件名以“.\(ending)”结尾，内容却是\(format.chineseName)，已按内容读取。")
    }
}

extension DocumentFormat {
    /// The name of the format for people.
    public var chineseName: String {
        switch self {
        case .text: return "纯文本"
        case .markdown: return "Markdown文本"
        case .html: return "网页（HTML）"
        case .word: return "Word文档（docx）"
        case .workbook: return "Excel工作簿（xlsx）"
        case .pdf: return "PDF"
        }
    }
}
