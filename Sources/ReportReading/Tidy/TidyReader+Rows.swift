import AnnualReport

/// Rows of tables: cells parted by tabs, or by bars with bars at both ends, or one cell a line.
extension TidyReader {
    // MARK: Cells

    /// Begins a row at the beginning of a line, on its first cell.
    mutating func openRow() {
        cells = 1
        isInRow = true
        hasBars = at < bytes.count && bytes[at] == 0x7C
        if hasBars {
            at += 1
            skipSpaces()
        }
    }

    private mutating func skipSpaces() { at = behindSpaces(at) }

    @inline(__always)
    private func behindSpaces(_ place: Int) -> Int {
        var place = place
        while place < bytes.count, bytes[place] == 0x20 { place &+= 1 }
        return place
    }

    /// Goes from one cell to the next that is not empty, or to the end of the line.
    @inline(__always)
    mutating func skipEmptyCells() {
        let sign: UInt8 = hasBars ? 0x7C : 0x09
        while at < bytes.count, bytes[at] == sign {
            at += 1
            cells += 1
            if hasBars { skipSpaces() }
        }
    }

    /// Whether a cell ends at a place.
    @inline(__always)
    func endsCell(_ place: Int) -> Bool {
        guard place < bytes.count else { return !hasBars }
        let byte = bytes[place]
        if hasBars { return byte == 0x20 || byte == 0x7C }
        return byte == 0x09 || byte == 0x0A || endsLine(place)
    }

    /// Goes from behind the content of a cell to the next cell; false where there is none.
    @inline(__always)
    mutating func leaveCell() -> Bool {
        guard let next = cellBehind(at) else { return false }
        at = next
        cells &+= 1
        return true
    }

    /// Where the next cell begins, from behind the content of one; nil where there is none.
    @inline(__always)
    private func cellBehind(_ place: Int) -> Int? {
        if hasBars {
            // Mostly one space, a bar, one space.
            if place &+ 3 < bytes.count, bytes[place] == 0x20, bytes[place &+ 1] == 0x7C, bytes[place &+ 2] == 0x20,
                bytes[place &+ 3] != 0x20
            {
                return place &+ 3
            }
            let bar = behindSpaces(place)
            guard bar < bytes.count, bytes[bar] == 0x7C else { return nil }
            return behindSpaces(bar &+ 1)
        }
        guard place < bytes.count, bytes[place] == 0x09 else { return nil }
        return place &+ 1
    }

    /// Ends a row in which nothing more is printed; false where something is.
    mutating func closeRow() -> Bool {
        if leaveCell() { skipEmptyCells() }
        if hasBars {
            var last = at - 1
            while bytes[last] == 0x20 { last -= 1 }
            guard bytes[last] == 0x7C else { return false }
        }
        isInRow = false
        return takeLineEnd()
    }

    /// Begins the next row on its first cell that is not empty; false where there is none.
    mutating func nextRow() -> Bool {
        skipEmptyLines()
        openRow()
        skipEmptyCells()
        return !endsLine(at)
    }

    /// Goes to the next cell that is not empty, on this row or the next.
    mutating func nextCell() -> Bool {
        if isInRow {
            if leaveCell() {
                skipEmptyCells()
                if !endsLine(at) { return true }
            }
            guard closeHeading() else { return false }
        }
        return nextRow()
    }

    /// Ends a row of headings, which has no more cells than the general reader takes for a row of a table.
    mutating func closeHeading() -> Bool { cells <= 12 && closeRow() }

    /// Whether a text of the form is the cell that begins here.
    @inline(__always)
    func isCell(_ text: TidyForm.Text) -> Bool { has(text, at: at) && endsCell(at + text.count) }

    // MARK: Rows

    /// Takes a row with its values: on one line, or the label and every value on a line of its own.
    mutating func take(_ row: TidyForm.Row) -> Bool {
        guard nextRow() else { return false }
        for index in row.groups {
            let group = form.groups[index]
            guard isCell(group) else { continue }
            at += group.count
            if leaveCell() { skipEmptyCells() }
            if endsLine(at) {
                guard closeRow(), nextRow() else { return false }
            }
        }
        guard isCell(row.label) else { return false }
        at += row.label.count
        if leaveCell() {
            skipEmptyCells()
            return takeRow(row.cells)
        }
        return cells == 1 && !hasBars && takeLineEnd() && takeLines(row.cells)
    }

    /// Takes values from the rest of a line, with nothing behind them.
    mutating func takeRow(_ own: Range<Int>) -> Bool {
        // Plain whole numbers for the most part.
        var cell = own.lowerBound
        while cell < own.upperBound {
            if cell > own.lowerBound, !leaveCell() { return false }
            cell = takeNumbers(cell..<own.upperBound)
            guard cell < own.upperBound else { break }
            guard takeOtherValue(cell) else { return false }
            cell += 1
        }
        return closeRow()
    }

