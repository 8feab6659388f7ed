import AnnualReport

/// Tells whether a document is one annual report.
enum Recognition {
    /// Throws when it is none, or more than one.
    static func check(
        _ pieces: Pieces, headings: [HeadingFinder.Heading], tables: TableReading,
        title: TitleFinder, text: SectionText
    ) throws(ReportReadingError) {
        let rows = tables.rows.values.count
        let hasTable = rows >= 4 || !tables.review.values.isEmpty
        let words = text.everything
        let speaks =
            title.title.has("公开") || ["信息公开", "信息公開", "政务公开"].contains(where: words.has)
        let saysReport = !title.title.isEmpty || ["年度报告", "年报", "年度報告", "统计期限"].contains(where: words.has)
        // A letter about reports names them too; a report opens with its first section.
        let isBuiltSo = headings.count >= 2 || headings.first?.id == .overall || words.has("统计期限")
        if !hasTable, let year = title.year, year < 2019, speaks, saysReport {
            throw ReportReadingError(
                code: "old_form",
                message: "这是\(year)年的年度报告。2019年以前没有统一格式，没有可以核对的法定表格；请提供2019年及以后年度的报告。")
        }
        guard hasTable || (speaks && (saysReport || headings.count >= 2) && isBuiltSo) else {
            var missing: [String] = []
            if title.title.isEmpty { missing.append("“政府信息公开工作年度报告”字样的标题") }
            if headings.count < 2 { missing.append("“一、总体情况”到“六、其他需要报告的事项”六个部分的标题（找到\(headings.count)个）") }
            if !hasTable { missing.append("第二至第四部分的表格（认出\(rows)行）") }
            throw ReportReadingError(
                code: "not_a_report",
                message: "没有认出政府信息公开工作年度报告：没有找到" + missing.joined(separator: "、") + "。请核对文件是否选错；如是年度报告，请提供原始Word或网页版本。")
        }
        if holdsAnother(pieces, tables, title) {
            let names = titles(pieces, in: pieces.rows.indices).map(\.title)
            let named = names.isEmpty ? "" : "（" + names.map { "《\($0)》" }.joined(separator: "、") + "）"
            throw ReportReadingError(
                code: "several_reports", message: "文件里有不止一份年度报告\(named)，不能确定以哪一份为准。请把每份报告存成单独的文件后再试。")
        }
    }

    /// Labels of table three that make a set of tables.
    private static let leastLabels = 12

    /// Whether there is a second report: a second whole set of tables outside the first, or a title of another organ or year
    /// with a set of tables on either side, for the first found may have taken rows of both.
    private static func holdsAnother(_ pieces: Pieces, _ tables: TableReading, _ title: TitleFinder) -> Bool {
        guard let first = tables.chain.links.first?.piece, let last = tables.chain.links.last?.piece else {
            return false
        }
        for range in [last + 1..<pieces.all.count, 0..<first] where range.count > 40 {
            let applications = applicationLabels(pieces, in: range)
            guard applications.count >= leastLabels, let opening = applications.first?.piece else { continue }
            let between = opening > last ? last..<opening : (applications.last?.piece ?? opening)..<first
            if isAnother(applications, pieces, tables, names: hasOtherTitle(pieces, between: between, than: title)) {
                return true
            }
        }
        let labels = pieces.all.count { piece in
            if case .row(let row)? = piece.role { row >= FormLabels.shared.firstApplicationRow } else { false }
        }
        guard labels >= 2 * leastLabels else { return false }
        for row in pieces.rows.indices {
            guard let other = finder(pieces, at: row, from: 0), isOther(other, than: title) else { continue }
            let end = pieces.rows[row].pieces.upperBound
            if applicationLabels(pieces, in: 0..<end).count >= leastLabels,
                applicationLabels(pieces, in: end..<pieces.all.count).count >= leastLabels
            {
                return true
            }
        }
        return false
    }

    private static func applicationLabels(_ pieces: Pieces, in range: Range<Int>) -> [LabelChain.Link] {
        LabelChain(pieces, in: range).links.filter { $0.row >= FormLabels.shared.firstApplicationRow }
    }

    /// A list of labels explained is no report, and a copy of the same figures is no second one, unless it names another
    /// organ or year.
    private static func isAnother(
        _ links: [LabelChain.Link], _ pieces: Pieces, _ tables: TableReading, names other: Bool
    ) -> Bool {
        var full = 0
        var differing = 0
        for link in links where FormLabels.shared.rows[link.row].isNumeric {
            guard let group = tables.groups.first(where: { $0.pieces.lowerBound > link.piece }),
                group.pieces.count >= 6,
                group.pieces.lowerBound - link.piece <= 3
            else { continue }
            let own = group.pieces.filter { !pieces.all[$0].isBlank }.map { pieces.all[$0].value }
            guard own.count >= 6 else { continue }
            full += 1
            let first = (tables.rows.values[link.row] ?? []).filter { !pieces.all[$0].isBlank }
            if first.map({ pieces.all[$0].value }) != own { differing += 1 }
        }
        return full >= 8 && (differing > 0 || other || tables.rows.values.count == 0)
    }

    /// Whether a title of another organ or year stands between two sets of tables.
    private static func hasOtherTitle(_ pieces: Pieces, between: Range<Int>, than own: TitleFinder) -> Bool {
        guard between.upperBound < pieces.all.count else { return false }
        let rows =
            pieces.all[between.lowerBound]
            .row..<max(
                pieces.all[between.lowerBound].row, pieces.all[between.upperBound].row)
        return titles(pieces, in: rows).contains { isOther($0, than: own) }
    }

    /// Whether a title names another organ or year.
    private static func isOther(_ title: TitleFinder, than own: TitleFinder) -> Bool {
        title.year != own.year
            || !title.agency.isEmpty && !own.agency.isEmpty && !title.agency.hasSuffix(own.agency)
                && !own.agency.hasSuffix(title.agency)
    }

    /// The titles with a year on rows of a range, each once; the row above may name the organ.
    private static func titles(_ pieces: Pieces, in rows: Range<Int>) -> [TitleFinder] {
        var titles: [TitleFinder] = []
        for index in rows {
            guard let found = finder(pieces, at: index, from: rows.lowerBound) else { continue }
            if !titles.contains(where: { $0.title == found.title }) { titles.append(found) }
        }
        return titles
    }

    /// The title with a year on a row; nil where there is none.
    private static func finder(_ pieces: Pieces, at row: Int, from first: Int) -> TitleFinder? {
        guard let range = HeadingFinder.textRange(of: pieces.rows[row], pieces), range.count < 200 else { return nil }
        let finder = TitleFinder(pieces, head: max(first, row - 1)..<row + 1, text: [])
        return finder.rows.contains(row) && finder.year != nil ? finder : nil
    }
}
