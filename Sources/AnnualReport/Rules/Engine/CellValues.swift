/// The numbers of a report by cell, in millionths.
struct CellValues {
    /// Stands where a cell has no number; out of the range of `FormNumber`.
    static let none = PrintedCell.none
    private let numbers: FixedList<Int64>
    /// True where every cell has a number.
    let isComplete: Bool
    /// True where every number is one that its column may hold.
    let isInRange: Bool
    /// True where some cell that holds no amount states a unit.
    let hasUnitsOfCounts: Bool
    /// True where some number that is no amount is printed with a point.
    let hasPoints: Bool
    /// True where every cell has a number, and they are small enough to be added up without overflow.
    private let isSmall: Bool

    /// What is seen while the cells are gone through.
    private struct Look {
        let numbers: UnsafeMutablePointer<Int64>
        var outside = 0
        var units = false
        var points = false
        /// The bits of all magnitudes, of negative numbers of one less.
        var bits: UInt64 = 0

        @inline(__always)
        mutating func put(_ number: Int64, at place: Int) {
            (numbers + place).initialize(to: number)
            bits |= UInt64(bitPattern: number ^ (number >> 63))
        }

        /// Whether numbers are so small that as many as an identity has terms add up without overflow; what stands where
        /// a cell has no number is not.
        var isSmall: Bool { bits < 1 << 57 }

        mutating func examine(_ number: Int64, _ kind: ColumnKind) {
            if number != CellValues.none, !kind.mayBe(number) { outside += 1 }
        }
    }

    init(_ cells: ReportCells, _ layout: FormLayout) {
        var found: Look?
        numbers = FixedList(capacity: cells.count) { numbers in
            var seen = Look(numbers: numbers)
            layout.kinds.withUnsafeBufferPointer { kinds in
                if cells.withPrinted({ Self.look($0, $1, kinds, &seen) }) == nil {
                    cells.withCells { Self.look($0, kinds, &seen) }
                }
            }
            found = seen
            return cells.count
        }
        isSmall = found?.isSmall ?? false
        isComplete = isSmall || !numbers.contains(Self.none)
        isInRange = found.map { $0.outside == 0 } ?? false
        hasUnitsOfCounts = found?.units ?? true
        hasPoints = found?.points ?? true
    }

    private static func look(
        _ cells: UnsafeBufferPointer<PrintedCell>, _ text: UnsafeBufferPointer<UInt8>,
        _ kinds: UnsafeBufferPointer<ColumnKind>, _ seen: inout Look
    ) {
        // Digits alone are a whole number that any column may hold: the others are counted, then looked at.
        var others = cells.count
        for place in cells.indices {
            seen.put(cells[place].millionths, at: place)
            others &-= cells[place].isPlain ? 1 : 0
        }
        var place = -1
        while others > 0 {
            place &+= 1
            let cell = cells[place]
            guard !cell.isPlain else { continue }
            others &-= 1
            seen.examine(cell.millionths, kinds[place])
            guard kinds[place] != .amount else { continue }
            if cell.unit != nil { seen.units = true }
            if text[Int(cell.start)..<Int(cell.end)].contains(UInt8(ascii: ".")) { seen.points = true }
        }
    }

    private static func look(
        _ cells: UnsafeBufferPointer<Cell>, _ kinds: UnsafeBufferPointer<ColumnKind>, _ seen: inout Look
    ) {
        for place in cells.indices {
            let isNumber = cells[place].state == .number
            let number = isNumber ? cells[place].value?.millionths ?? Self.none : Self.none
            seen.put(number, at: place)
            // Nought, the most frequent number, may stand anywhere.
            if number != 0 { seen.examine(number, kinds[place]) }
            guard kinds[place] != .amount else { continue }
            if cells[place].unit != nil { seen.units = true }
            if cells[place].text.utf8.contains(UInt8(ascii: ".")) { seen.points = true }
        }
    }

    /// Whether certainly every identity of a form holds.
    func holdEveryIdentity(_ layout: FormLayout) -> Bool {
        guard isSmall else { return false }
        return numbers.withUnsafeBufferPointer { numbers in
            layout.terms.withUnsafeBufferPointer { terms in
                layout.bounds.withUnsafeBufferPointer { bounds in
                    var wrong: Int64 = 0
                    for place in 0..<bounds.count - 1 {
                        var gap: Int64 = 0
                        for term in bounds[place].parts..<bounds[place].totals { gap &+= numbers[Int(terms[term])] }
                        for term in bounds[place].totals..<bounds[place + 1].parts {
                            gap &-= numbers[Int(terms[term])]
                        }
                        wrong |= gap
                    }
                    return wrong == 0
                }
            }
        }
    }

    /// Lends the numbers.
    func with<Result>(_ body: (UnsafeBufferPointer<Int64>) -> Result) -> Result {
        numbers.withUnsafeBufferPointer(body)
    }

    /// The number of a cell, or `none`.
    subscript(cell: Int) -> Int64 { numbers[cell] }

    /// The number of a cell; nil where none stands.
    func number(_ cell: Int) -> FormNumber? {
        numbers[cell] == Self.none ? nil : FormNumber(millionths: numbers[cell])
    }
}

extension ColumnKind {
    /// Whether a column of the kind may hold a number, in millionths.
    func mayBe(_ millionths: Int64) -> Bool {
        switch self {
        case .count: millionths >= 0 && millionths % 1_000_000 == 0
        case .change: millionths % 1_000_000 == 0
        case .amount: millionths >= 0
        }
    }
}
