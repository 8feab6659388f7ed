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
    let bytes: FixedList<UInt8>
    /// What was met on the way.
    let signs: Signs

    /// What a passage holds, noted while it is prepared.
    struct Signs {
        /// The square brackets of the number of a document.
        var brackets = false
        /// A plain space or an underline.
        var gaps = false
        /// A line that may have no more characters than a heading inside a section.
        var shortLines = false
    }

    /// A passage with its prepared text.
    init(_ original: String, _ bytes: FixedList<UInt8>, _ signs: Signs) {
        self.original = original
        self.bytes = bytes
        self.signs = signs
    }

    /// A passage whose pieces nobody asks for.
    static func plain(_ text: String) -> NormalText {
        var signs = Signs()
        let bytes = Tables.lend { tables in
            FixedList(capacity: text.utf8.count) { target in
                let own = TextMarks.with(bytes: text.utf8.count) { prepare(text, into: target, &$0, tables) }
                signs = own?.signs ?? signs
                return own?.count ?? 0
            }
        }
        return NormalText(text, bytes, signs)
    }

    /// Prepares a passage in a room that is as long as the passage, noting the places where pieces may begin.
    static func prepare(
        _ text: String, into target: UnsafeMutablePointer<UInt8>, _ marks: inout TextMarks, _ tables: Tables
    ) -> (count: Int, signs: Signs) {
        var text = text
        return text.withUTF8 { input in
            marks.begin()
            var out = Output(bytes: target, places: nil)
            prepare(input, &out, &marks, tables)
            return (out.count, out.signs)
        }
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
    /// The most characters of a heading inside a section.
    static let longestHeading = 45

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

        /// Notes that a piece may begin with the last character, whatever was seen behind it: that goes, or changes.
        func markLast(_ marks: inout TextMarks) {
            if count >= 3, bytes[count - 3] >= 0xE4 { marks.addOnce(count - 3) }
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
                    _ = TextMarks.with(bytes: input.count) { marks in
                        Tables.lend { Self.prepare(input, &out, &marks, $0) }
                    }
                    count = out.count
                }
            }
        }
    }

    /// What is looked up for every character.
    struct Tables {
        fileprivate let classes: UnsafeBufferPointer<UInt8>
        fileprivate let pairs: UnsafeBufferPointer<UInt8>
        fileprivate let simplified: UnsafeBufferPointer<UInt16>
        fileprivate let signs: UnsafeBufferPointer<UInt8>

        /// Lends the tables.
        static func lend<Result>(_ body: (Tables) -> Result) -> Result {
            CharacterClasses.shared.with { classes in
                Vocabulary.shared.withPairs { pairs in
                    SimplifiedCharacters.table.withUnsafeBufferPointer { simplified in
                        PlainSigns.shared.with { signs in
                            body(Tables(classes: classes, pairs: pairs, simplified: simplified, signs: signs))
                        }
                    }
                }
            }
        }
    }

    /// Writes the prepared text.
    private static func prepare(
        _ input: UnsafeBufferPointer<UInt8>, _ target: inout Output, _ noted: inout TextMarks, _ tables: Tables
    ) {
        var (out, marks) = (target, noted)
        var place = 0
        var lineCharacters = 0
        while place < input.count {
            // Most of a text are Chinese characters that stay.
            if input[place] >= 0xE4, out.places == nil {
                let run = copyRun(input, from: place, &out, &marks, tables)
                place = run.end
                lineCharacters += run.characters
                guard place < input.count else { break }
            }
            let byte = input[place]
            if byte >= 0xE3, byte <= 0xEF, place + 2 < input.count {
                let (second, third) = (input[place + 1], input[place + 2])
                let code = Int(byte & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
                if isCharacter(byte) {
                    let simple = code >= 0x4E00 ? tables.simplified[code - 0x4E00] : 0
                    if simple != 0 { out.markLast(&marks) }
                    marks.add(out.count)
                    out.emit(character: simple == 0 ? code : Int(simple), place)
                    lineCharacters += 1
                } else if let sign = PlainSigns.stand(for: code, in: tables.signs) {
                    if sign != 0 { out.emit(sign, place, &marks) } else { out.markLast(&marks) }
                    if sign == UInt8(ascii: "[") { out.signs.brackets = true }
                } else {
                    for step in 0..<3 { out.emit(input[place + step], place) }
                }
                place += 3
                continue
            }
            if byte == lineEnd {
                if lineCharacters <= longestHeading { out.signs.shortLines = true }
                if endsParagraph(out.last, lineCharacters, input, place) {
                    out.emit(lineEnd, place, &marks)
                } else {
                    out.markLast(&marks)
                }
                lineCharacters = 0
            } else if byte < 0x80 {
                if let sign = sign(ascii: byte, input, place) {
                    out.emit(sign, place, &marks)
                } else {
                    out.markLast(&marks)
                }
                if byte == UInt8(ascii: "[") { out.signs.brackets = true }
                if byte == 0x20 || byte == UInt8(ascii: "_") { out.signs.gaps = true }
                if byte > 0x20 { lineCharacters += 1 }
                // The marks before a heading are no part of it, however many.
                if byte == UInt8(ascii: "#") { out.signs.shortLines = true }
            } else if byte == 0xC2, place + 1 < input.count, input[place + 1] == 0xA0 {
                out.markLast(&marks)
                place += 1
            } else if byte == 0xE2, place + 2 < input.count, input[place + 1] == 0x80 {
                // Dashes stay as hyphens; quotation marks and invisible blanks go.
                if (0x93...0x95).contains(input[place + 2]) {
                    out.emit(UInt8(ascii: "-"), place, &marks)
                } else {
                    out.markLast(&marks)
                }
                place += 2
            } else if byte == 0xC3 {
                // The first byte of ×, which placeholders are made of.
                out.emit(byte, place, &marks)
            } else {
                out.emit(byte, place)
            }
            place += 1
        }
        if lineCharacters <= longestHeading { out.signs.shortLines = true }
        (target, noted) = (out, marks)
    }

    /// Whether a byte begins a Chinese character, from U+4000 to U+9FFF, by itself.
    @inline(__always)
    private static func isCharacter(_ byte: UInt8) -> Bool { byte &- 0xE4 <= 0xE9 - 0xE4 }

    /// Copies Chinese characters that stay as they are, with the signs of three bytes among them, and gives where they end
    /// and how many characters they are. Eight bytes are read and written at a time, never beyond the length of the input,
    /// which the output is not longer than.
    @inline(never)
    private static func copyRun(
        _ input: UnsafeBufferPointer<UInt8>, from start: Int, _ out: inout Output, _ noted: inout TextMarks,
        _ tables: Tables
    ) -> (end: Int, characters: Int) {
        let source = UnsafeRawBufferPointer(input)
        let target = UnsafeMutableRawPointer(out.bytes)
        let (classes, pairs) = (tables.classes, tables.pairs)
        let last = source.count - 8
        var mark = noted.next
        var (index, place, signs) = (start, out.count, 0)
        while index <= last {
            // Characters first; one count for what is read and written keeps all of it in registers.
            var (step, most) = (0, last &- index)
            var word: UInt64 = 0
            while step <= most {
                word = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: index &+ step, as: UInt64.self))
                guard isCharacter(UInt8(truncatingIfNeeded: word)) else { break }
                let own = classes[Int(truncatingIfNeeded: word >> 8 & 0xFFFF)]
                if own & CharacterClasses.changes != 0, let code = Vocabulary.index(word), tables.simplified[code] != 0
                {
                    // Not for here: the length is used up.
                    most = -1
                    break
                }
                target.storeBytes(of: word.littleEndian, toByteOffset: place &+ step, as: UInt64.self)
                // Written always, and kept where the lowest bit says so.
                mark.pointee = Int32(truncatingIfNeeded: place &+ step)
                mark += Int((own | pairs[Vocabulary.hash(word)]) & 1)
                step &+= 3
            }
            index &+= step
            place &+= step
            // U+3000 to U+303F and full width; what goes or means more than itself is not for here.
            let first = UInt16(truncatingIfNeeded: word).byteSwapped
            guard step <= most, first == 0xE380 || first & 0xFFFE == 0xEFBC else { break }
            let part = first == 0xE380 ? 0 : first == 0xEFBC ? 0x40 : 0x80
            let sign = tables.signs[part | Int(word >> 16 & 0x3F)]
            guard sign != 0, sign != PlainSigns.stays, sign != UInt8(ascii: "[") else { break }
            target.storeBytes(of: sign, toByteOffset: place, as: UInt8.self)
            mark.pointee = Int32(truncatingIfNeeded: place)
            mark += 1
            index &+= 3
            place &+= 1
            signs &+= 1
        }
        out.count = place
        noted.take(until: mark)
        return (index, (index - start) / 3 - signs)
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