    /// Takes values that stand on lines of their own.
    mutating func takeLines(_ own: Range<Int>) -> Bool {
        hasBars = false
        var cell = own.lowerBound
        while true {
            cell = takeFigures(cell..<own.upperBound)
            guard cell < own.upperBound else { break }
            skipEmptyLines()
            if let number = number(at) {
                put(cell, number)
                at = number.end
            } else if !takeOtherValue(cell) {
                return false
            }
            guard takeLineEnd() else { return false }
            cell += 1
        }
        isInRow = false
        return true
    }

    /// Takes single figures that stand on lines of their own, as many as there are, and gives the cell that comes behind
    /// them.
    private mutating func takeFigures(_ own: Range<Int>) -> Int {
        var (cell, place, begun) = (own.lowerBound, at, line)
        let units = form.units
        while cell < own.upperBound, place &+ 1 < bytes.count, bytes[place] &- 0x30 <= 9, bytes[place &+ 1] == 0x0A {
            put(cell, (Int64(bytes[place] &- 0x30), place, place &+ 1), begun, units)
            cell &+= 1
            place &+= 2
            begun &+= 1
        }
        (at, line) = (place, begun)
        return cell
    }

    /// Takes plain whole numbers with what parts them, as many as there are, and gives the cell that comes behind them.
    /// Unless that is the end of the range, something else begins here, or no other cell.
    private mutating func takeNumbers(_ own: Range<Int>) -> Int {
        var (cell, place, begun) = (own.lowerBound, at, cells)
        let (units, line) = (form.units, line)
        let (parting, ending): (UInt8, UInt8) = hasBars ? (0x7C, 0x20) : (0x09, 0x0A)
        while true {
            // Mostly a single figure.
            let figure = place &+ 1 < bytes.count ? bytes[place] &- 0x30 : .max
            if figure <= 9, bytes[place &+ 1] == parting || bytes[place &+ 1] == ending {
                put(cell, (Int64(figure), place, place &+ 1), line, units)
                place &+= 1
            } else if let number = number(place) {
                put(cell, number, line, units)
                place = number.end
            } else {
                break
            }
            cell &+= 1
            guard cell < own.upperBound, let next = cellBehind(place) else { break }
            place = next
            begun &+= 1
        }
        at = place
        cells = begun
        return cell
    }

    /// A plain whole number: what it is, and where it begins and ends.
    private typealias Number = (value: Int64, start: Int, end: Int)

    /// The plain whole number that is all of the cell that begins at a place; nil where something else is.
    @inline(__always)
    private func number(_ start: Int) -> Number? {
        var (number, place): (Int64, Int) = (0, start)
        while place < bytes.count {
            let digit = bytes[place] &- 0x30
            guard digit <= 9 else { break }
            number = number &* 10 &+ Int64(digit)
            place &+= 1
        }
        guard place > start, place &- start <= 12, endsCell(place) else { return nil }
        return (number, start, place)
    }

    private func put(_ cell: Int, _ number: Number) { put(cell, number, line, form.units) }

    @inline(__always)
    private func put(_ cell: Int, _ number: Number, _ line: Int, _ units: PermanentList<PrintedUnit?>) {
        (values + cell).initialize(
            to: PrintedCell(
                millionths: number.value &* 1_000_000, start: number.start, end: number.end, line: line,
                unit: units[cell], isPlain: true))
    }

    /// Takes a value that is no plain whole number.
    private mutating func takeOtherValue(_ cell: Int) -> Bool {
        let start = at
        while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x7C {
            switch bytes[at] {
            // Spaces of other widths, and signs of full width, are not for this reader.
            case 0x80..<0xE2 where bytes[at] >= 0xC0, 0xE3, 0xEE...0xFF: return false
            case 0xE2:
                if at + 2 >= bytes.count || bytes[at + 1] != 0x80 || bytes[at + 2] & 0xFE != 0x94 { return false }
            default: break
            }
            at += 1
        }
        guard at > start, endsCell(at) else { return false }
        var value = PrintedCell(millionths: PrintedCell.none, start: start, end: at, line: line)
        switch PrintedValue.read(bytes, start..<at) {
        case .notApplicable: break
        case .number(let number, let unit):
            value.millionths = number.millionths
            if form.isAmount[cell] {
                value.unit = unit ?? form.units[cell]
            } else if unit == .tenThousandYuan || unit == .hundredMillionYuan {
                return false
            }
        default: return false
        }
        (values + cell).initialize(to: value)
        return true
    }
}
