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
    /// True where it holds the square brackets of the number of a document.
    let hasBrackets: Bool
    /// True where the passage holds a plain space or an underline.
    let hasGaps: Bool

    /// Prepares a passage. `marks`: noted at the same time.
    init(_ text: String, _ marks: inout TextMarks) {
        original = text
        var text = text
        var signs = Signs()
        bytes = text.withUTF8 { input in
            [UInt8](unsafeUninitializedCapacity: input.count) { target, count in
                guard let start = target.baseAddress else { return }
                marks.clear()
                var out = Output(bytes: start, places: nil)
                Self.prepare(input, &out, &marks)
                signs = out.signs
                count = out.count
            }
        }
        hasBrackets = signs.brackets
        hasGaps = signs.gaps
    }

    /// A passage whose pieces nobody asks for.
    static func plain(_ text: String) -> NormalText {
        TextMarks.with(bytes: text.utf8.count) { NormalText(text, &$0) } ?? NormalText(empty: text)
    }

    private init(empty text: String) {
        original = text
        bytes = []
        hasBrackets = false
        hasGaps = false
    }

    /// The words of the original between two places of the prepared text.
    func quote(_ range: Range<Int>) -> String {
        let trace = places
        guard range.lowerBound < range.upperBound, range.upperBound <= trace.count else { return "" }
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

    /// What was met on the way.
    private struct Signs {
        var brackets = false
        var gaps = false
    }

    /// Where prepared text goes; it is never longer than the original.
    private struct Output {
        let bytes: UnsafeMutablePointer<UInt8>
        /// The place in the original of each byte, where it is wanted.
        let places: UnsafeMutablePointer<Int32>?
        var count = 0
        var signs = Signs()

        init(bytes: UnsafeMutablePointer<UInt8>, places: UnsafeMutablePointer<Int32>?) {
            self.bytes = bytes
            self.places = places
        }

        var last: UInt8? { count > 0 ? bytes[count - 1] : nil }

        @inline(__always)
        mutating func emit(_ byte: UInt8, _ from: Int) {
            bytes[count] = byte
            if let places { places[count] = Int32(truncatingIfNeeded: from) }
            count += 1
        }

        /// A sign, a figure or a letter, each of which may begin a piece.
        @inline(__always)
        mutating func emit(_ byte: UInt8, _ from: Int, _ marks: inout TextMarks) {
            marks.add(count)
            emit(byte, from)
        }

        /// A Chinese character, simplified.
        @inline(__always)
        mutating func emit(character code: Int, _ from: Int) {
            emit(0xE0 | UInt8(truncatingIfNeeded: code >> 12), from)
            emit(0x80 | UInt8(truncatingIfNeeded: code >> 6 & 0x3F), from)
            emit(0x80 | UInt8(truncatingIfNeeded: code & 0x3F), from)
        }
    }

    /// For each byte of the prepared text its place in the original.
    private var places: [Int32] {
        var text = original
        return text.withUTF8 { input in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(input.count, 1)) { scratch in
                [Int32](unsafeUninitializedCapacity: max(input.count, 1)) { places, count in
                    guard let start = scratch.baseAddress else { return }
                    var out = Output(bytes: start, places: places.baseAddress)
                    _ = TextMarks.with(bytes: input.count) { Self.prepare(input, &out, &$0) }
                    count = out.count
                }
            }
        }
    }

    /// Writes the prepared text.
    private static func prepare(
        _ input: UnsafeBufferPointer<UInt8>, _ out: inout Output, _ marks: inout TextMarks
    ) {
        CharacterClasses.shared.with { classes in
            SimplifiedCharacters.table.withUnsafeBufferPointer { simplified in
                prepare(input, &out, &marks, classes, simplified)
            }
        }
    }

    private static func prepare(
        _ input: UnsafeBufferPointer<UInt8>, _ target: inout Output, _ noted: inout TextMarks,
        _ classes: UnsafeBufferPointer<UInt8>, _ simplified: UnsafeBufferPointer<UInt16>
    ) {
        var (out, marks) = (target, noted)
        var place = 0
        var lineCharacters = 0
        let raw = UnsafeRawBufferPointer(input)
        while place < input.count {
            // Most of a text are Chinese characters that stay.
            if input[place] >= 0xE4, out.places == nil {
                let length = copyRun(raw, from: place, out.bytes, at: out.count, classes, &marks)
                out.count += length
                place += length
                lineCharacters += length / 3
                guard place < input.count else { break }
            }
            let byte = input[place]
            if byte >= 0xE3, byte <= 0xEF, place + 2 < input.count {
                let (second, third) = (input[place + 1], input[place + 2])
                let code = Int(byte & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
                if code >= 0x4E00, code < 0xA000 {
                    let simple = simplified[code - 0x4E00]
                    let kept = simple == 0 ? code : Int(simple)
                    marks.add(out.count, classes[kept])
                    out.emit(character: kept, place)
                    lineCharacters += 1
                } else if let sign = sign(UInt32(code)) {
                    if sign != 0 { out.emit(sign, place, &marks) }
                    if sign == UInt8(ascii: "[") { out.signs.brackets = true }
                } else {
                    for step in 0..<3 { out.emit(input[place + step], place) }
                }
                place += 3
                continue
            }
            if byte == lineEnd {
                if endsParagraph(out.last, lineCharacters, input, place) { out.emit(lineEnd, place, &marks) }
                lineCharacters = 0
            } else if byte < 0x80 {
                if let sign = sign(ascii: byte, input, place) { out.emit(sign, place, &marks) }
                if byte == UInt8(ascii: "[") { out.signs.brackets = true }
                if byte == 0x20 || byte == UInt8(ascii: "_") { out.signs.gaps = true }
                if byte > 0x20 { lineCharacters += 1 }
            } else if byte == 0xC2, place + 1 < input.count, input[place + 1] == 0xA0 {
                place += 1
            } else if byte == 0xE2, place + 2 < input.count, input[place + 1] == 0x80 {
                // Dashes stay as hyphens; quotation marks and invisible blanks go.
                if (0x93...0x95).contains(input[place + 2]) { out.emit(UInt8(ascii: "-"), place, &marks) }
                place += 2
            } else if byte == 0xC3 {
                // The first byte of ×, which placeholders are made of.
                out.emit(byte, place, &marks)
            } else {
                out.emit(byte, place)
            }
            place += 1
        }
        (target, noted) = (out, marks)
    }

    /// Copies pairs of Chinese characters that stay as they are and gives how many bytes of them. Eight bytes are written
    /// at a time, never beyond the length of the input.
    @inline(never)
    private static func copyRun(
        _ input: UnsafeRawBufferPointer, from start: Int, _ bytes: UnsafeMutablePointer<UInt8>, at begin: Int,
        _ classes: UnsafeBufferPointer<UInt8>, _ noted: inout TextMarks
    ) -> Int {
        var marks = noted
        let target = UnsafeMutableRawPointer(bytes)
        var index = start
        var place = begin
        // The second character of the pair before, which waits for the one behind it.
        var (waiting, waitingCode): (UInt8, Int) = (0, 0)
        while index + 8 <= input.count {
            let word = UInt64(littleEndian: input.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            guard word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0 else { break }
            let first = Int(word & 0x0F) << 12 | Int(word >> 8 & 0x3F) << 6 | Int(word >> 16 & 0x3F)
            let second = Int(word >> 24 & 0x0F) << 12 | Int(word >> 32 & 0x3F) << 6 | Int(word >> 40 & 0x3F)
            let (own, next) = (classes[first], classes[second])
            guard (own | next) & CharacterClasses.changes == 0 else { break }
            target.storeBytes(of: word.littleEndian, toByteOffset: place, as: UInt64.self)
            marks.add(place - 3, waiting, waitingCode, first)
            marks.add(place, own, first, second)
            (waiting, waitingCode) = (next, second)
            index += 6
            place += 6
        }
        marks.add(place - 3, waiting)
        noted = marks
        return index - start
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
    private static func sign(ascii byte: UInt8, _ input: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt8? {
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
        _ last: UInt8?, _ lineCharacters: Int, _ input: UnsafeBufferPointer<UInt8>, _ place: Int
    ) -> Bool {
        guard let last, last != lineEnd else { return false }
        if last == stop || last == UInt8(ascii: ";") || last == UInt8(ascii: ":") || lineCharacters < shortLine {
            return true
        }
        var next = place + 1
        while next < input.count, input[next] == 0x20 || input[next] == 0x09 || input[next] == 0x0D { next += 1 }
        return next >= input.count || input[next] == lineEnd
    }
}
