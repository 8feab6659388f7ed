/// Cuts prepared text into the pieces that matter, at the places that were noted when it was prepared.
struct TextLexer {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let vocabulary: Vocabulary
    private var place = 0
    /// Room for a piece at every place.
    private let tokens: UnsafeMutablePointer<TextToken>
    private var found = Found()

    /// What was cut: how many pieces, the words among them, and how many are numbers.
    struct Found {
        var count = 0
        var words = WordSet()
        var numbers = 0
    }

    private init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeMutablePointer<TextToken>, _ vocabulary: Vocabulary
    ) {
        self.bytes = bytes
        self.tokens = tokens
        self.vocabulary = vocabulary
    }

    /// Cuts a prepared text at its marks, those of a range, and writes the pieces into a room for as many.
    static func cut(
        _ bytes: UnsafeBufferPointer<UInt8>, _ marks: TextMarks, _ own: Range<Int>,
        into tokens: UnsafeMutablePointer<TextToken>
    ) -> Found {
        var lexer = TextLexer(bytes, tokens, .shared)
        lexer.run(marks, own)
        return lexer.found
    }

    private mutating func run(_ marks: TextMarks, _ own: Range<Int>) {
        for index in own where marks[index] >= place {
            place = marks[index]
            let byte = bytes[place]
            if byte >= 0xE4 {
                character()
            } else if byte &- UInt8(ascii: "0") <= 9 {
                number()
            } else if let kind = Self.sign(byte) {
                append(kind, length: 1)
            } else if byte == 0xC3 {
                if matches("××") { append(.word, .template, length: 4) }
            } else if byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "z") {
                letters()
            }
        }
    }

    private static func sign(_ byte: UInt8) -> TextToken.Kind? {
        switch byte {
        case UInt8(ascii: ","): .comma
        case NormalText.pause: .pause
        case UInt8(ascii: ";"): .semicolon
        case UInt8(ascii: ":"): .colon
        case NormalText.stop: .stop
        case NormalText.lineEnd: .lineEnd
        case UInt8(ascii: "("): .open
        case UInt8(ascii: ")"): .close
        case NormalText.titleOpen: .titleOpen
        case NormalText.titleClose: .titleClose
        default: nil
        }
    }

    private mutating func append(
        _ kind: TextToken.Kind, _ word: Word = .neutral, unit: CountUnit = .none, approximate: Bool = false,
        value: Int64 = 0, length: Int
    ) {
        (tokens + found.count).initialize(
            to: TextToken(
                kind: kind, word: word, unit: unit, isApproximate: approximate, value: value, start: place,
                end: place + length))
        found.count += 1
        place += length
        if kind == .word { found.words.insert(word) } else if kind == .number { found.numbers += 1 }
    }

    private func matches(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { word in
            guard place + word.count <= bytes.count else { return false }
            for step in word.indices where bytes[place + step] != word[step] { return false }
            return true
        }
    }

    @inline(__always)
    private func code(_ place: Int) -> Int { Self.code(bytes, place) }

    private static func code(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        guard place + 2 < bytes.count, bytes[place] & 0xF0 == 0xE0 else { return 0 }
        return (Int(bytes[place]) & 0x0F) << 12 | (Int(bytes[place + 1]) & 0x3F) << 6 | Int(bytes[place + 2]) & 0x3F
    }

    /// The eight bytes from a place on, noughts behind the end.
    private static func head(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt64 {
        if place + 8 <= bytes.count {
            let raw = UnsafeRawBufferPointer(bytes)
            return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
        var head: UInt64 = 0
        for index in place..<bytes.count { head |= UInt64(bytes[index]) << UInt64(8 * (index - place)) }
        return head
    }

    // MARK: Words

    private mutating func character() {
        let head = Self.head(bytes, place)
        if let (word, length) = vocabulary.match(bytes, place, head) {
            if word == .neutral { place += length } else { append(.word, word, length: length) }
            return
        }
        if let lead = vocabulary.numeral(head), let (value, length) = Self.chineseNumber(bytes, place, lead) {
            var end = place + length
            let unit = Self.countUnit(bytes, &end)
            if unit.countsCases, unit != .piece, !Self.isOrdinal(bytes, place) {
                append(.number, unit: unit, value: value * 1_000_000, length: end - place)
                return
            }
        }
        place += 3
    }

    /// 一 to 九十九 and 两, by the numeral that it begins with.
    private static func chineseNumber(
        _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ lead: Int64
    ) -> (Int64, Int)? {
        let next = digit(code(bytes, place + 3))
        if lead == 10 {
            guard let next, next < 10, next > 0 else { return (10, 3) }
            return (10 + next, 6)
        }
        guard let next else { return (lead, 3) }
        guard next == 10 else { return nil }
        if let last = digit(code(bytes, place + 6)), last < 10 { return (lead * 10 + last, 9) }
        return (lead * 10, 6)
    }

    /// The value of a Chinese numeral; nil for every other character.
    static func digit(_ code: Int) -> Int64? {
        switch code {
        case 0x96F6, 0x3007: 0
        case 0x4E00: 1
        case 0x4E8C, 0x4E24: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        case 0x5341: 10
        default: nil
        }
    }

    /// 第 or 每 or another numeral in front.
    private static func isOrdinal(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        guard place >= 3 else { return false }
        let before = code(bytes, place - 3)
        return before == 0x7B2C || before == 0x6BCF || digit(before) != nil || before == 0x51E0
    }

    private mutating func letters() {
        let start = place
        while place < bytes.count, (bytes[place] | 0x20) >= UInt8(ascii: "a"),
            (bytes[place] | 0x20) <= UInt8(ascii: "z")
        {
            place += 1
        }
        guard place > start else {
            place += 1
            return
        }
        let run = UnsafeBufferPointer(rebasing: bytes[start..<place])
        let isFieldCode = ["HYPERLINK", "MERGEFORMAT", "PAGEREF"].contains { run.starts(with: $0.utf8) }
        let besideDigit = place < bytes.count && bytes[place] >= UInt8(ascii: "0") && bytes[place] <= UInt8(ascii: "9")
        let isPlaceholder =
            run.count >= 2 && run.count <= 6 && run.allSatisfy { $0 == UInt8(ascii: "X") } && !besideDigit
        guard isFieldCode || isPlaceholder else { return }
        let length = isFieldCode ? 9 : place - start
        place = start
        append(.word, .template, length: length)
    }

    // MARK: Numbers

    private mutating func number() {
        var end = place
        var value: Int64 = 0
        var digits = 0
        while end < bytes.count, bytes[end] >= UInt8(ascii: "0"), bytes[end] <= UInt8(ascii: "9") {
            if digits < 12 { value = value * 10 + Int64(bytes[end] - UInt8(ascii: "0")) }
            digits += 1
            end += 1
        }
        var scale: Int64 = 1_000_000
        value *= digits <= 12 ? scale : 0
        if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), bytes[end + 1] >= UInt8(ascii: "0"),
            bytes[end + 1] <= UInt8(ascii: "9")
        {
            end += 1
            while end < bytes.count, bytes[end] >= UInt8(ascii: "0"), bytes[end] <= UInt8(ascii: "9") {
                scale /= 10
                value += Int64(bytes[end] - UInt8(ascii: "0")) * scale
                end += 1
            }
        }
        finishNumber(value, digits: digits, end: end)
    }

    private mutating func finishNumber(_ number: Int64, digits: Int, end: Int) {
        var end = end
        var value = number
        var approximate = digits > 12 || isApproximated(before: place)
        if digits == 4, code(end) == 0x5E74 {  // 年
            append(.year, value: value / 1_000_000, length: end + 3 - place)
            return
        }
        var unit: CountUnit = .none
        if code(end) == 0x4E07, code(end + 3) != 0x5143 {  // 万, not 万元
            let (scaled, overflow) = value.multipliedReportingOverflow(by: 10_000)
            value = scaled
            approximate = approximate || overflow
            end += 3
        }
        if [0x4F59, 0x591A, 0x6765].contains(code(end)) {  // 余 多 来
            approximate = true
            end += 3
        }
        unit = Self.countUnit(bytes, &end)
        let isOrdinalNumber = place >= 3 && code(place - 3) == 0x7B2C
        if place > 0, bytes[place - 1] == UInt8(ascii: "-") || isLetter(bytes[place - 1]) { approximate = true }
        if isOrdinalNumber { unit = .calendar }
        let after = code(end)
        // 以上 左右 余 多 behind the unit.
        if (after == 0x4EE5 && code(end + 3) == 0x4E0A) || (after == 0x5DE6 && code(end + 3) == 0x53F3)
            || after == 0x4F59
        {
            approximate = true
        }
        append(.number, unit: unit, approximate: approximate, value: value, length: end - place)
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }

    private func isApproximated(before place: Int) -> Bool {
        guard found.count > 0 else { return false }
        let last = tokens[found.count - 1]
        return last.kind == .word && last.word == .approximate && last.end == place
    }

    /// Reads the unit at a place and moves behind it.
    private static func countUnit(_ bytes: UnsafeBufferPointer<UInt8>, _ end: inout Int) -> CountUnit {
        guard end < bytes.count else { return .none }
        if bytes[end] == UInt8(ascii: "%") {
            end += 1
            return .percent
        }
        let unit: CountUnit
        switch code(bytes, end) {
        case 0x4EF6, 0x8D77, 0x5B97, 0x4F8B: unit = .case_  // 件 起 宗 例
        case 0x6761: unit = .item  // 条
        case 0x4EFD: unit = .copy  // 份
        case 0x4E2A: unit = .piece  // 个
        case 0x6B21: unit = .time  // 次
        case 0x9879: unit = .matter  // 项
        case 0x7BC7: unit = .article  // 篇
        case 0x5219: unit = .note  // 则
        case 0x671F: unit = .issue  // 期
        case 0x5BB6: unit = .house  // 家
        case 0x573A: unit = .event  // 场
        case 0x518C, 0x672C: unit = .volume  // 册 本
        case 0x4EBA, 0x540D: unit = .person  // 人 名
        case 0x6279: unit = .batch  // 批
        case 0x90E8: unit = .part  // 部
        case 0x5143: unit = .yuan  // 元
        case 0x4E07: unit = .tenThousandYuan  // 万元
        case 0x5E74, 0x6708, 0x65E5, 0x53F7, 0x65F6, 0x70B9, 0x697C, 0x5BA4, 0x5206: unit = .calendar
        default: return .none
        }
        end += unit == .tenThousandYuan ? 6 : 3
        // 人次, 件次 are one unit; 个工作日 and 个月 are spans of time.
        if code(bytes, end) == 0x6B21, unit != .time { end += 3 }
        if unit == .piece, [0x5DE5, 0x6708].contains(code(bytes, end)) { return .calendar }
        return unit
    }
}
