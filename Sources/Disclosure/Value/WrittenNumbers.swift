/// The numbers that stand in a text, however they are written: together, or in groups with blanks, dashes or dots between.
///
/// Example: `110105 19491231-002X` is one row of the groups `110105`, `19491231`, `002X`. Half-width and full-width digits are
/// the same. A row ends at every other character, and at more than three separators.
struct WrittenNumbers {
    /// The rows, each with its groups of ASCII digits; the last character of a group may be X.
    let rows: [[[UInt8]]]

    /// The numbers of a text.
    init(in text: Substring) {
        var rows: [[[UInt8]]] = []
        var (row, group): ([[UInt8]], [UInt8]) = ([], [])
        var separators = 0
        func endGroup() {
            if !group.isEmpty { row.append(group) }
            group = []
        }
        func endRow() {
            endGroup()
            if !row.isEmpty { rows.append(row) }
            row = []
        }
        for scalar in text.unicodeScalars {
            if let byte = CitizenNumber.digit(scalar) {
                separators = 0
                group.append(byte)
                // Nothing goes on behind the check character.
                if byte == UInt8(ascii: "X") { endRow() }
            } else if Self.isSeparator(scalar), separators < 3 {
                endGroup()
                separators += 1
            } else {
                separators = 0
                endRow()
            }
        }
        endRow()
        self.rows = rows
    }

    /// True where groups that follow each other make a number of so many places that passes a test.
    func hold(_ places: Int, where isOne: ([UInt8]) -> Bool) -> Bool {
        rows.contains { row in
            row.indices.contains { first in
                var run: [UInt8] = []
                for group in row[first...] where run.count < places { run += group }
                return run.count == places && isOne(run)
            }
        }
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Blanks, also the wide one; a line break ends what is written.
        case 0x20, 0x09, 0xA0, 0x2000...0x200B, 0x202F, 0x3000: true
        // Dashes.
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D: true
        // Dots and the low line.
        case 0x2E, 0x5F, 0xB7, 0xFF0E, 0x30FB: true
        default: false
        }
    }
}

/// The number of a bank card: 16 to 19 digits that begin as those of a card network do, with a check digit.
///
/// Example: `6222 0200 1111 2222 14` is none, its check digit does not fit. Source: ISO/IEC 7812-1 (Luhn).
enum BankCardNumber {
    /// True when the text has one, written together, in groups of four, or as six digits and the rest.
    static func occurs(in numbers: WrittenNumbers) -> Bool {
        numbers.rows.contains { row in
            // A row of other groups is the number of a document: 2020-620100-48-03-012345.
            guard let last = row.last, isCardRow(row, last: last) else { return false }
            return isNumber(row.flatMap { $0 })
        }
    }

    private static func isCardRow(_ row: [[UInt8]], last: [UInt8]) -> Bool {
        row.count == 1 || row.dropLast().allSatisfy { $0.count == 4 } && last.count <= 4
            || row.count == 2 && row[0].count == 6
    }

    private static func isNumber(_ run: [UInt8]) -> Bool {
        let digits = run.map { Int($0) - 0x30 }
        guard (16...19).contains(digits.count), digits.allSatisfy({ (0...9).contains($0) }) else { return false }
        let four = digits.prefix(4).reduce(0) { $0 * 10 + $1 }
        let isIssued =
            switch four {
            case 6_200...6_299, 6_000...6_099, 9_558...9_559: true
            case 3_528...3_589, 4_000...4_999, 5_100...5_599: digits.count == 16
            default: false
            }
        guard isIssued else { return false }
        let sum = digits.reversed().enumerated().reduce(0) { sum, place in
            let doubled = place.offset.isMultiple(of: 2) ? place.element : place.element * 2
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum.isMultiple(of: 10)
    }
}
