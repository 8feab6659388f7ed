/// One scan of a text, run by run.
///
/// The text is handed to each step, since a span cannot be kept.
struct TermRun {
    typealias Take = (Span<UInt8>, TermPlace) -> Bool

    /// The kind of the last run.
    private enum Kind { case none, han, word }
    /// What stood between it and here.
    private enum Gap { case none, blank, wall }

    private let isText: Bool
    private var at = 0
    private var last = Kind.none
    private var gap = Gap.none
    private var position = 0

    init(_ purpose: TermScanner.Purpose) { isText = purpose == .text }

    mutating func scan(_ text: Span<UInt8>, _ take: Take) {
        while at < text.count {
            let (kind, length) = look(text, at)
            switch kind {
            case .nothing: at += length
            case .blank:
                if gap == .none { gap = .blank }
                at += length
            case .wall:
                gap = .wall
                at += length
            case .han: if !han(text, length, take) { return }
            case .word: if !word(text, take) { return }
            }
        }
    }

    // MARK: Runs

    private mutating func han(_ text: Span<UInt8>, _ length: Int, _ take: Take) -> Bool {
        let isJoined = last == .word && gap != .wall
        guard isJoined || wall(text, take) else { return false }
        var before = at..<(at + length)
        at += length
        var count = 1
        while let next = nextHan(text) {
            guard pair(text, before, next, take) else { return false }
            // The single character at the seam has the place of the pair that begins with it.
            if count == 1 && isJoined && isText {
                guard take(text.extracting(before), TermPlace(before, position: position - 1)) else { return false }
            }
            before = next
            count += 1
        }
        if count == 1 || isBeforeWord(text) {
            guard take(text.extracting(before), TermPlace(before, position: position)) else { return false }
            position += 1
        }
        last = .han
        gap = .none
        return true
    }

    /// The next character where it belongs to the same run.
    private mutating func nextHan(_ text: Span<UInt8>) -> Range<Int>? {
        var index = at
        if Self.isCommon(text, index) {
            at = index + 3
            return index..<at
        }
        while index < text.count {
            let (kind, length) = look(text, index)
            if kind == .nothing {
                index += length
                continue
            }
            guard kind == .han else { return nil }
            at = index + length
            return index..<at
        }
        return nil
    }

    private mutating func pair(
        _ text: Span<UInt8>, _ first: Range<Int>, _ second: Range<Int>, _ take: Take
    ) -> Bool {
        let place = TermPlace(first.lowerBound..<second.upperBound, position: position)
        position += 1
        if first.upperBound == second.lowerBound { return take(text.extracting(place.bytes), place) }
        // A mark without width stands between them.
        var joined: [UInt8] = []
        joined.reserveCapacity(8)
        for index in first { joined.append(text[index]) }
        for index in second { joined.append(text[index]) }
        return take(joined.span, place)
    }

    /// True where a word follows with nothing but blanks between.
    private func isBeforeWord(_ text: Span<UInt8>) -> Bool {
        var index = at
        while index < text.count {
            let (kind, length) = look(text, index)
            switch kind {
            case .nothing, .blank: index += length
            case .word: return true
            case .han, .wall: return false
            }
        }
        return false
    }

    private mutating func word(_ text: Span<UInt8>, _ take: Take) -> Bool {
        guard (last != .none && gap != .wall) || wall(text, take) else { return false }
        let start = at
        // Most words are what they are: lower-case letters or digits.
        while at < text.count, at - start < TermScanner.longestWord, Self.isPlain(text[at]) { at += 1 }
        if at == text.count || at - start == TermScanner.longestWord
            || look(text, at).0 != .word && look(text, at).0 != .nothing
        {
            guard take(text.extracting(start..<at), TermPlace(start..<at, position: position)) else { return false }
        } else {
            var folded: [UInt8] = []
            folded.reserveCapacity(TermScanner.longestWord)
            for index in start..<at { folded.append(text[index]) }
            fold(text, into: &folded)
            guard take(folded.span, TermPlace(start..<at, position: position)) else { return false }
        }
        position += 1
        last = .word
        gap = .none
        return true
    }

    private static func isPlain(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }

    /// Goes on with a word that has letters to be folded.
    private mutating func fold(_ text: Span<UInt8>, into folded: inout [UInt8]) {
        while at < text.count {
            let (kind, length) = look(text, at)
            if kind == .nothing {
                at += length
                continue
            }
            guard kind == .word else { return }
            let before = folded.count
            if length == 1 {
                folded.append(Self.isPlain(text[at]) ? text[at] : text[at] | 0x20)
            } else {
                Self.fold(decode(text, at).scalar, into: &folded)
            }
            guard folded.count <= TermScanner.longestWord else {
                folded.removeSubrange(before...)
                return
            }
            at += length
        }
    }

    private static func fold(_ scalar: Unicode.Scalar, into folded: inout [UInt8]) {
        if (0xFF00...0xFF5F).contains(scalar.value) {
            let narrow = UInt8(truncatingIfNeeded: scalar.value - 0xFEE0)
            folded.append(isPlain(narrow) ? narrow : narrow | 0x20)
        } else {
            folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// The wall before a run, where another run stands before it.
    private mutating func wall(_ text: Span<UInt8>, _ take: Take) -> Bool {
        guard last != .none else { return true }
        defer { position += 1 }
        return take(text.extracting(at..<at), TermPlace(at..<at, position: position, isWall: true))
    }

    // MARK: Characters

    /// The class of the character at a place and its length in bytes.
    private func look(_ text: Span<UInt8>, _ index: Int) -> (ScalarClass, Int) {
        let byte = text[index]
        if byte < 0x80 { return (.ofASCII(byte), 1) }
        if Self.isCommon(text, index) { return (.han, 3) }
        let (scalar, length, isSound) = decode(text, index)
        return (isSound ? ScalarClass(scalar) : .wall, length)
    }

    /// True where one of the common Chinese characters stands: U+4E00 to U+9FFF, three bytes from E4 B8 80 to E9 BF BF.
    private static func isCommon(_ text: Span<UInt8>, _ index: Int) -> Bool {
        guard index + 2 < text.count else { return false }
        let (first, second) = (text[index], text[index + 1])
        return
            (first > 0xE4 && first < 0xEA && second & 0xC0 == 0x80 || first == 0xE4 && second >= 0xB8 && second < 0xC0)
            && text[index + 2] & 0xC0 == 0x80
    }

    /// The character at a place; a byte that belongs to none is taken alone.
    private func decode(_ text: Span<UInt8>, _ index: Int) -> (scalar: Unicode.Scalar, length: Int, isSound: Bool) {
        let first = text[index]
        let (length, least): (Int, UInt32) =
            switch first {
            case 0xC2...0xDF: (2, 0x80)
            case 0xE0...0xEF: (3, 0x800)
            case 0xF0...0xF4: (4, 0x10000)
            default: (1, 0)
            }
        guard length > 1, index + length <= text.count else { return ("\u{FFFD}", 1, false) }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length {
            let byte = text[index + offset]
            guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1, false) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard value >= least, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1, false) }
        return (scalar, length, true)
    }
}
