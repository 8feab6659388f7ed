/// A sheet of a workbook cell by cell, where every cell keeps its own place: for registers, whose faults are named by cell.
public struct SheetCells: Sendable, Hashable {
    /// One filled cell; rows and columns count from 1.
    public struct Cell: Sendable, Hashable {
        /// The row.
        public var row: Int
        /// The column.
        public var column: Int
        /// What it shows.
        public var text: String
        /// True when a number stands there, as against text; a date is a number that is shown as a date.
        public var isNumber: Bool
        /// True when its row or column is hidden.
        public var isHidden: Bool

        /// A cell.
        public init(row: Int, column: Int, text: String, isNumber: Bool = false, isHidden: Bool = false) {
            self.row = row
            self.column = column
            self.text = text
            self.isNumber = isNumber
            self.isHidden = isHidden
        }
    }

    /// Cells that were merged: the text stands in the first.
    public struct Merge: Sendable, Hashable {
        /// The rows.
        public var rows: ClosedRange<Int>
        /// The columns.
        public var columns: ClosedRange<Int>

        /// A merged range.
        public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
            self.rows = rows
            self.columns = columns
        }
    }

    /// The name of the sheet.
    public var name: String
    /// The filled cells, in the order of the file.
    public var cells: [Cell]
    /// The merged ranges.
    public var merges: [Merge]

    /// A sheet.
    public init(name: String, cells: [Cell] = [], merges: [Merge] = []) {
        self.name = name
        self.cells = cells
        self.merges = merges
    }
}

/// Bytes of an xlsx workbook, or of separated text, to sheets.
public enum WorkbookSheets {
    /// The sheets that are shown, in the order of the tabs; what is hidden inside them is read too, and marked.
    ///
    /// Errors: those of `DocumentReader`, and `not_a_workbook` for every other kind of file.
    public static func read(
        name: String, bytes: [UInt8], limits: ReadingLimits = ReadingLimits()
    ) throws(DocumentError) -> [SheetCells] {
        guard !bytes.isEmpty else { throw DocumentError(code: "empty_file", message: "文件是空的（0字节）。请重新获取原件后再试。") }
        guard bytes.count <= limits.fileBytes else { throw .tooLarge(limits) }
        switch FormatSniffer.sniff(bytes) {
        case .zip:
            let package = try ZipPackage(bytes: bytes, limits: limits)
            guard FormatSniffer.sniff(package) == .workbook else { throw notAWorkbook }
            return try WorkbookReader.sheets(package: package, limits: limits)
        case .compoundFile: throw LegacyOffice.unreadable(bytes)
        case .text where SeparatedSheet.endings.contains(FormatSniffer.fileExtension(name)):
            return [try SeparatedSheet.read(name: name, bytes: bytes, limits: limits)]
        default: throw notAWorkbook
        }
    }

    private static let notAWorkbook = DocumentError(
        code: "not_a_workbook", message: "这不是 xlsx 工作簿，也不是 csv 文件。请用 Excel 或 WPS 打开台账，另存为“Excel 工作簿（*.xlsx）”或者 csv 后再试。"
    )
}
