import AnnualReport
import TestSupport

/// Reports with every kind of content, not consistent in themselves.
enum RandomReport {
    static func make(_ form: StatutoryForm, using random: inout SeededGenerator) -> Report {
        var report = Report(source: text(&random), form: form)
        report.title = text(&random)
        report.agency = text(&random)
        report.preamble = text(&random)
        report.reportYear = Bool.random(using: &random) ? Int.random(in: 2008...2030, using: &random) : nil
        for id in SectionID.allCases where Bool.random(using: &random) {
            report.sections.append(ReportSection(id: id, heading: text(&random), text: text(&random)))
        }
        for place in form.cells.indices { report[index: place] = cell(&random) }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let cells = form.cells.prefix(Int.random(in: 0...4, using: &random)).map(\.address)
            report.notes.append(ReportNote(code: "row_split", cells: Array(cells), message: text(&random)))
        }
        return report
    }

    private static func cell(_ random: inout SeededGenerator) -> Cell {
        let state = CellState.allCases.randomElement(using: &random) ?? .blank
        var cell = Cell(state: state, text: text(&random))
        if state == .number {
            let magnitudes: [Int64] = [1_000_000, 1_000_000_000, 9_000_000_000_000_000_000]
            let magnitude = magnitudes.randomElement(using: &random) ?? 1
            cell.value = FormNumber(millionths: Int64.random(in: -magnitude...magnitude, using: &random))
        }
        if Bool.random(using: &random) { cell.unit = ["元", "万元"].randomElement(using: &random) }
        if Bool.random(using: &random) { cell.place = text(&random) }
        return cell
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        let pieces = ["公开", "\n", "\"", "\\", "\t", "𠮷", "\u{1}", "é", "2023年", "/", "\u{2028}", "＜", ""]
        return (0..<Int.random(in: 0...5, using: &random))
            .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
}
