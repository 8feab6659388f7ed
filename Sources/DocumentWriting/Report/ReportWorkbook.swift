public import AnnualReport
public import CivilTime

/// An annual report as a workbook: the text, and the statutory tables with the merged cells of the official form, each
/// on a sheet of its own that prints on A4.
///
/// Our own reader gives every cell back. A number is a number in its cell; what was blank stays blank; a cell that the
/// office marked as not applicable holds its sign; what could not be read stands there as it was printed.
/// Source: 国办公开办函〔2019〕60号, 〔2021〕30号.
public enum ReportWorkbook {
    /// The workbook of a report.
    ///
    /// - Parameter created: the day that the properties of the file name.
    public static func workbook(of report: Report, created: Day) -> Workbook {
        let layouts = StatutoryLayout.tables(of: report.form)
        var sheets = [proseSheet("总体情况", [.overall], of: report, hasTitle: true)]
        for (section, name) in [
            (SectionID.proactive, "主动公开"), (.applications, "申请办理"), (.reviewLitigation, "复议诉讼"),
        ] {
            let own = layouts.filter { $0.section == section }
            sheets.append(TableSheet(report: report, section: section, layouts: own).sheet(named: name))
        }
        sheets.append(proseSheet("问题和其他事项", [.problems, .otherMatters], of: report, hasTitle: false))
        return Workbook(title: report.title, created: created, sheets: sheets)
    }

    /// The sections without tables: a paragraph a row.
    private static func proseSheet(
        _ name: String, _ sections: [SectionID], of report: Report, hasTitle: Bool
    ) -> Sheet {
        var sheet = Sheet(SheetName(cleaning: name, otherwise: "正文"))
        sheet.columnWidths = [80]
        var row = 0
        func put(_ text: String, _ style: CellStyle) {
            sheet.put(.text(text), at: CellRange(row: row, column: 0), style)
            sheet.rowHeights[row] = height(of: text, points: style.points, width: 78)
            row += 1
        }
        if hasTitle {
            if !report.title.isEmpty { put(report.title, .reportTitle) }
            for text in paragraphs(report.preamble) { put(text, .prose) }
        }
        for id in sections {
            put(report.section(id)?.headingText ?? id.heading, .sectionHeading)
            for text in paragraphs(report.section(id)?.text ?? "") { put(text, .prose) }
        }
        return sheet
    }

    static func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n").map { "　　" + $0.trimmed }
    }

    /// Lines that a text takes in a column, times their height: offices suites do not find the height of merged cells,
    /// nor all of them that of wrapped ones.
    static func height(of text: String, points: Double, width: Double) -> Double {
        var columns = 0.0
        for scalar in text.unicodeScalars { columns += scalar.value < 0x2000 ? 1 : 2 }
        let lines = max(1, (columns * points / 11 / width).rounded(.up))
        return min(400, lines * points * 1.5 + 4)
    }
}

extension CellStyle {
    static let reportTitle = CellStyle(isBold: true, alignment: .center, wraps: true, points: 16)
    static let sectionHeading = CellStyle(isBold: true, points: 13)
    static let prose = CellStyle(wraps: true, points: 11)
    static let formLabel = CellStyle(alignment: .center, wraps: true, hasBorder: true, points: 10)
    static let formRowLabel = CellStyle(alignment: .left, wraps: true, hasBorder: true, points: 10)
    static let formCaption = CellStyle(isBold: true, alignment: .center, hasBorder: true, points: 10, fill: 0xEDF1F6)
    static let formTall = CellStyle(
        alignment: .center, wraps: true, hasBorder: true, isVertical: true, points: 10)
    static let formNote = CellStyle(alignment: .center, wraps: true, hasBorder: true, points: 8)
    static let formValue = CellStyle(alignment: .center, hasBorder: true, points: 10)
    static let formTotal = CellStyle(isBold: true, alignment: .center, hasBorder: true, points: 10)
}

extension ReportSection {
    /// The heading as printed, or as the form has it.
    var headingText: String { heading.isEmpty ? id.heading : heading }
}

extension Substring {
    /// Without spaces at both ends, the wide ones of Chinese texts too.
    var trimmed: Substring {
        var rest = self
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }
}
