/// The sum of one cell over the members of a rollup.
enum RollupSum {
    /// A cell of counts.
    static func count(_ address: CellAddress, _ members: [Rollup.Member]) -> Rollup.Sum {
        let gathered = gather(address, members)
        let numbers = gathered.cells.compactMap(\.value)
        return Rollup.Sum(
            partial: numbers.isEmpty ? nil : numbers.reduce(.zero) { $0 + $1 }, unit: nil, given: numbers.count,
            missing: gathered.missing, hasUnknownUnit: false)
    }

    /// A cell of money: brought to the unit of the form, or to the one that all members use, or to yuan.
    static func amount(_ cell: FormCell, _ form: StatutoryForm, _ members: [Rollup.Member]) -> Rollup.Sum {
        let gathered = gather(cell.address, members)
        let prescribed = form.tables[cell.table].columns[cell.column].unit
        // Nought needs no unit.
        let units = Set(gathered.cells.filter { $0.value != .zero }.map { $0.unit ?? prescribed ?? "" })
        let given = gathered.cells.count
        let isMixedUp = units.count > 1 && !units.isSubset(of: ["元", "万元"])
        guard given > 0, !isMixedUp else {
            return Rollup.Sum(
                partial: nil, unit: nil, given: given, missing: gathered.missing, hasUnknownUnit: isMixedUp)
        }
        let target = prescribed ?? (units.count > 1 ? "元" : units.first ?? gathered.cells.first?.unit ?? "")
        var sum: Int128 = 0
        for one in gathered.cells {
            let value = Int128(one.value?.millionths ?? 0)
            let unit = one.unit ?? prescribed ?? target
            sum += value * (unit == "万元" ? 10_000 : 1)
        }
        let divisor: Int128 = target == "万元" ? 10_000 : 1
        // Six decimals of 万元 are a hundredth of a yuan: what does not fit is not rounded away.
        guard sum % divisor == 0, let millionths = Int64(exactly: sum / divisor) else {
            return Rollup.Sum(
                partial: FormNumber(millionths: Int64(clamping: sum)), unit: "元", given: given,
                missing: gathered.missing, hasUnknownUnit: false)
        }
        return Rollup.Sum(
            partial: FormNumber(millionths: millionths), unit: target.isEmpty ? nil : target, given: given,
            missing: gathered.missing, hasUnknownUnit: false)
    }

    /// The cells with numbers, and who has none; "/" says that there is nothing to add.
    private static func gather(
        _ address: CellAddress, _ members: [Rollup.Member]
    ) -> (cells: [Cell], missing: [String]) {
        var cells: [Cell] = []
        var missing: [String] = []
        for member in members {
            let cell = member.report?[address]
            switch cell?.state {
            case .number:
                if let cell { cells.append(cell) }
            case .notApplicable: continue
            default: missing.append(member.name)
            }
        }
        return (cells, missing)
    }
}
