import AnnualReport
import Foundation
import TestSupport

/// A real report of the shared folder: hand-read cells, with the text of its sections cut out by a simple splitter.
struct CorpusReport: Sendable {
    let name: String
    let report: Report
    /// What a checker must find, in words.
    let violations: [String]
    let proseConflicts: [String]

    private struct Golden: Decodable {
        let agency: String
        let report_year: Int
        let form: String
        let violations: [String]
        let prose_conflicts: [String]
        let cells: [String: String?]
    }

    /// Which document gives the text of a golden report.
    private static let documents: [(name: String, text: String)] = [
        ("seed_000", "seeds/000_d72d8cf55dbf924b.txt"), ("seed_001", "seeds/001_13c26623e78398c9.txt"),
        ("seed_002", "seeds/002_1484eb1efd592a68.txt"), ("seed_003", "seeds/003_d00a2679fa720ff6.txt"),
        ("seed_004", "seeds/004_6f73e57e54ca5cf9.txt"),
        ("hongze_district_2023", "corpus/raw/hongze_district_2023.pymupdf.txt"),
        ("suqian_city_2023", "corpus/raw/suqian_city_2023.comparepdf.txt"),
        ("hangzhou_2025_fixture", "corpus/raw/hangzhou_2025_fixture.html"),
    ]

    /// Every golden report; empty where the shared folder is absent.
    static func all() throws -> [CorpusReport] {
        guard let shared = TestEnvironment.sharedFolder else { return [] }
        return try documents.map { document in
            let data = try Data(contentsOf: shared.appending(path: "corpus/golden/\(document.name).json"))
            let golden = try JSONDecoder().decode(Golden.self, from: data)
            var text = try String(contentsOf: shared.appending(path: document.text), encoding: .utf8)
            if document.text.hasSuffix(".html") { text = withoutTags(text) }
            var report = Report(source: document.name, form: form(golden))
            report.agency = golden.agency
            report.reportYear = golden.report_year
            CorpusText.fill(&report, with: text)
            for (address, printed) in golden.cells {
                if let address = CellAddress(address) { report[address] = cell(printed) }
            }
            return CorpusReport(
                name: document.name, report: report, violations: golden.violations,
                proseConflicts: golden.prose_conflicts)
        }
    }

    private static func form(_ golden: Golden) -> StatutoryForm {
        let single = golden.cells.keys.contains("t3_applications.other.total")
        if golden.form == "2019" { return .edition2019 }
        return single ? .mixed2021 : .edition2021
    }

    private static func cell(_ printed: String?) -> Cell {
        guard let printed else { return Cell(state: .unreadable) }
        let unit = printed.hasSuffix("元") ? "元" : nil
        let digits = printed.replacingOccurrences(of: "元", with: "").trimmingCharacters(in: .whitespaces)
        guard let value = FormNumber(digits) else { return Cell(state: .unreadable, text: printed) }
        return .number(value, text: printed, unit: unit)
    }

    private static func withoutTags(_ html: String) -> String {
        html.replacingOccurrences(of: "<[^>]+>", with: "\n", options: .regularExpression)
    }
}

/// Cuts a plain text into title, preamble and sections; lines of tables are left out.
enum CorpusText {
    private static let markers: [(SectionID, [String])] = [
        (.overall, ["总体情况", "概述"]), (.proactive, ["主动公开政府信息情况"]),
        (.applications, ["处理政府信息公开申请情况"]), (.reviewLitigation, ["行政诉讼情况"]),
        (.problems, ["问题及改进"]), (.otherMatters, ["需要报告的事项", "需要说明的其他事项"]),
    ]

    static func fill(_ report: inout Report, with text: String) {
        var current: SectionID?
        var lines: [SectionID: [String]] = [:]
        var before: [String] = []
        for raw in text.components(separatedBy: "\n") {
            let line = raw.trimmingCharacters(in: .whitespaces)
            if let id = heading(line, after: current) {
                current = id
                report.sections.append(ReportSection(id: id, heading: line, text: ""))
                lines[id] = []
            } else if let id = current {
                if keeps(raw, line, id) { lines[id, default: []].append(raw) }
            } else {
                before.append(raw)
            }
        }
        for index in report.sections.indices {
            report.sections[index].text = lines[report.sections[index].id, default: []].joined(separator: "\n")
        }
        let year = report.reportYear.map(String.init) ?? ""
        let isTitle = { (line: String) in
            (line.contains("年度报告") || line.contains("工作报告")) && line.contains(year) && !line.contains("。")
                && !line.contains("》")
        }
        report.title = before.first(where: isTitle)?.trimmingCharacters(in: .whitespaces) ?? ""
        report.preamble = before.filter { !isTitle($0) }.joined(separator: "\n")
    }

    private static func heading(_ line: String, after current: SectionID?) -> SectionID? {
        let bare = line.trimmingCharacters(in: CharacterSet(charactersIn: "# ")).replacingOccurrences(of: " ", with: "")
        guard bare.count < 30, let first = bare.first, "一二三四五六".contains(first) else { return nil }
        guard bare.dropFirst().hasPrefix("、") else { return nil }
        let found = markers.first { marker in marker.1.contains { bare.contains($0) } }?.0
        guard let found else { return nil }
        let order = SectionID.allCases
        let place = { (id: SectionID) in order.firstIndex(of: id) ?? 0 }
        if let current, place(found) <= place(current) { return nil }
        return found
    }

    private static func keeps(_ raw: String, _ line: String, _ id: SectionID) -> Bool {
        switch id {
        case .overall, .problems, .otherMatters: return !line.hasPrefix("- ")
        case .proactive, .applications, .reviewLitigation:
            return !raw.contains("\t") && line.contains("。")
        }
    }
}
