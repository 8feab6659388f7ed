internal import Glibc

/// What the bytes of a file say it is, whatever its name ends on.
enum SniffedFormat: Hashable {
    case word, workbook, pdf, richText, compoundFile, archive
    /// A zip file; its parts tell which kind.
    case zip
    /// Text in some encoding: plain text or Markdown.
    case text
    /// Something else, told by its signature; `kind` is the Chinese name of it.
    case other(kind: String, remedy: String)
}

/// Tells the format of a file from its bytes.
enum FormatSniffer {
    /// Signatures of formats that are met in the wild and are not read, with what to do about them.
    private static let foreign: [(signature: [UInt8], kind: String, remedy: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "图片", pictureRemedy),
        ([0xFF, 0xD8, 0xFF], "图片", pictureRemedy),
        ([0x47, 0x49, 0x46, 0x38], "图片", pictureRemedy),
        ([0x49, 0x49, 0x2A, 0x00], "图片", pictureRemedy),
        ([0x4D, 0x4D, 0x00, 0x2A], "图片", pictureRemedy),
        ([0x52, 0x61, 0x72, 0x21], "RAR压缩包", archiveRemedy),
        ([0x37, 0x7A, 0xBC, 0xAF], "7z压缩包", archiveRemedy),
        ([0x1F, 0x8B, 0x08], "gzip压缩包", archiveRemedy),
        (Array("MIME-Version:".utf8), "网页归档文件（mht）", "请用Word打开后另存为docx再试。"),
    ]
    private static let pictureRemedy = "图片中的文字无法读取，请提供带文字的原件（docx、xlsx、pdf、html或txt）。"
    private static let archiveRemedy = "请先解压，或改用zip格式。"

    /// The format of a file by its first bytes.
    static func sniff(_ bytes: [UInt8]) -> SniffedFormat {
        if beginsAsChinese(bytes) { return .text }
        if starts(bytes, [0x50, 0x4B, 0x03, 0x04]) || starts(bytes, [0x50, 0x4B, 0x05, 0x06]) {
            return .zip
        }
        if starts(bytes, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .compoundFile }
        if hasPDFHeader(bytes) { return .pdf }
        if starts(bytes, Array("{\\rtf".utf8)) { return .richText }
        for format in foreign where starts(bytes, format.signature) {
            return .other(kind: format.kind, remedy: format.remedy)
        }
        return .text
    }

    /// Text that begins with a Chinese character in UTF-8, which no signature does, and holds no header of a pdf.
    private static func beginsAsChinese(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first >= 0xE4, first <= 0xE9 else { return false }
        return bytes.withUnsafeBytes { buffer in
            buffer.baseAddress.map { memchr($0, 0x25, min(buffer.count, 1024)) == nil } ?? false
        }
    }

    /// Whether decoded text is an HTML page: by its first tag, or by its name together with some tag.
    static func isHTML(_ text: Span<UInt8>, name: String) -> Bool {
        var index = 0
        while index < text.count {
            while index < text.count, text[index] <= 0x20 { index += 1 }
            if has(text, at: index, "<!--") {
                index = after(text, "-->", from: index + 4)
            } else if has(text, at: index, "<?") {
                index = after(text, "?>", from: index + 2)
            } else {
                break
            }
        }
        // Most texts open with a word.
        if index < text.count, text[index] == 0x3C {
            let openings = [
                "<!doctype html", "<html", "<table", "<head", "<body", "<div", "<meta", "<title", "<p>", "<p ",
                "<pre", "<span", "<b>", "<article", "<section", "<style", "<script", "<h1", "<h2", "<center",
                "<font", "<link", "<form", "<br", "<ul", "<ol", "<a ",
            ]
            for opening in openings where has(text, at: index, opening) { return true }
        }
        let ending = fileExtension(name)
        guard ending == "html" || ending == "htm" || ending == "shtml" else { return false }
        return holdsTag(text)
    }

    /// The part of a name after its last dot, in small letters.
    static func fileExtension(_ name: String) -> String {
        var name = name
        let (ending, isSmall) = name.withUTF8 { bytes in
            guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return ("", true) }
            let ending = bytes[(dot + 1)...]
            let isSmall = ending.allSatisfy { $0 < 0x80 && !($0 >= 0x41 && $0 <= 0x5A) }
            return (String(decoding: ending, as: UTF8.self), isSmall)
        }
        return isSmall ? ending : ending.lowercased()
    }

    static func starts(_ bytes: [UInt8], _ signature: [UInt8]) -> Bool {
        bytes.count >= signature.count && bytes[..<signature.count].elementsEqual(signature)
    }

    /// Producers put rubbish before the header now and then; readers accept it within the first kilobyte.
    private static func hasPDFHeader(_ bytes: [UInt8]) -> Bool {
        let window = min(bytes.count, 1024)
        let header = Array("%PDF-".utf8)
        guard window >= header.count else { return false }
        for start in 0...(window - header.count) where bytes[start] == 0x25 {
            if bytes[start..<start + header.count].elementsEqual(header) { return true }
        }
        return false
    }

    /// What a zip file is, by its parts.
    static func sniff(_ package: ZipPackage) -> SniffedFormat {
        if package.index(of: "word/document.xml") != nil { return .word }
        if package.index(of: "xl/workbook.xml") != nil { return .workbook }
        if package.index(of: "OFD.xml") != nil {
            return .other(kind: "OFD版式文件", remedy: "请在OFD阅读器中导出为PDF，或提供docx原件。")
        }
        if package.index(of: "ppt/presentation.xml") != nil {
            return .other(kind: "演示文稿", remedy: "请提供docx、xlsx、pdf、html或txt文件。")
        }
        if package.index(of: "META-INF/manifest.xml") != nil, package.index(of: "content.xml") != nil {
            return .other(kind: "OpenDocument文件", remedy: "请另存为docx或xlsx后再试。")
        }
        return .archive
    }

    /// Compares without regard to case; `word` is written in small letters.
    private static func has(_ text: Span<UInt8>, at index: Int, _ word: String) -> Bool {
        var position = index
        for expected in word.utf8 {
            guard position < text.count else { return false }
            var byte = text[position]
            if byte >= 0x41, byte <= 0x5A { byte += 0x20 }
            guard byte == expected else { return false }
            position += 1
        }
        return true
    }

    private static func after(_ text: Span<UInt8>, _ mark: String, from start: Int) -> Int {
        var index = start
        while index < text.count {
            if has(text, at: index, mark) { return index + mark.utf8.count }
            index += 1
        }
        return text.count
    }

    private static func holdsTag(_ text: Span<UInt8>) -> Bool {
        let window = min(text.count, 65_536)
        for index in 0..<window where text[index] == 0x3C {
            for tag in ["<p", "<div", "<br", "<table", "<td", "<span"] where has(text, at: index, tag) { return true }
        }
        return false
    }
}
