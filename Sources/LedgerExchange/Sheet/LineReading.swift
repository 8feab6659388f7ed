internal import CivilTime
internal import Disclosure

/// Reads the cells of one line; gathers everything that is wrong with them.
struct LineReading<Field: RegisterField> {
    let sheet: RegisterSheet
    let match: HeaderMatch<Field>
    let mapping: ImportMapping
    let row: Int
    private(set) var problems: [ImportProblem] = []

    init(_ sheet: RegisterSheet, _ match: HeaderMatch<Field>, _ mapping: ImportMapping, row: Int) {
        self.sheet = sheet
        self.match = match
        self.mapping = mapping
        self.row = row
    }

    /// True when something keeps the line out.
    var hasErrors: Bool { problems.contains { $0.severity == .error } }

    /// Where each field stands, as people name cells.
    var places: [Field: String] {
        match.columns.mapValues { RegisterSheet.Place(row: row, column: $0).reference }
    }

    /// What stands in a cell, in the office's understanding; the default of the mapping where nothing does.
    func content(_ field: Field) -> RegisterSheet.Content? {
        if let column = match.columns[field], let content = sheet[row, column], !Self.isDash(content.text) {
            return RegisterSheet.Content(mapping.understood(content.text, field), isNumber: content.isNumber)
        }
        return mapping.defaults[field.heading].map { RegisterSheet.Content($0) }
    }

    /// A stroke in a cell says that there is nothing.
    private static func isDash(_ text: String) -> Bool {
        ["/", "-", "—", "——", "－", "／", "无", "\\"].contains(text)
    }

    mutating func find(
        _ field: Field, _ code: String, _ message: String, _ remedy: String, _ severity: Finding.Severity = .error
    ) {
        let cell = match.columns[field].map { RegisterSheet.Place(row: row, column: $0).reference }
        problems.append(
            ImportProblem(
                sheet: sheet.name, row: row, cell: cell, severity, code: "import.\(field.rawValue).\(code)",
                "\(field.heading)：\(message)", remedy: remedy))
    }

    func hasProblem(_ field: Field) -> Bool {
        problems.contains { $0.code.hasPrefix("import.\(field.rawValue).") }
    }

    mutating func required(_ field: Field) -> String? {
        if let text = content(field)?.text { return text }
        find(field, "blank", "没有填写。", "请填写后再导入。")
        return nil
    }

    mutating func day(_ field: Field) -> Day? {
        guard let content = content(field) else { return nil }
        let shown = "“\(content.text.prefix(20))”"
        switch DayWording.read(content.text, isNumber: content.isNumber) {
        case .day(let day): return day
        case .noSuchDay: find(field, "no_such_day", "\(shown)不是真实存在的日期。", "请核对年、月、日。")
        case .withoutYear: find(field, "no_year", "\(shown)没有写明四位的年份。", "请写成 2023-05-06 的样子。")
        case .nonsense: find(field, "no_day", "\(shown)不是日期。", "请写成 2023-05-06 的样子；没有的请留空。")
        }
        return nil
    }

    /// A text that may stand in the ledger.
    mutating func statement(_ field: Field) -> Statement? {
        guard let text = required(field) else { return nil }
        do throws(Refusal) {
            return try Statement(parsing: text, field: field.rawValue)
        } catch {
            for finding in error.findings { find(field, finding.code.rawValue, finding.message, finding.remedy) }
            return nil
        }
    }

    /// One of the usual words.
    ///
    /// - Parameter choices: what the remedy offers.
    mutating func word<Value>(_ field: Field, _ table: WordTable<Value>, _ choices: [String]) -> Value? {
        guard let text = required(field) else { return nil }
        if case .one(let value) = table.read(text) { return value }
        find(field, "unknown", "看不懂“\(text.prefix(30))”。", "请填写：\(choices.joined(separator: "、"))；或者在映射文件中说明。")
        return nil
    }
}
