import AnnualReport

/// One edition of the form as bytes, laid out in the order in which a tidy report prints it.
///
/// A value without a reference in it, so that nothing is counted while a report is read.
struct TidyForm: Sendable {
    /// A text of the form, a range of `letters`.
    typealias Text = Range<Int>

    /// A row with numbers.
    struct Row: Sendable {
        /// Its label.
        let label: Text
        /// The labels of the groups that begin before it, each of which may be left out; indices into `groups`.
        let groups: Range<Int>
        /// Its cells, indices into `StatutoryForm.cells`.
        let cells: Range<Int>
    }

    /// A table of section two.
    struct SmallTable: Sendable {
        let caption: Text
        let columns: PermanentList<Text>
        let rows: PermanentList<Row>
    }

    /// A heading of table three; `column` is the applicant column it names, -1 for the others.
    struct Heading: Sendable {
        let text: Text
        let column: Int
    }

    /// Texts and rows as they are gathered.
    private struct Draft {
        var letters: [UInt8] = []
        var groups: [Text] = []

        mutating func add(_ text: String) -> Text {
            let start = letters.count
            letters += text.utf8
            return start..<letters.count
        }

        /// The rows with numbers; nil where one is no row to the general reader.
        mutating func rows(of table: FormTable, _ form: StatutoryForm) -> [Row]? {
            var rows: [Row] = []
            var first = groups.count
            for row in table.rows {
                guard case .row(let index)? = TidyForm.role(row.label) else { return nil }
                if row.kind == .group {
                    groups.append(add(row.label))
                    continue
                }
                guard FormLabels.shared.rows[index].isNumeric, let column = table.columns.first,
                    let cell = form.index(table.id, row.id, column.id)
                else { return nil }
                rows.append(
                    Row(
                        label: add(row.label), groups: first..<groups.count,
                        cells: cell..<cell + table.columns.count))
                first = groups.count
            }
            return rows
        }
    }

    let edition: FormEdition
    /// How many cells the form has.
    let cellCount: Int
    /// The bytes of all texts.
    let letters: PermanentList<UInt8>
    let groups: PermanentList<Text>
    let small: PermanentList<SmallTable>
    let applications: PermanentList<Row>
    let applicants: PermanentList<Heading>
    /// The cells of table four.
    let review: Range<Int>
    /// The headings of sections one to six.
    let sections: PermanentList<Text>
    /// 信息内容.
    let stub: Text
    /// By `ReviewHeading`.
    let reviewHeadings: PermanentList<Text>
    /// The unit of each cell that holds an amount, where its heading states one.
    let units: PermanentList<PrintedUnit?>
    /// The cells that hold amounts.
    let isAmount: PermanentList<Bool>

    static let edition2019 = TidyForm(.edition2019).map { PermanentValue($0) }
    static let edition2021 = TidyForm(.edition2021).map { PermanentValue($0) }

    /// The edition as tidy reports print it; nil where the labels do not mean what this reader relies on.
    private init?(_ edition: FormEdition) {
        let form = StatutoryForm.of(edition)
        var draft = Draft()
        var small: [SmallTable] = []
        var units = [PrintedUnit?](repeating: nil, count: form.cells.count)
        var balance = 0
        for table in form.tables where table.section == 2 {
            guard let rows = draft.rows(of: table, form), Self.role(table.caption) == .header else { return nil }
            var columns: [Text] = []
            for column in table.columns {
                guard case .edition(let named)? = Self.role(column.label) else { return nil }
                balance += named == edition ? 2 : -2
                columns.append(draft.add(column.label))
            }
            for row in rows {
                for (column, cell) in zip(table.columns, row.cells) where column.kind == .amount {
                    units[cell] = HeadingUnits.printed(in: column.label)
                }
            }
            small.append(
                SmallTable(
                    caption: draft.add(table.caption), columns: PermanentList(columns), rows: PermanentList(rows)))
        }
        guard balance > 0, Self.role("信息内容") == .header, let large = form.table(FormTable.applications),
            let applications = draft.rows(of: large, form), let last = form.table(FormTable.reviewLitigation),
            let first = form.cells.firstIndex(where: { form.tables[$0.table].id == last.id }),
            last.columns.count == ReviewTable.width, first + last.columns.count == form.cells.count
        else { return nil }
        var applicants: [Heading] = []
        for text in Self.applicantHeadings {
            switch Self.role(text) {
            case .header?: applicants.append(Heading(text: draft.add(text), column: -1))
            case .applicant(let column)?: applicants.append(Heading(text: draft.add(text), column: column))
            default: return nil
            }
        }
        var reviewHeadings: [Text] = []
        for text in ReviewHeading.texts {
            guard let role = Self.role(text), role == .review || role == .applicant(6) else { return nil }
            reviewHeadings.append(draft.add(text))
        }
        self.edition = edition
        cellCount = form.cells.count
        self.small = PermanentList(small)
        self.applications = PermanentList(applications)
        self.applicants = PermanentList(applicants)
        self.reviewHeadings = PermanentList(reviewHeadings)
        self.units = PermanentList(units)
        review = first..<form.cells.count
        sections = PermanentList(SectionID.allCases.map { draft.add($0.heading) })
        stub = draft.add("信息内容")
        isAmount = PermanentList(form.cells.map { $0.kind == .amount })
        letters = PermanentList(draft.letters)
        groups = PermanentList(draft.groups)
    }

    private static let applicantHeadings = [
        "自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "申请人情况",
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "信息内容",
    ]

    private static func role(_ text: String) -> LabelRole? {
        KeyText.key(text).withUnsafeBufferPointer { FormLabels.shared.role($0) }
    }
}
