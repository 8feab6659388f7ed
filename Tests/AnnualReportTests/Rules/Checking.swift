import AnnualReport
import TestSupport
import Testing

extension CheckResult {
    /// The failures of a rule.
    func failures(_ rule: String) -> [RuleFinding] { findings.filter { $0.rule == rule && $0.outcome == .fail } }

    /// What of a rule could not be assessed.
    func open(_ rule: String) -> [RuleFinding] { findings.filter { $0.rule == rule && $0.outcome == .notAssessable } }

    /// The ids of the rules that failed.
    var failedRules: Set<String> { Set(findings.filter { $0.outcome == .fail }.map(\.rule)) }
}

extension Report {
    /// A report of noughts with some cells set.
    static func with(_ form: StatutoryForm, year: Int = 2023, _ cells: [String: Int] = [:]) -> Report {
        var report = ConsistentReport.empty(form, year: year)
        for (address, value) in cells { ConsistentReport.set(&report, address, value) }
        return report
    }

    /// The same report with one cell in another state.
    func with(_ address: String, _ state: CellState, text: String = "") -> Report {
        var report = self
        if let address = CellAddress(address) { report[address] = Cell(state: state, text: text) }
        return report
    }

    /// The same report with another text in a section.
    func with(_ section: SectionID, _ text: String) -> Report {
        var report = self
        report.sections.removeAll { $0.id == section }
        report.sections.append(ReportSection(id: section, heading: section.heading, text: text))
        return report
    }
}

let allForms: [StatutoryForm] = [.edition2019, .edition2021, .mixed2019, .mixed2021]
let arithmeticRules: Set<String> = [
    "T3_BALANCE", "T3_RESULTS_SUM", "T3_ROW_SUM", "T4_SUM_REVIEW", "T4_SUM_LITIGATION_DIRECT",
    "T4_SUM_LITIGATION_AFTER_REVIEW",
]
