internal import Glibc

/// Bytes in any of the encodings met in offices to UTF-8: UTF-8, UTF-16, GB18030 (with GBK and GB2312 inside it), Big5.
enum TextDecoder {
    /// The share of characters beyond ASCII of which one may be broken: a page with a stray byte here and there is
    /// read with replacement characters and a note, one with more is in no encoding that is known.
    static let charactersForEachBroken = 100
    /// Text with at least this many good characters for each broken one is UTF-8: other encodings are never so near.
    private static let charactersForEachBrokenOfUTF8 = 20

    /// Decodes text. `declared` is the character set the file itself names, where it does (html); it is looked for only
    /// where it matters.
    ///
    /// Valid UTF-8 is passed through without a copy, whatever is declared: Chinese text in another encoding is
    /// practically never valid UTF-8, while pages saved from a browser often keep a declaration that no longer holds.
    static func decode(
        _ bytes: [UInt8], declared: @autoclosure () -> String? = nil
    ) throws(DocumentError) -> DecodedText {
        if bytes.first == 0xEF, FormatSniffer.starts(bytes, [0xEF, 0xBB, 0xBF]) {
            if isValid(bytes) { return DecodedText(bytes: bytes, start: 3) }
            if let cut = decodeUTF8Cut(bytes, start: 3) { return cut }
            let repaired = repairedUTF8(bytes, start: 3)
            if let text = repaired.accepted { return text }
            throw DocumentError(
                code: "unknown_encoding", message: "文件标明为UTF-8编码，但其中有无效的字节。请用记事本重新另存为UTF-8编码后再试。")
        }
        if bytes.withUnsafeBytes({ CleanUTF8.holds($0) }) { return DecodedText(bytes: bytes) }
        if FormatSniffer.starts(bytes, [0xFF, 0xFE]) { return try decodeUTF16(bytes[2...], bigEndian: false) }
        if FormatSniffer.starts(bytes, [0xFE, 0xFF]) { return try decodeUTF16(bytes[2...], bigEndian: true) }
        if let bigEndian = evidentUTF16(bytes) { return try decodeUTF16(bytes[...], bigEndian: bigEndian) }
        if isBinary(bytes) { throw .unknownFormat() }
        if isValid(bytes) { return DecodedText(bytes: bytes) }
        let other = declared().flatMap(CharacterSetName.iconvName).flatMap {
            ["UTF-8", "GB18030"].contains($0) ? nil : $0
        }
        if let other, let text = Iconv.convert(bytes, from: other) { return text }
        if let cut = decodeUTF8Cut(bytes, start: 0) { return cut }
        // Before GB18030, in which a page of UTF-8 with one stray byte may happen to be valid.
        let utf8 = repairedUTF8(bytes, start: 0)
        if utf8.broken * charactersForEachBrokenOfUTF8 <= utf8.characters, let text = utf8.accepted { return text }
        if let text = Iconv.convert(bytes, from: "GB18030") { return text }
        let repaired = [other, "GB18030"].compactMap { $0 }.compactMap { Iconv.repair(bytes, from: $0) }
        if let best = repaired.min(by: { $0.broken < $1.broken }), let text = best.accepted { return text }
        throw DocumentError(
            code: "unknown_encoding",
            message: "文字编码无法识别：既不是UTF-8或UTF-16，也不是GB18030（GBK、GB2312）。请用记事本另存为UTF-8编码后再试。")
    }

    /// UTF-8 with U+FFFD in place of what is broken.
    private static func repairedUTF8(_ bytes: [UInt8], start: Int) -> RepairedText {
        let whole = Array(String(decoding: bytes[start...], as: UTF8.self).utf8)
        // Replacement characters that stood in the text already are not broken.
        let broken = RepairedText.replacements(in: whole[...]) - RepairedText.replacements(in: bytes[start...])
        return RepairedText(text: DecodedText(bytes: whole), broken: max(0, broken))
    }

    /// Whether all bytes are valid UTF-8.
    static func isValid(_ bytes: [UInt8]) -> Bool {
        (try? UTF8Span(validating: bytes.span)) != nil
    }

    /// UTF-8 whose only fault is a last character cut off (a file cut by length).
    private static func decodeUTF8Cut(_ bytes: [UInt8], start: Int) -> DecodedText? {
        var end = bytes.count
        while end > 0, bytes.count - end < 4 {
            end -= 1
            if bytes[end] >= 0xC0 { break }
        }
        if end > start, bytes[end] >= 0xC0 {
            let kept = Array(bytes[..<end])
            if isValid(kept) {
                return DecodedText(bytes: kept, start: start, notes: [.cutCharacter])
            }
        }
        return nil
    }

    /// True (big endian), false (little endian), or nil where the bytes are not evidently UTF-16 without a mark.
    ///
    /// Evident: there are zero bytes, and nearly all units of the first kilobytes are Latin or Chinese read one way,
    /// fewer read the other way.
    private static func evidentUTF16(_ bytes: [UInt8]) -> Bool? {
        guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
        let window = bytes[..<min(bytes.count, 4096)]
        guard window.contains(0) else { return nil }
        let big = plausibleUnits(window, bigEndian: true)
        let little = plausibleUnits(window, bigEndian: false)
        guard max(big, little) * 20 >= window.count / 2 * 19, big != little else { return nil }
        return big > little
    }

    private static func plausibleUnits(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> Int {
        var plausible = 0
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let high = bytes[bigEndian ? index : index + 1]
            let low = bytes[bigEndian ? index + 1 : index]
            switch high {
            case 0: if low >= 0x20 || low == 9 || low == 10 || low == 13 { plausible += 1 }
            case 0x20, 0x21, 0x22, 0x24, 0x25, 0x26, 0x30, 0x33, 0x34...0x9F, 0xFF: plausible += 1
            default: break
            }
        }
        return plausible
    }

    private static func decodeUTF16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) throws(DocumentError) -> DecodedText {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            units.append(bigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        var result = DecodedText(bytes: [])
        result.bytes.reserveCapacity(units.count * 3)
        let broken = transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true
        ) { result.bytes.append($0) }
        guard !broken else {
            throw DocumentError(
                code: "unknown_encoding", message: "文件像是UTF-16编码，但其中有无效的字符。请用记事本另存为UTF-8编码后再试。")
        }
        guard !result.bytes.contains(0) else { throw .unknownFormat() }
        if bytes.count % 2 == 1 { result.notes.append(.cutCharacter) }
        return result
    }

    /// Text has no NUL and hardly any control characters.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let holdsNUL = bytes.withUnsafeBytes { raw in
            raw.baseAddress.map { memchr($0, 0, raw.count) != nil } ?? false
        }
        if holdsNUL { return true }
        var controls = 0
        let window = min(bytes.count, 8192)
        bytes.withUnsafeBufferPointer { buffer in
            for byte in UnsafeBufferPointer(rebasing: buffer[..<window]) {
                // Without a branch: every text goes through here.
                controls += (byte < 0x20 ? 1 : 0) - (byte &- 0x09 <= 0x04 ? 1 : 0) + (byte == 0x7F ? 1 : 0)
            }
        }
        return controls * 50 > window
    }
}

extension DocumentNote {
    /// The last character of the file is cut off.
    static var cutCharacter: DocumentNote {
        DocumentNote(code: "cut_character", message: "文件末尾的一个字符不完整，文件可能被截断。")
    }

    /// Some bytes are no characters of the encoding.
    static func brokenCharacters(_ count: Int) -> DocumentNote {
        DocumentNote(code: "broken_characters", message: "文件中有\(count)处无效的字节，已以“\u{FFFD}”代替。请核对原件。")
    }
}
