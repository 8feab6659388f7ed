public import AnnualReport

/// Reports made at random that obey every identity of their form.
public enum ConsistentReport {
    /// A report of an invented office with every expected cell filled; rows that a mixed form only carries stay absent.
    public static func make(
        _ form: StatutoryForm, year: Int = 2023, using random: inout SeededGenerator
    ) -> Report {
        var report = empty(form, year: year)
        fillSectionTwo(&report, &random)
        fillApplications(&report, &random)
        fillCases(&report, &random)
        return report
    }

    /// A report of an invented office with 0 in every expected cell and a sentence in every section.
    public static func empty(_ form: StatutoryForm, year: Int = 2023) -> Report {
        var report = Report(source: "测试.txt", form: form)
        report.agency = "测试市测试局"
        report.title = "测试市测试局\(year)年政府信息公开工作年度报告"
        report.reportYear = year
        report.sections = SectionID.allCases.map { ReportSection(id: $0, heading: $0.heading, text: "照章办理。") }
        let carried: Set<String> =
            !form.isMixed
            ? []
            : form.edition == .edition2019 ? ["other"] : ["other_no_correction", "other_fee_unpaid", "other_other"]
        for (place, cell) in form.cells.enumerated()
        where cell.address.table != FormTable.applications || !carried.contains(cell.address.row) {
            report[index: place] = .number(.zero)
        }
        return report
    }

    /// Sets a cell by its address (`t3_applications.disclosed.total`); an unknown address is a fault of the test.
    public static func set(_ report: inout Report, _ address: String, _ value: Int, unit: String? = nil) {
        guard let address = CellAddress(address), report.form.index(of: address) != nil, let value = FormNumber(value)
        else { preconditionFailure("\(address) is no cell of the form") }
        report[address] = .number(value, unit: unit)
    }

    private static func fillSectionTwo(_ report: inout Report, _ random: inout SeededGenerator) {
        for (place, cell) in report.form.cells.enumerated() where report.form.tables[cell.table].section == 2 {
            let number = FormNumber(Int.random(in: 0...500, using: &random)) ?? .zero
            report[index: place] = .number(number, unit: cell.kind == .amount ? "万元" : nil)
        }
        guard report.form.edition == .edition2019 else { return }
        for row in ["regulations", "normative_documents"] {
            set(&report, "t2_art20_1.\(row).newly_disclosed_this_year", Int.random(in: 0...5, using: &random))
            set(&report, "t2_art20_1.\(row).total_disclosed", Int.random(in: 5...50, using: &random))
        }
    }

    private static func fillApplications(_ report: inout Report, _ random: inout SeededGenerator) {
        let columns = report.form.table(FormTable.applications)?.columns.map(\.id) ?? []
        var totals: [String: Int] = [:]
        func put(_ row: String, _ column: String, _ value: Int) {
            set(&report, "\(FormTable.applications).\(row).\(column)", value)
            totals[row, default: 0] += value
        }
        for column in columns.dropLast() {
            var sum = 0
            for leaf in report.form.leafRowIDs {
                let value = Bool.random(using: &random) ? Int.random(in: 0...40, using: &random) : 0
                put(leaf, column, value)
                sum += value
            }
            let carriedOut = Int.random(in: 0...9, using: &random)
            let carriedIn = Int.random(in: 0...(sum + carriedOut), using: &random)
            put("results_total", column, sum)
            put("carried_out", column, carriedOut)
            put("carried_in", column, carriedIn)
            put("new_received", column, sum + carriedOut - carriedIn)
        }
        for (row, value) in totals { set(&report, "\(FormTable.applications).\(row).total", value) }
    }

    private static func fillCases(_ report: inout Report, _ random: inout SeededGenerator) {
        for block in ["review", "litigation_direct", "litigation_after_review"] {
            var sum = 0
            for result in ["upheld", "corrected", "other", "pending"] {
                let value = Int.random(in: 0...20, using: &random)
                set(&report, "\(FormTable.reviewLitigation).cases.\(block)_\(result)", value)
                sum += value
            }
            set(&report, "\(FormTable.reviewLitigation).cases.\(block)_total", sum)
        }
    }
}
