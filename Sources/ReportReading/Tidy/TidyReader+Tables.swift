/// The tables with their headings.
extension TidyReader {
    // MARK: Section two

    /// Whether the line begins with the caption of the first table.
    mutating func startsSmallTables() -> Bool {
        guard let table = form.small.first else { return false }
        return starts { $0.isCell(table.caption) }
    }

    /// Whether the first table has the column headings of this edition.
    func namesOwnColumns() -> Bool {
        var reader = self
        guard let table = form.small.first, let column = table.columns.first else { return false }
        return reader.takeText(table.caption) && reader.takeText(form.stub) && reader.takeText(column)
    }

    /// Takes every table of section two.
    mutating func smallTables() -> Bool {
        for table in form.small {
            guard takeText(table.caption), takeText(form.stub) else { return false }
            for column in table.columns { guard takeText(column) else { return false } }
            guard closeHeading() else { return false }
            for row in table.rows { guard take(row) else { return false } }
        }
        return true
    }

    /// Takes a text of the form as the next cell that is not empty, on this row or the next.
    private mutating func takeText(_ text: TidyForm.Text) -> Bool {
        guard nextCell(), isCell(text) else { return false }
        at += text.count
        return true
    }

    /// Whether the first cell of the line that is not empty is of a kind.
    private mutating func starts(_ isKind: (TidyReader) -> Bool) -> Bool {
        let start = (at, hasBars)
        defer {
            (at, hasBars) = start
            isInRow = false
        }
        openRow()
        skipEmptyCells()
        return isKind(self)
    }

    // MARK: Section three

    /// Whether the line begins with a heading of table three.
    mutating func startsApplications() -> Bool {
        starts { reader in reader.form.applicants.contains { reader.isCell($0.text) } }
    }

    /// Takes table three.
    mutating func applications() -> Bool {
        guard applicantHeadings() else { return false }
        for row in form.applications { guard take(row) else { return false } }
        return true
    }

    /// Takes the headings of the applicants where they stand in the order of the form.
    private mutating func applicantHeadings() -> Bool {
        guard let first = form.applications.first else { return false }
        var named = 0
        var alone = 0
        var lastAlone = 0
        var isOrdered = true
        var pieces = 0
        var guess = -1
        while true {
            skipEmptyLines()
            let start = at
            guard nextRow() else { return false }
            if isCell(first.label) {
                at = start
                isInRow = false
                break
            }
            var columns = 0
            var printed = 0
            var last = -1
            repeat {
                // Mostly they come in the order of the form.
                guess = form.applicants.count > guess + 1 ? guess + 1 : 0
                if !isCell(form.applicants[guess].text) {
                    guard let other = form.applicants.firstIndex(where: { isCell($0.text) }) else { return false }
                    guess = other
                }
                let heading = form.applicants[guess]
                at += heading.text.count
                printed += 1
                if heading.column >= 0 {
                    guard named & 1 << heading.column == 0, heading.column > last else { return false }
                    named |= 1 << heading.column
                    last = heading.column
                    columns += 1
                }
            } while goesOn()
            pieces += cells
            guard closeHeading() else { return false }
            guard columns == 1, printed == 1 else { continue }
            // Alone on their lines they may stand in one order only; 总计 before the organisations it is beside.
            alone += 1
            switch last {
            case 0: break
            case 6: isOrdered = isOrdered && named & 1 != 0
            default:
                isOrdered = isOrdered && last == lastAlone + 1
                lastAlone = last
            }
        }
        return named == 0x7F && pieces <= 50 && (alone < 7 || isOrdered)
    }

    /// Goes to the next cell of the row that is not empty; false where there is none.
    private mutating func goesOn() -> Bool {
        guard leaveCell() else { return false }
        skipEmptyCells()
        return !endsLine(at)
    }

    // MARK: Section four

    /// Whether the line begins with the first heading of table four.
    mutating func startsReview() -> Bool {
        let first = form.reviewHeadings[ReviewHeading.review.rawValue]
        return starts { $0.isCell(first) }
    }

    /// Takes table four.
    mutating func review() -> Bool {
        var seen = 0
        var leaves = 0
        var rows = 0
        var alone = 0
        while true {
            guard nextRow() else { return false }
            // Headings are Chinese, values are not.
            guard bytes[at] >= 0x80 else { break }
            let start = leaves
            var printed = 0
            repeat {
                // Mostly a result, and they come in their order.
                var heading = leaves % 5
                if !isCell(form.reviewHeadings[heading]) {
                    guard let other = form.reviewHeadings.firstIndex(where: { isCell($0) }) else { return false }
                    heading = other
                }
                at += form.reviewHeadings[heading].count
                printed += 1
                if heading <= ReviewHeading.total.rawValue {
                    guard heading == leaves % 5 else { return false }
                    leaves += 1
                } else {
                    // Each once, in the order of the cases.
                    guard seen >> heading == 0 else { return false }
                    seen |= 1 << heading
                }
            } while goesOn()
            guard closeRow() else { return false }
            let own = leaves - start
            if own == 1, printed == 1 {
                alone += 1
            } else if own > 0 {
                rows += 1
                if own >= 5, start % 5 != 0 { return false }
            }
        }
        guard leaves == ReviewTable.width, seen == 0b1_1110_0000, alone == 0 || rows == 0 else { return false }
        if isAloneOnLine() { return takeLines(form.review) }
        return takeRow(form.review)
    }

    /// Whether nothing but the value that begins here stands on its line.
    private func isAloneOnLine() -> Bool {
        guard cells == 1, !hasBars else { return false }
        var place = at
        while place < bytes.count, bytes[place] > 0x20 { place += 1 }
        return endsLine(place)
    }
}
