internal import Glibc

/// Conversion to UTF-8 by the C library.
enum Iconv {
    /// The whole text in UTF-8, or nil where some byte is not of that encoding. A last character that is cut off is
    /// left out and noted.
    static func convert(_ bytes: [UInt8], from encoding: String) -> DecodedText? {
        let descriptor = iconv_open("UTF-8", encoding)
        guard descriptor != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(descriptor) }
        var result = DecodedText(bytes: [])
        var input = bytes
        var outcome: Outcome = .whole
        result.bytes = input.withUnsafeMutableBytes { source in
            // Two bytes of GB18030 or Big5 become three at most; four become four.
            let capacity = source.count * 2 + 16
            return [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var fromLeft = source.count
                target.withMemoryRebound(to: CChar.self) { room in
                    var into = room.baseAddress
                    var intoLeft = capacity
                    if iconv(descriptor, &from, &fromLeft, &into, &intoLeft) == Int(bitPattern: UInt.max) {
                        outcome = errno == EINVAL && fromLeft < 4 ? .cut : .wrong
                    }
                    count = capacity - intoLeft
                }
            }
        }
        switch outcome {
        case .whole: break
        case .cut: result.notes.append(.cutCharacter)
        case .wrong: return nil
        }
        return result
    }

    /// The text in UTF-8 with U+FFFD for each byte that is not of that encoding; nil where there are too many of these
    /// to be worth going on.
    static func repair(_ bytes: [UInt8], from encoding: String) -> RepairedText? {
        let descriptor = iconv_open("UTF-8", encoding)
        guard descriptor != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(descriptor) }
        let most = bytes.count / TextDecoder.charactersForEachBroken + 1
        var broken = 0
        var isCut = false
        var input = bytes
        let result = input.withUnsafeMutableBytes { source in
            // A broken byte becomes three, any other as in `convert`.
            let capacity = source.count * 3 + 16
            return [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var fromLeft = source.count
                target.withMemoryRebound(to: CChar.self) { room in
                    var into = room.baseAddress
                    var intoLeft = capacity
                    while fromLeft > 0, broken <= most,
                        iconv(descriptor, &from, &fromLeft, &into, &intoLeft) == Int(bitPattern: UInt.max)
                    {
                        isCut = errno == EINVAL && fromLeft < 4
                        guard errno == EILSEQ, fromLeft > 0, intoLeft >= 3 else { break }
                        for byte in RepairedText.replacement {
                            into?.pointee = CChar(bitPattern: byte)
                            into = into?.advanced(by: 1)
                        }
                        intoLeft -= 3
                        from = from?.advanced(by: 1)
                        fromLeft -= 1
                        broken += 1
                    }
                    if fromLeft > 0, !isCut { broken = most + 1 }
                    count = capacity - intoLeft
                }
            }
        }
        guard broken <= most else { return nil }
        return RepairedText(text: DecodedText(bytes: result, notes: isCut ? [.cutCharacter] : []), broken: broken)
    }

    /// Keeps the tables of GB18030 and Big5 loaded: the C library loads them from files at first use.
    static func prepare() { _ = pinned }

    /// Descriptors that are opened once and never used to convert, so nothing is shared between threads. Bit patterns,
    /// because a pointer is not `Sendable`.
    private static let pinned: [Int] = [
        Int(bitPattern: iconv_open("UTF-8", "GB18030")), Int(bitPattern: iconv_open("UTF-8", "BIG5-HKSCS")),
    ]

    private enum Outcome { case whole, cut, wrong }
}

/// Names of character sets as web pages write them.
enum CharacterSetName {
    /// The name the C library knows; nil for a name that is none of those met in Chinese documents.
    static func iconvName(_ declared: String) -> String? {
        switch declared.lowercased() {
        case "utf-8", "utf8", "unicode-1-1-utf-8": return "UTF-8"
        case "gb2312", "gbk", "gb18030", "gb_2312-80", "gb-2312", "x-gbk", "cp936", "ms936", "chinese", "euc-cn",
            "hz-gb-2312":
            return "GB18030"
        case "big5", "big5-hkscs", "x-x-big5", "cn-big5": return "BIG5-HKSCS"
        default: return nil
        }
    }

    /// The character set a page declares in its first kilobytes, by `<meta charset>` or `http-equiv`; nil where it
    /// declares none.
    static func declared(in bytes: [UInt8]) -> String? {
        let word = Array("charset".utf8)
        let window = bytes.prefix(4096)
        var index = window.startIndex
        while index + word.count < window.endIndex {
            defer { index += 1 }
            guard window[index] | 0x20 == word[0] else { continue }
            guard zip(window[index...], word).allSatisfy({ $0 | 0x20 == $1 }) else { continue }
            var position = index + word.count
            while position < window.endIndex, [0x20, 0x3D, 0x22, 0x27].contains(window[position]) { position += 1 }
            let name = window[position...].prefix { isNameByte($0) }
            if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
        }
        return nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: return true
        default: return false
        }
    }
}
