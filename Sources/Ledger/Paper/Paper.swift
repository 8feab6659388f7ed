public import Disclosure

/// A text with its files, as it is handed in: the body of an item.
///
/// Its name is made of its content (SHA-256 over the text, the names and the digests of the files), so that the entry
/// which names it proves what it said. Source: `docs/ledger.md`.
public struct Paper: Sendable, Hashable {
    /// A file as it is handed in.
    public struct File: Sendable, Hashable {
        /// Its name, with its ending.
        public let name: String
        /// Its bytes.
        public let bytes: [UInt8]
        /// What was read of it, for the search; nil where nothing could be read.
        public let text: String?
        /// Why nothing, or not all, could be read, in Chinese; nil where all was.
        public let remark: String?
        /// The SHA-256 of its bytes.
        public let digest: Digest

        /// A file.
        public init(_ name: String, _ bytes: [UInt8], text: String? = nil, remark: String? = nil) {
            self.name = name
            self.bytes = bytes
            self.text = text
            self.remark = remark
            digest = Digest(of: bytes)
        }

        /// What kind of file it is by the ending of its name, in lower case; `bin` where it has none.
        public var format: String { SourceDocument.format(of: name) }
    }

    /// The text in the small markup of bodies; may be empty where there are files.
    public let text: String
    /// The files, in order.
    public let files: [File]
    /// Its name: `p-` and forty hexadecimal digits.
    public let reference: PaperReference

    /// A paper.
    ///
    /// - Throws: `Refusal` naming `text` or `files[0]`, when there is nothing in it, something is too much, the text has
    ///   control characters or an identity number, or a name is none.
    public init(_ text: String, files: [File] = [], limits: PaperLimits = PaperLimits()) throws(Refusal) {
        let text = try Self.text(text, limits)
        var findings: [Finding] = []
        if text.isEmpty && files.isEmpty {
            findings.append(Self.finding(.valueBlank, "text", "正文和附件都没有填写。", "请填写正文，或者至少附一个文件。"))
        }
        if files.count > limits.files {
            findings.append(
                Self.finding(
                    .paperTooMuch, "files", "附件有 \(files.count) 个，超过 \(limits.files) 个的上限。",
                    "请合并附件；确有需要时可调整设置 GONGKAI_PAPER_FILES。"))
        }
        var names: Set<String> = []
        for (index, file) in files.enumerated() {
            let field = "files[\(index)]"
            if file.bytes.count > limits.fileBytes {
                findings.append(
                    Self.finding(
                        .paperTooMuch, field, "附件“\(file.name.prefix(60))”超过 \(limits.fileBytes) 字节的上限。",
                        "请压缩图片或者拆分文件；确有需要时可调整设置 GONGKAI_PAPER_FILE_BYTES。"))
            }
            if !Self.isName(file.name) {
                findings.append(
                    Self.finding(
                        .paperFileName, field, "附件的名称不能使用：应为1至120个字，不含斜线和控制字符。", "请改名后再附。"))
            } else if !names.insert(file.name.lowercased()).inserted {
                findings.append(
                    Self.finding(.paperFileName, field, "有两个附件都叫“\(file.name.prefix(60))”。", "请改名后再附。"))
            }
        }
        if let refusal = Refusal(findings) { throw refusal }
        self.text = text
        self.files = files
        reference = Self.reference(text, files.map { ($0.name, $0.digest) })
    }

    /// The name that a content must have.
    static func reference(_ text: String, _ files: [(name: String, digest: Digest)]) -> PaperReference {
        var manifest = DigestText("gongkai.paper/1")
        manifest.add("text", text)
        for file in files {
            manifest.add("file", file.name)
            manifest.add("digest", file.digest.hex)
        }
        // Letters and digits of this length are always a reference.
        return PaperReference("p-" + Digest(of: manifest.bytes).hex.prefix(40)) ?? PaperReference(known: "p-")
    }

    /// True where a name has the form of those that are made of a content.
    static func isOfContent(_ reference: PaperReference) -> Bool {
        let bytes = Array(reference.text.utf8)
        return bytes.count == 42 && bytes.starts(with: [0x70, 0x2D])
            && bytes[2...].allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// The text with line feeds only and nothing at its ends.
    private static func text(_ text: String, _ limits: PaperLimits) throws(Refusal) -> String {
        guard text.utf8.count <= limits.textCharacters * 4, text.count <= limits.textCharacters else {
            throw Refusal(
                finding(
                    .valueTooLong, "text", "正文超过 \(limits.textCharacters) 个字的上限。",
                    "较长的内容可作为附件；确有需要时可调整设置 GONGKAI_PAPER_TEXT。"))
        }
        var kept = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            if scalar == "\n" && isAfterReturn { continue }
            if scalar == "\r" || scalar == "\n" || scalar == "\t" {
                kept.append(scalar == "\t" ? "\t" : "\n")
                continue
            }
            // A byte order mark is no text.
            if scalar == "\u{FEFF}" { continue }
            guard scalar.properties.generalCategory != .control else {
                throw Refusal(
                    finding(.valueControl, "text", "正文中有不能显示的控制字符。", "请删去后再提交，可先粘贴到记事本清除格式。"))
            }
            kept.append(scalar)
        }
        var rest = Substring(String(kept))
        while let first = rest.first, first == "\n" { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        guard !CitizenNumber.occurs(in: rest) else {
            throw Refusal(
                finding(
                    .valueCitizenNumber, "text", "正文中含有公民身份号码。", "请删去，或者隐去其中的出生日期和顺序码后再提交。"))
        }
        return String(rest)
    }

    private static func isName(_ name: String) -> Bool {
        guard (1...120).contains(name.count), name.utf8.count <= 255, name != ".", name != ".." else { return false }
        return name.unicodeScalars.allSatisfy {
            $0 != "/" && $0 != "\\" && $0.properties.generalCategory != .control
                && $0.properties.generalCategory != .format && $0.properties.generalCategory != .lineSeparator
                && $0.properties.generalCategory != .paragraphSeparator
        }
    }

    private static func finding(
        _ code: Finding.Code, _ field: String, _ message: String, _ remedy: String
    ) -> Finding {
        Finding(code, field: field, message, article: .regulation(12), remedy: remedy)
    }
}

extension Finding.Code {
    /// More, or larger, files than a paper may have.
    public static let paperTooMuch = Self("paper.too_much")
    /// The name of a file cannot be used.
    public static let paperFileName = Self("paper.file_name")
}
