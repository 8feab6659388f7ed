/// The six statutory sections. Source: 条例 Art 50, 国办公开办函〔2021〕30号.
public enum SectionID: String, Sendable, Hashable, CaseIterable {
    case overall
    case proactive
    case applications
    case reviewLitigation = "review_litigation"
    case problems
    case otherMatters = "other_matters"

    /// The heading as the form prints it.
    public var heading: String {
        switch self {
        case .overall: "一、总体情况"
        case .proactive: "二、主动公开政府信息情况"
        case .applications: "三、收到和处理政府信息公开申请情况"
        case .reviewLitigation: "四、政府信息公开行政复议、行政诉讼情况"
        case .problems: "五、存在的主要问题及改进情况"
        case .otherMatters: "六、其他需要报告的事项"
        }
    }

    /// Which one it is, in an English sentence.
    public var englishName: String {
        switch self {
        case .overall: "section one (overview)"
        case .proactive: "section two (proactive disclosure)"
        case .applications: "section three (applications)"
        case .reviewLitigation: "section four (review and litigation)"
        case .problems: "section five (problems)"
        case .otherMatters: "section six (other matters)"
        }
    }
}

/// One section of a report.
public struct ReportSection: Sendable, Hashable {
    /// Which of the six.
    public var id: SectionID
    /// The heading as the document prints it; empty when the heading is missing.
    public var heading: String
    /// The text of the section without its tables, paragraphs parted by line feeds.
    public var text: String

    /// A section.
    public init(id: SectionID, heading: String, text: String) {
        self.id = id
        self.heading = heading
        self.text = text
    }
}

/// A damage or oddity met while reading a report.
public struct ReportNote: Sendable, Hashable {
    /// Stable code in snake case (`row_split`, `surplus_values`).
    public var code: String
    /// The cells concerned.
    public var cells: [CellAddress]
    /// One plain Chinese sentence.
    public var message: String

    /// A note.
    public init(code: String, cells: [CellAddress] = [], message: String) {
        self.code = code
        self.cells = cells
        self.message = message
    }
}

/// One annual report: what a document gives, cell by cell, with its text.
public struct Report: Sendable, Hashable {
    /// The name of the document it was read from.
    public var source: String
    /// The title as printed; empty when the document has none.
    public var title: String
    /// The name of the organ; empty when the document does not name it.
    public var agency: String
    /// The year the data describe; nil when the document does not say.
    public var reportYear: Int?
    /// The form the document uses.
    public let form: StatutoryForm
    /// What stands before section one (covering letter, legal basis, contact), title excluded.
    public var preamble: String
    /// The sections found, in the order of the form.
    public var sections: [ReportSection]
    /// Every cell of the form, in the order of `form.cells`.
    public private(set) var cells: ReportCells
    /// What was met while reading.
    public var notes: [ReportNote]

    /// A report with every cell absent.
    public init(source: String, form: StatutoryForm) {
        self.init(
            source: source, form: form,
            cells: ReportCells(Array(repeating: .absent, count: form.cells.count)))
    }

    /// A report with its cells, in the order of `form.cells`; nil where there are more or fewer of them.
    public init?(source: String, form: StatutoryForm, cells: [Cell]) {
        guard cells.count == form.cells.count else { return nil }
        self.init(source: source, form: form, cells: ReportCells(cells))
    }

    /// A report with its cells as a text in UTF-8 prints them, in the order of `form.cells`; nil where there are more or
    /// fewer of them, or one does not stand inside the text.
    public init?(source: String, form: StatutoryForm, printed: [PrintedCell], in text: [UInt8]) {
        guard printed.count == form.cells.count, let cells = ReportCells(printed, in: text) else { return nil }
        self.init(source: source, form: form, cells: cells)
    }

    private init(source: String, form: StatutoryForm, cells: ReportCells) {
        self.source = source
        self.form = form
        title = ""
        agency = ""
        reportYear = nil
        preamble = ""
        sections = []
        self.cells = cells
        notes = []
    }

    /// The cell at an address; nil when the form has no such cell.
    public subscript(_ address: CellAddress) -> Cell? {
        get { form.index(of: address).map { cells[$0] } }
        set {
            guard let index = form.index(of: address), let newValue else { return }
            cells[index] = newValue
        }
    }

    /// The cell at an index of `form.cells`.
    public subscript(index index: Int) -> Cell {
        get { cells[index] }
        set { cells[index] = newValue }
    }

    /// The section with an id, where the document has it.
    public func section(_ id: SectionID) -> ReportSection? { sections.first { $0.id == id } }
}
