import AnnualReport

/// What a cell prints, told from its text alone.
enum PrintedValue: Equatable {
    case blank
    /// "/", a dash or 无.
    case notApplicable
    /// A number, with the unit printed behind it where there is one.
    case number(FormNumber, unit: PrintedUnit?)
    /// Looks like a value and is none that could be relied on (`400余条`, `--253`, `3 5`).
    case odd
    /// Words.
    case text

    /// Reads the text of a cell: `bytes[range]`, UTF-8. Quotation marks, asterisks and the like around a number are
    /// the marks of a spreadsheet or of Markdown, no part of it.
    static func read(_ bytes: SourceBytes, _ range: Range<Int>) -> PrintedValue {
        guard range.count > 1, range.count < 40, isMark(bytes[range.lowerBound]) else {
            return isHardSpace(bytes, range) ? .blank : plain(bytes, range)
        }
        var inner = range
        while inner.count > 1, isMark(bytes[inner.lowerBound]) {
            inner = inner.lowerBound + 1..<inner.upperBound
        }
        while inner.count > 1, isMark(bytes[inner.upperBound - 1]) {
            inner = inner.lowerBound..<inner.upperBound - 1
        }
        return plain(bytes, inner)
    }

    private static func isMark(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 || byte == 0x2A || byte == 0x60 }

    /// Whether nothing but `&nbsp;` stands there, as tables in Markdown have it in their empty cells.
    private static func isHardSpace(_ bytes: SourceBytes, _ range: Range<Int>) -> Bool {
        guard let first = range.first, bytes[first] == 0x26 else { return false }
        let text = bytes.text(range)
        return text.split(separator: " ").allSatisfy { $0 == "&nbsp;" } && range.count < 40
    }

    private static func plain(_ bytes: SourceBytes, _ range: Range<Int>) -> PrintedValue {
        var index = range.lowerBound
        let end = range.upperBound
        var digits = 0
        var sawSpaceAfterDigit = false
        var negative = false
        var signs = 0
        var seen = false
        if end - index > 96 { return .text }
        // Plain ASCII digits are by far the most frequent value.
        if end - index <= 12 {
            var value: Int64 = 0
            var i = index
            while i < end, bytes[i] >= 0x30, bytes[i] <= 0x39 {
                value = value * 10 + Int64(bytes[i] - 0x30)
                i += 1
            }
            if i == end, i > index { return .number(FormNumber(millionths: value * 1_000_000), unit: nil) }
        }
        // Words by far most often, told by their first character.
        if index < end, isWord(KeyText.decode(bytes, at: index, end: end).0) { return .text }
        var plain: [UInt8] = []  // digits, point, sign in ASCII
        scan: while index < end {
            let (scalar, next) = KeyText.decode(bytes, at: index, end: end)
            switch scalar {
            case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000, 0x200B, 0xFEFF:
                if digits > 0 { sawSpaceAfterDigit = true }
            case 0x30...0x39, 0xFF10...0xFF19:
                if sawSpaceAfterDigit { return .odd }
                plain.append(UInt8(scalar >= 0xFF10 ? scalar - 0xFEE0 : scalar))
                digits += 1
                seen = true
            case 0x2E, 0xFF0E:
                if digits == 0 { return .text }
                plain.append(0x2E)
            case 0x2C, 0xFF0C:
                if digits == 0 { return .text }
                plain.append(0x2C)
            case 0x2B, 0xFF0B, 0x589E:  // + 增
                if seen { break scan }
                signs += 1
                seen = true
            case 0x2D, 0xFF0D, 0x2212, 0x51CF, 0x2014, 0x2013:  // - 减 —
                if digits > 0 { break scan }
                signs += 1
                negative = true
                seen = true
            default: break scan
            }
            index = next
        }
        if digits == 0 {
            if index == end {
                if !seen { return .blank }
                return signs <= 2 ? .notApplicable : .text
            }
            if seen { return .text }
            return mark(bytes, from: index, end: end)
        }
        if signs > 1 { return .odd }
        let rest = plain.last == 0x2E && index < end ? Rest.label : unit(bytes, from: index, end: end)
        switch rest {
        case .none: break
        case .label: return signs == 0 ? .text : .odd
        case .odd: return .odd
        case .unit: break
        }
        guard var number = ungrouped(plain) else {
            if case .none = rest, plain.last == 0x2E || plain.last == 0x2C { return .text }
            return .odd
        }
        if negative { number = FormNumber(millionths: -number.millionths) }
        if case .unit(let name) = rest { return .number(number, unit: name) }
        return .number(number, unit: nil)
    }

    /// True for a character of words that no value begins with: everything Chinese but 增, 减, 无 and 零.
    private static func isWord(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x4E00, scalar <= 0x9FFF else { return false }
        switch scalar {
        case 0x589E, 0x51CF, 0x65E0, 0x7121, 0x96F6: return false
        default: return true
        }
    }

    private enum Rest {
        case none, label, odd
        case unit(PrintedUnit)
    }

    private static func mark(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, end: Int) -> PrintedValue {
        let (scalar, next) = KeyText.decode(buffer, at: start, end: end)
        var index = next
        while index < end {
            let (space, after) = KeyText.decode(buffer, at: index, end: end)
            guard space == 0x20 || space == 0x3000 || space == 0xA0 || space == scalar else { return .text }
            index = after
        }
        switch scalar {
        case 0x2F, 0xFF0F, 0x5C, 0x65E0, 0x7121: return .notApplicable
        case 0x96F6, 0x3007, 0x25CB, 0x2A, 0xD7: return .odd
        default: return .text
        }
    }

    /// What stands behind the digits.
    private static func unit(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, end: Int) -> Rest {
        var index = start
        if index == end { return .none }
        var words: [UInt32] = []
        while index < end, words.count < 4 {
            let (scalar, next) = KeyText.decode(buffer, at: index, end: end)
            index = next
            if scalar == 0x20 || scalar == 0x3000 || scalar == 0xA0 || scalar == 0x0A { continue }
            words.append(scalar)
        }
        if words.isEmpty { return .none }
        if words.count == 1, let unit = PrintedUnit(counting: words[0]) { return .unit(unit) }
        switch words {
        case [0x5143]: return .unit(.yuan)
        case [0x4E07, 0x5143], [0x842C, 0x5143]: return .unit(.tenThousandYuan)
        case [0x4EBF, 0x5143], [0x5104, 0x5143]: return .unit(.hundredMillionYuan)
        default: break
        }
        // An ordinal before a label (1、属于国家秘密), a year, a date, a time.
        switch words[0] {
        case 0x3001, 0x5E74, 0x6708, 0x65E5, 0x29, 0xFF09, 0x3A, 0xFF1A, 0x5C5E, 0x5176: return .label
        default: break
        }
        return words[0] >= 0x4E00 && words[0] <= 0x9FFF && words[0] != 0x4F59 && words.count > 3 ? .label : .odd
    }

    /// The number of digits with thousands separators in their places.
    private static func ungrouped(_ plain: [UInt8]) -> FormNumber? {
        guard plain.contains(0x2C) else { return FormNumber(ascii: plain[...]) }
        let whole = plain.prefix { $0 != 0x2E }
        let groups = whole.split(separator: 0x2C, omittingEmptySubsequences: false)
        guard groups.count > 1, let first = groups.first, (1...3).contains(first.count),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return FormNumber(ascii: plain.filter { $0 != 0x2C }[...])
    }
}
