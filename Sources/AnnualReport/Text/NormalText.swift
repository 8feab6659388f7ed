/// A passage of a report prepared for scanning: one way to write each sign, no blanks, no soft line ends.
///
/// Full-width letters, digits and signs become half-width; traditional characters become simplified ones; quotation
/// marks and blanks go; a line end stays only where a paragraph ends. Places in the original can be found again.
struct NormalText {
    /// 。！？
    static let stop: UInt8 = 0x01
    /// 、
    static let pause: UInt8 = 0x02
    /// 《
    static let titleOpen: UInt8 = 0x03
    /// 》
    static let titleClose: UInt8 = 0x04
    /// The end of a paragraph.
    static let lineEnd = UInt8(ascii: "\n")

    /// The passage as printed.
    let original: String
    /// The prepared text in UTF-8 with the signs above.
    let bytes: [UInt8]

    init(_ text: String) {
        original = text
        var trace: [Int32]?
        bytes = Self.prepare(text, trace: &trace)
    }

    /// The words of the original between two places of the prepared text.
    func quote(_ range: Range<Int>) -> String {
        var trace: [Int32]? = []
        _ = Self.prepare(original, trace: &trace)
        guard let trace, range.lowerBound < range.upperBound, range.upperBound <= trace.count else { return "" }
        let start = Int(trace[range.lowerBound])
        var end = Int(trace[range.upperBound - 1])
        let utf8 = Array(original.utf8)
        // From the first byte of the last character to its end.
        end += 1
        while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
        return String(decoding: utf8[start..<end], as: UTF8.self)
    }

    // MARK: Preparing

    /// A line shorter than this many characters ends a paragraph even without a full stop: a heading.
    private static let shortLine = 18

    private static func prepare(_ text: String, trace: inout [Int32]?) -> [UInt8] {
        var text = text
        return text.withUTF8 { input in
            var out: [UInt8] = []
            out.reserveCapacity(input.count + 1)
            if trace != nil { trace?.reserveCapacity(input.count + 1) }
            var place = 0
            var lineCharacters = 0
            func emit(_ byte: UInt8, _ from: Int) {
                out.append(byte)
                trace?.append(Int32(truncatingIfNeeded: from))
            }
            while place < input.count {
                let byte = input[place]
                if byte >= 0xE3, byte <= 0xEF, place + 2 < input.count {
                    let code =
                        (UInt32(byte) & 0x0F) << 12 | (UInt32(input[place + 1]) & 0x3F) << 6
                        | UInt32(input[place + 2]) & 0x3F
                    if code >= 0x4E00, code < 0xA000 {
                        let simple = SimplifiedCharacters.table[Int(code - 0x4E00)]
                        if simple == 0 {
                            emit(byte, place)
                            emit(input[place + 1], place)
                            emit(input[place + 2], place)
                        } else {
                            emit(0xE0 | UInt8(simple >> 12), place)
                            emit(0x80 | UInt8(simple >> 6 & 0x3F), place)
                            emit(0x80 | UInt8(simple & 0x3F), place)
                        }
                        lineCharacters += 1
                    } else if let sign = sign(code) {
                        if sign != 0 { emit(sign, place) }
                    } else {
                        for step in 0..<3 { emit(input[place + step], place) }
                    }
                    place += 3
                    continue
                }
                if byte == lineEnd {
                    if endsParagraph(out, lineCharacters, input, place) { emit(lineEnd, place) }
                    lineCharacters = 0
                } else if byte < 0x80 {
                    if let sign = sign(ascii: byte, out, input, place) { emit(sign, place) }
                    if byte > 0x20 { lineCharacters += 1 }
                } else if byte == 0xC2, place + 1 < input.count, input[place + 1] == 0xA0 {
                    place += 1
                } else if byte == 0xE2, place + 2 < input.count, input[place + 1] == 0x80 {
                    // Dashes stay as hyphens; quotation marks and invisible blanks go.
                    if (0x93...0x95).contains(input[place + 2]) { emit(UInt8(ascii: "-"), place) }
                    place += 2
                } else {
                    emit(byte, place)
                }
                place += 1
            }
            return out
        }
    }

    /// What stands for a three-byte sign; 0 drops it, nil keeps it.
    private static func sign(_ code: UInt32) -> UInt8? {
        switch code {
        case 0xFF01, 0xFF1F, 0x3002: stop
        case 0xFF02, 0xFF07, 0x3000, 0xFEFF, 0x300C...0x300F: 0
        case 0xFF03...0xFF5E: UInt8(code - 0xFEE0)
        case 0x3001: pause
        case 0x300A, 0x3008: titleOpen
        case 0x300B, 0x3009: titleClose
        case 0x3010, 0x3014: UInt8(ascii: "[")
        case 0x3011, 0x3015: UInt8(ascii: "]")
        default: nil
        }
    }

    /// What stands for an ASCII sign; nil drops it.
    private static func sign(
        ascii byte: UInt8, _ out: [UInt8], _ input: UnsafeBufferPointer<UInt8>, _ place: Int
    ) -> UInt8? {
        switch byte {
        case 0..<0x21, UInt8(ascii: "\""), UInt8(ascii: "'"), 0x7F: return nil
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return stop
        case UInt8(ascii: ","): return isThousands(input, place) ? nil : byte
        default: return byte
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// `1,113`: a digit before, exactly three behind.
    private static func isThousands(_ input: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        guard place > 0, isDigit(input[place - 1]), place + 3 < input.count else { return false }
        for step in 1...3 where !isDigit(input[place + step]) { return false }
        return place + 4 >= input.count || !isDigit(input[place + 4])
    }

    /// Lines of a paragraph that was wrapped are long and end anywhere; a paragraph ends with a sign or is short.
    private static func endsParagraph(
        _ out: [UInt8], _ lineCharacters: Int, _ input: UnsafeBufferPointer<UInt8>, _ place: Int
    ) -> Bool {
        guard let last = out.last, last != lineEnd else { return false }
        if last == stop || last == UInt8(ascii: ";") || last == UInt8(ascii: ":") || lineCharacters < shortLine {
            return true
        }
        var next = place + 1
        while next < input.count, input[next] == 0x20 || input[next] == 0x09 || input[next] == 0x0D { next += 1 }
        return next >= input.count || input[next] == lineEnd
    }
}
