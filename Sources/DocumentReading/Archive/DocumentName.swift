/// What the name of a file, in a folder or in an archive, tells.
public enum DocumentName {
    /// Endings of files that are documents or may turn out to be.
    private static let endings: Set<String> = [
        "txt", "text", "md", "markdown", "html", "htm", "shtml", "docx", "docm", "doc", "wps", "xlsx", "xlsm", "xls",
        "et", "pdf", "rtf",
    ]

    /// Whether a file of that name counts as a document: by its ending, and not hidden, nor the lock file that office
    /// programs leave (`~$…`).
    public static func isDocument(_ name: String) -> Bool {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        return !file.hasPrefix(".") && !file.hasPrefix("~$") && endings.contains(FormatSniffer.fileExtension(file))
    }

    /// Whether a file of that name counts as an archive of documents.
    public static func isArchive(_ name: String) -> Bool { FormatSniffer.fileExtension(name) == "zip" }

    /// A name for people. Names have no encoding of their own: taken for UTF-8 where that is certain, else for
    /// GB18030, in which Chinese editions of other systems write them.
    ///
    /// - Parameter isUTF8: whether what the name stands in says that it is UTF-8.
    public static func shown(_ name: [UInt8], isUTF8: Bool = false) -> String {
        // A GBK name of common characters can be valid UTF-8 of two-byte letters, which no name here is made of.
        let isPlain = name.allSatisfy { $0 < 0x80 }
        if isUTF8 || isPlain || TextDecoder.isValid(name) && name.contains(where: { $0 >= 0xE0 }) {
            return String(decoding: name, as: UTF8.self)
        }
        return Iconv.convert(name, from: "GB18030").map { String(decoding: $0.bytes, as: UTF8.self) } ?? "?"
    }
}
