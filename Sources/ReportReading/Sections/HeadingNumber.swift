import AnnualReport

/// A number before a heading, in one of the styles that reports use in place of 一、.
struct HeadingNumber {
    /// How it is written.
    enum Style: Hashable, CaseIterable {
        /// 第一部分
        case part
        /// （一）
        case bracketed
        /// 1.
        case arabic
        /// Ⅰ. or II.
        case roman
        /// 壹、
        case formal
    }

    /// How it is written.
    var style: Style
    /// The number, from 1.
    var value: Int
    /// Where the text after it begins.
    var end: Int

    /// The headings of a document that numbers its sections in another style than 一、.
    ///
    /// The same styles number paragraphs within sections: a heading counts only where its number is the one that the
    /// form gives to its section.
    static func headings(in pieces: Pieces) -> [HeadingFinder.Heading] {
        var candidates: [Style: [HeadingFinder.Candidate]] = [:]
        var keys = KeyText(capacity: 256)
        for (index, row) in pieces.rows.enumerated() {
            guard let range = HeadingFinder.textRange(of: row, pieces), range.count >= 9,
                let number = HeadingNumber(pieces.bytes, range)
            else { continue }
            keys.cut(to: 0)
            let text = number.end..<range.upperBound
            guard
                let match = HeadingFinder.match(
                    pieces.bytes, text, isMarked: row.isHeading, isNumbered: true, &keys),
                SectionID.allCases.firstIndex(of: match.id) == number.value - 1
            else { continue }
            let heading = HeadingFinder.Heading(
                id: match.id, row: index, text: pieces.bytes.text(range.lowerBound..<number.end) + match.text,
                rest: match.rest)
            candidates[number.style, default: []].append((heading, match.weight))
        }
        var best: [HeadingFinder.Heading] = []
        for style in Style.allCases {
            guard let found = candidates[style], found.count > best.count else { continue }
            let chain = HeadingFinder.chain(found, rows: pieces.rows.count)
            if chain.count > best.count { best = chain }
        }
        return best
    }

    /// The number that a line begins with; nil where it begins with none.
    init?(_ bytes: SourceBytes, _ range: Range<Int>) {
        var cursor = Cursor(bytes: bytes, index: range.lowerBound, end: range.upperBound)
        cursor.skip { $0 <= 0x20 || $0 == 0x3000 || $0 == 0x23 || $0 == 0x2A }
        if cursor.take("第") {
            guard let value = cursor.chinese() ?? cursor.arabic() else { return nil }
            guard cursor.take("部") && cursor.take("分") || cursor.take("章") else { return nil }
            (style, self.value) = (.part, value)
        } else if cursor.take("（") || cursor.take("(") {
            guard let value = cursor.chinese() ?? cursor.arabic(), cursor.take("）") || cursor.take(")") else {
                return nil
            }
            (style, self.value) = (.bracketed, value)
        } else if let value = cursor.arabic() {
            guard cursor.takeStop() else { return nil }
            (style, self.value) = (.arabic, value)
        } else if let value = cursor.roman() {
            guard cursor.takeStop() else { return nil }
            (style, self.value) = (.roman, value)
        } else if let value = cursor.place(in: "壹贰叁肆伍陆") ?? cursor.place(in: "壹貳參肆伍陸") {
            guard cursor.takeStop() else { return nil }
            (style, self.value) = (.formal, value)
        } else {
            return nil
        }
        cursor.skip { $0 <= 0x20 || $0 == 0x3000 || $0 == 0x3001 || $0 == 0xFF1A || $0 == 0x3A }
        end = cursor.index
    }

    /// Goes through the scalars of a line.
    private struct Cursor {
        let bytes: SourceBytes
        var index: Int
        let end: Int

        private var next: (scalar: UInt32, after: Int)? {
            index < end ? KeyText.decode(bytes, at: index, end: end) : nil
        }

        mutating func skip(while belongs: (UInt32) -> Bool) {
            while let (scalar, after) = next, belongs(scalar) { index = after }
        }

        mutating func take(_ wanted: Unicode.Scalar) -> Bool {
            guard let (scalar, after) = next, scalar == wanted.value else { return false }
            index = after
            return true
        }

        /// Takes what parts a number from its text: a stop of any width, or white space.
        mutating func takeStop() -> Bool {
            guard let (scalar, after) = next else { return false }
            guard [0x2E, 0xFF0E, 0x3001, 0xFF0C, 0x20, 0x3000, 0xA0, 0x09, 0x29, 0xFF09].contains(scalar) else {
                return false
            }
            index = after
            return true
        }

        /// A digit from 1 to 6 that no other follows.
        mutating func arabic() -> Int? {
            guard let (scalar, after) = next, let digit = Self.digit(scalar), (1...6).contains(digit) else {
                return nil
            }
            if after < end, Self.digit(KeyText.decode(bytes, at: after, end: end).0) != nil { return nil }
            index = after
            return digit
        }

        private static func digit(_ scalar: UInt32) -> Int? {
            switch scalar {
            case 0x30...0x39: Int(scalar) - 0x30
            case 0xFF10...0xFF19: Int(scalar) - 0xFF10
            default: nil
            }
        }

        mutating func chinese() -> Int? { place(in: "一二三四五六") }

        mutating func roman() -> Int? {
            if let value = place(in: "ⅠⅡⅢⅣⅤⅥ") { return value }
            var letters: [UInt8] = []
            while index < end, letters.count < 4, bytes[index] == 0x49 || bytes[index] == 0x56 {
                letters.append(bytes[index])
                index += 1
            }
            let names = ["I", "II", "III", "IV", "V", "VI"]
            return names.firstIndex(of: String(decoding: letters, as: UTF8.self)).map { $0 + 1 }
        }

        /// The place, from 1, of the next scalar in a row of scalars.
        mutating func place(in row: String) -> Int? {
            guard let (scalar, after) = next,
                let place = row.unicodeScalars.enumerated().first(where: { $0.element.value == scalar })?.offset
            else { return nil }
            index = after
            return place + 1
        }
    }
}
