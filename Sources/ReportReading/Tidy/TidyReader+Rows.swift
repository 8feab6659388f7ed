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

    private mutating func skipSpaces() { while at < bytes.count, bytes[at] == 0x20 { at += 1 } }

    /// Goes from one cell to the next that is not empty, or to the end of the line.
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
        if hasBars {
            skipSpaces()
            guard at < bytes.count, bytes[at] == 0x7C else { return false }
            at += 1
            skipSpaces()
        } else {
            guard at < bytes.count, bytes[at] == 0x09 else { return false }
            at += 1
        }
        cells += 1
        return true
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
        for cell in own {
            if cell > own.lowerBound, !leaveCell() { return false }
            guard takeValue(cell) else { return false }
        }
        return closeRow()
    }

    /// Takes values that stand on lines of their own.
    mutating func takeLines(_ own: Range<Int>) -> Bool {
        hasBars = false
        for cell in own {
            skipEmptyLines()
            guard takeValue(cell), takeLineEnd() else { return false }
        }
        isInRow = false
        return true
    }

    /// Takes the value that begins here.
    @inline(__always)
    private mutating func takeValue(_ cell: Int) -> Bool {
        let start = at
        var number: Int64 = 0
        while at < bytes.count, bytes[at] &- 0x30 <= 9 {
            number = number &* 10 &+ Int64(bytes[at] &- 0x30)
            at += 1
        }
        guard at > start, at - start <= 12, endsCell(at) else {
            at = start
            return takeOtherValue(cell)
        }
        values.initializeElement(
            at: cell,
            to: PrintedCell(
                millionths: number * 1_000_000, start: start, end: at, line: line, unit: form.units[cell], isPlain: true
            ))
        return true
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
        values.initializeElement(at: cell, to: value)
        return true
    }
}
