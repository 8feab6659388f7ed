public import Disclosure

/// Limits of one import.
public struct ImportLimits: Sendable, Hashable {
    /// Lines of all sheets.
    public var lines = 20_000

    /// The limits as shipped.
    public init() {}
}

/// Goes through the lines of the sheets of a register, and says what is wrong with sheets as a whole.
struct RegisterWalk<Field: RegisterField> {
    private let sheets: [RegisterSheet]
    private let mapping: ImportMapping
    private let limits: ImportLimits
    private let needed: [Field]
    private var place = -1
    private var match: HeaderMatch<Field>?
    private var rows: ArraySlice<Int> = []
    private var count = 0
    /// What was found, in the order of the register; the reader of the lines adds its own.
    var problems: [ImportProblem] = []

    /// - Parameter also: columns needed besides those that no line can do without, unless the mapping has a default.
    init(_ sheets: [RegisterSheet], _ mapping: ImportMapping, limits: ImportLimits, also: [Field]) {
        self.sheets = sheets.filter { mapping.sheets.isEmpty || mapping.sheets.contains($0.name) }
        self.mapping = mapping
        self.limits = limits
        needed = Field.required + also
    }

    /// The next line.
    mutating func next() -> (RegisterSheet, HeaderMatch<Field>, row: Int)? {
        while true {
            while let row = rows.popFirst() {
                guard let match else { break }
                let sheet = sheets[place]
                guard !isNoLine(sheet, row, match) else { continue }
                guard count < limits.lines else {
                    problems.append(
                        ImportProblem(
                            sheet: sheet.name, row: row, code: "import.too_many_lines", "超过一次导入 \(limits.lines) 行的上限。",
                            remedy: "请分成几个文件导入。"))
                    return nil
                }
                count += 1
                return (sheet, match, row)
            }
            place += 1
            guard place < sheets.count else { return nil }
            enter(sheets[place])
        }
    }

    private mutating func enter(_ sheet: RegisterSheet) {
        match = nil
        rows = []
        guard let match = HeaderMatch<Field>(sheet, mapping) else {
            problems.append(
                ImportProblem(
                    sheet: sheet.name, .notice, code: "import.no_header",
                    "前\(HeaderMatch<Field>.searchedRows)行没有找到台账的表头，未导入。",
                    remedy: "这个工作表是台账的，请在映射文件中写明“表头行 = …”和“列 … = …”。"))
            return
        }
        guard hasNeeded(match, sheet) else { return }
        note(sheet, match)
        self.match = match
        rows = sheet.rows.filter { $0 > match.row }[...]
    }

    /// False when a needed column is missing, which is said.
    private mutating func hasNeeded(_ match: HeaderMatch<Field>, _ sheet: RegisterSheet) -> Bool {
        let missing = needed.filter { match.columns[$0] == nil && mapping.defaults[$0.heading] == nil }
        guard let first = missing.first else { return true }
        let names = missing.map(\.heading).joined(separator: "、")
        problems.append(
            ImportProblem(
                sheet: sheet.name, row: match.row, code: "import.column_missing", "表头（第\(match.row)行）中没有：\(names)。",
                remedy: "请补上这些列，或者用映射文件写明“列 \(first.heading) = 您的表头”；各行都一样的，写“默认 \(first.heading) = …”。"))
        return false
    }

    private mutating func note(_ sheet: RegisterSheet, _ match: HeaderMatch<Field>) {
        if !match.unknown.isEmpty {
            let names = match.unknown.prefix(8).map { "“\($0.prefix(12))”" }.joined(separator: "、")
            let more = match.unknown.count > 8 ? "等 \(match.unknown.count) 列" : ""
            problems.append(
                ImportProblem(
                    sheet: sheet.name, row: match.row, .notice, code: "import.columns_left", "这些列没有导入：\(names)\(more)。",
                    remedy: "属于需要导入的栏目的，请在映射文件中写明。"))
        }
        if sheet.hiddenCells > 0 {
            problems.append(
                ImportProblem(
                    sheet: sheet.name, .notice, code: "import.hidden_cells",
                    "有 \(sheet.hiddenCells) 个单元格在隐藏的行或列中，也已读取。", remedy: "不需要导入的行请删除后再导入。"))
        }
    }

    /// Sums and signatures below the list, and the headings again on every printed page.
    private func isNoLine(_ sheet: RegisterSheet, _ row: Int, _ match: HeaderMatch<Field>) -> Bool {
        let columns = sheet.columns(ofRow: row)
        let known = Set(match.columns.values)
        if let first = columns.first.flatMap({ sheet[row, $0]?.text.wordKey }),
            columns.count(where: known.contains) <= 2,
            ["合计", "总计", "小计", "填表", "制表", "备注", "说明", "注", "审核", "单位负责人", "负责人"].contains(where: first.hasPrefix)
        {
            return true
        }
        // Only cells of columns that are not imported: a remark, a stamp.
        guard columns.contains(where: known.contains) else { return true }
        let repeated = match.columns.values.filter { sheet[row, $0]?.text == sheet[match.row, $0]?.text }
        return repeated.count >= 2 && repeated.count == match.columns.count
    }

    /// Nothing could be imported.
    func nothing(template: String) -> ImportProblem {
        ImportProblem(
            sheet: sheets.first?.name ?? "", code: "import.nothing", "没有可以导入的行。",
            remedy: "请核对文件；可用 gongkai export template \(template) 生成模板。")
    }
}

extension ImportProblem {
    /// A finding of the law with the cell that it is about.
    public init(_ finding: Finding, sheet: String, row: Int, cell: String?) {
        let source = finding.article.map { "（\($0.chineseText)）" } ?? ""
        self.init(
            sheet: sheet, row: row, cell: cell, finding.severity, code: finding.code.rawValue, finding.message + source,
            remedy: finding.remedy)
    }
}
