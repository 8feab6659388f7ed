/// What the rules look at: a report with its numbers laid out flat, and what it is compared with.
///
/// Made for one check and used by one thread.
final class RuleContext {
    let report: Report
    let previous: Report?
    let children: [Report]
    /// The numbers of the report in millionths, by cell; `CellValues.none` where no number stands.
    let values: CellValues
    /// The cells and equations of the report's form.
    let layout: FormLayout
    /// The text of the report, prepared; empty where it is not read.
    let text: ReportText
    /// True where every identity of the form holds.
    let holdsEveryIdentity: Bool

    /// `readsText`: false where no rule is asked that looks at it.
    init(_ report: Report, previous: Report?, children: [Report], readsText: Bool) {
        layout = FormLayout.of(report.form)
        values = CellValues(report.cells, layout)
        holdsEveryIdentity = values.holdEveryIdentity(layout)
        self.previous = previous
        self.children = children
        self.report = report
        text =
            readsText
            ? ReportText(title: report.title, preamble: report.preamble, sections: report.sections)
            : ReportText(title: "", preamble: "", sections: [])
    }

    /// The equations that fail and hold, and what explains the failures.
    lazy var arithmetic = ArithmeticOutcome(values, layout)
}
