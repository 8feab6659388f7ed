internal import AnnualReport

/// A report of an invented office: figures that obey the form, and sentences to go with them.
struct InventedReport {
    /// The form it uses.
    let form: StatutoryForm
    /// The year it describes.
    let year: Int
    /// The name of the invented office.
    let agency: String
    /// What is printed in each cell, in the order of `form.cells`.
    private(set) var printed: [String]
    private var random: SplitMix

    /// A report made from a seed.
    init(_ edition: FormEdition, seed: UInt64) {
        form = StatutoryForm.of(edition)
        random = SplitMix(seed: seed)
        year = edition == .edition2019 ? 2020 : 2021 + Int(seed % 4)
        let place = ["测试市", "示例县", "样本区", "虚构省"][Int(seed % 4)]
        let name = ["统计测试局", "试验管理局", "示例服务中心", "样本监督局", "测试街道办事处"][Int(seed % 5)]
        agency = place + name
        printed = Array(repeating: "0", count: form.cells.count)
        fillProactive()
        fillApplications()
        fillReview()
    }

    /// What is printed in a cell.
    func text(_ table: FormTable, _ row: FormRow, _ column: FormColumn) -> String {
        form.index(table.id, row.id, column.id).map { printed[$0] } ?? ""
    }

    private mutating func number(_ most: Int) -> Int {
        // Most cells of real reports are 0.
        Int.random(in: 0..<10, using: &random) < 6 ? 0 : Int.random(in: 0...most, using: &random)
    }

    private mutating func fillProactive() {
        for (index, cell) in form.cells.enumerated() where form.tables[cell.table].section == 2 {
            switch cell.kind {
            case .count: printed[index] = String(number(3000))
            case .change: printed[index] = String(number(40) - number(20))
            case .amount:
                let cents = Int.random(in: 0..<100, using: &random)
                printed[index] = "\(number(9000)).\(cents < 10 ? "0" : "")\(cents)"
            }
        }
        // What is in force is no less than what was made this year.
        guard let table = form.tables.first, form.edition == .edition2019 || form.edition == .edition2021 else {
            return
        }
        for row in table.rows {
            let own = table.columns.compactMap { form.index(table.id, row.id, $0.id) }
            guard own.count == 3 else { continue }
            let made = number(30)
            let other = number(5)
            printed[own[0]] = String(made)
            printed[own[1]] = String(form.edition == .edition2019 ? made : other)
            printed[own[2]] = String(made + 10 + number(60))
        }
    }

    private mutating func fillApplications() {
        guard let table = form.table(FormTable.applications), let total = table.columns.last else { return }
        var totals: [String: Int] = [:]
        for column in table.columns.dropLast() {
            var sum = 0
            func put(_ row: String, _ value: Int) {
                guard let index = form.index(table.id, row, column.id) else { return }
                printed[index] = String(value)
                totals[row, default: 0] += value
            }
            for leaf in form.leafRowIDs {
                let value = number(30)
                sum += value
                put(leaf, value)
            }
            let carriedOut = number(6)
            let carriedIn = min(number(6), sum + carriedOut)
            put("results_total", sum)
            put("carried_out", carriedOut)
            put("carried_in", carriedIn)
            put("new_received", sum + carriedOut - carriedIn)
        }
        for (row, value) in totals {
            if let index = form.index(table.id, row, total.id) { printed[index] = String(value) }
        }
    }

    private mutating func fillReview() {
        guard let table = form.table(FormTable.reviewLitigation), let row = table.rows.first else { return }
        let cells = table.columns.compactMap { form.index(table.id, row.id, $0.id) }
        for block in stride(from: 0, to: cells.count, by: 5) {
            var sum = 0
            for index in cells[block..<block + 4] {
                let value = number(9)
                printed[index] = String(value)
                sum += value
            }
            printed[cells[block + 4]] = String(sum)
        }
    }
}
