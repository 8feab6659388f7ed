/// An xlsx workbook to one table a sheet.
enum WorkbookReader {
    /// Reads what is shown, in the order of the tabs: hidden sheets, rows and columns hold drafts and figures of other
    /// years as often as not, and are left out. A number in a hidden column shows as `（隐藏）`.
    static func read(name: String, package: ZipPackage, limits: ReadingLimits) throws(DocumentError) -> Document {
        let file = try WorkbookFile(package, limits: limits)
        var builder = BlockBuilder(document: Document(name: name, format: .workbook), limits: limits)
        let hiddenSheets = file.hiddenSheets
        var hiddenCells = 0
        for (sheet, part) in file.shown {
            builder.sheet = sheet
            var read = try file.parse(part, builder)
            builder = try read.finish()
            hiddenCells += read.hiddenCells
        }
        if hiddenSheets > 0 { builder.note(.hiddenSheets(hiddenSheets)) }
        if hiddenCells > 0 { builder.note(.hiddenCells(hiddenCells)) }
        let document = try builder.finish()
        guard !document.blocks.isEmpty else {
            if hiddenSheets + hiddenCells > 0 {
                throw DocumentError(code: "all_hidden", message: "工作簿的内容都在隐藏的工作表、行或列中，未予读取。请取消隐藏后另存一份再试。")
            }
            throw DocumentError(code: "empty_file", message: "工作簿中没有内容。请重新获取原件后再试。")
        }
        return document
    }
}

extension WorkbookReader {
    /// What is shown, sheet by sheet, each cell at its own place.
    static func sheets(package: ZipPackage, limits: ReadingLimits) throws(DocumentError) -> [SheetCells] {
        let file = try WorkbookFile(package, limits: limits)
        var sheets: [SheetCells] = []
        var count = 0
        for (name, part) in file.shown {
            let builder = BlockBuilder(document: Document(name: name, format: .workbook), limits: limits)
            let sheet = try file.parse(part, builder).sheet(named: name)
            count += sheet.cells.count
            guard count <= limits.tableCells else { throw .tooManyCells(limits) }
            sheets.append(sheet)
        }
        return sheets
    }
}

/// The parts of a workbook that all its sheets share.
private struct WorkbookFile {
    /// The names and parts of the sheets that are shown, in order.
    let shown: [(name: String, part: Int)]
    /// How many are not.
    let hiddenSheets: Int
    private let package: ZipPackage
    private let limits: ReadingLimits
    private let strings: SharedStrings
    private let formats: CellFormats

    init(_ package: ZipPackage, limits: ReadingLimits) throws(DocumentError) {
        let root = try Relations.read(of: "", in: package, limits: limits)
        let main = root.target(type: "/officeDocument") ?? "xl/workbook.xml"
        guard let index = package.index(of: main) else { throw .damaged("文件") }
        let workbook = try XMLStream.parse(try package.open(index), WorkbookParts(), limits: limits)
        let relations = try Relations.read(of: main, in: package, limits: limits)
        strings = try SharedStrings.read(package, part: relations.target(type: "/sharedStrings"), limits: limits)
        formats = try CellFormats.read(
            package, part: relations.target(type: "/styles"), countsFrom1904: workbook.countsFrom1904, limits: limits)
        self.package = package
        self.limits = limits
        var shown: [(name: String, part: Int)] = []
        var hidden = 0
        for sheet in workbook.sheets {
            guard let relation = relations.all.first(where: { $0.id == sheet.relation }),
                relation.type.hasSuffix("/worksheet"), let index = package.index(of: relation.target)
            else { continue }
            if sheet.isHidden { hidden += 1 } else { shown.append((sheet.name, index)) }
        }
        self.shown = shown
        hiddenSheets = hidden
    }

    /// Follows one sheet.
    func parse(_ part: Int, _ builder: BlockBuilder) throws(DocumentError) -> SheetConsumer {
        let consumer = SheetConsumer(builder: builder, strings: strings, formats: formats, limits: limits)
        return try XMLStream.parse(try package.open(part), consumer, limits: limits)
    }
}

/// The sheets a workbook lists.
private struct WorkbookParts: MarkupConsumer {
    struct Sheet {
        var name: String
        var relation: String
        var isHidden: Bool
    }
    var sheets: [Sheet] = []
    var countsFrom1904 = false

    static func tag(_ local: String, space: String) -> WorkbookTag { WorkbookTag(local) }

    mutating func start(_ tag: WorkbookTag, _ attributes: MarkupAttributes) throws(DocumentError) {
        switch tag {
        case .workbookProperties: countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
        case .sheet:
            guard sheets.count < 1_000, let relation = attributes["id"] else { return }
            let state = attributes["state"] ?? "visible"
            sheets.append(Sheet(name: attributes["name"] ?? "", relation: relation, isHidden: state != "visible"))
        default: break
        }
    }

    mutating func end(_ tag: WorkbookTag) throws(DocumentError) {}
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentError) {}
}

extension DocumentNote {
    /// Hidden sheets were left out.
    static func hiddenSheets(_ count: Int) -> DocumentNote {
        DocumentNote(code: "hidden_sheet", message: "工作簿中有\(count)个隐藏的工作表，未读取。")
    }

    /// What stands in hidden rows and columns was left out.
    static func hiddenCells(_ count: Int) -> DocumentNote {
        DocumentNote(code: "hidden_cells", message: "工作表中有隐藏的行或列，其中\(count)个填有内容的单元格未读取。")
    }

    /// A formula without its result.
    static var formulaWithoutValue: DocumentNote {
        DocumentNote(code: "formula_without_value", message: "工作表中有公式没有保存计算结果。请在Excel或WPS中打开并保存一次后再试。")
    }

    /// Long runs of empty rows or columns are shortened.
    static var emptyRowsDropped: DocumentNote {
        DocumentNote(code: "empty_rows_dropped", message: "工作表中有大段空行或空列，已略去。")
    }
}
