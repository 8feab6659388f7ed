/// Why the database could not do what it was asked.
///
/// Carries the statement's text, which never contains values, and the engine's codes for the log; `message` is a plain
/// Chinese sentence for the person, with how to mend it. No value of a row ever stands in an error.
public struct DatabaseError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong, the same for both engines.
    public let kind: DatabaseErrorKind
    /// The engine's own code (SQLite: primary result code; PostgreSQL: the first two of SQLSTATE read in base 36); 0 when the error is ours.
    public let code: Int
    /// The engine's finer code (SQLite: extended result code; PostgreSQL: the five of SQLSTATE read in base 36); 0 when the error is ours.
    public let extendedCode: Int
    /// One or two plain Chinese sentences: what, where, how to mend.
    public let message: String
    /// Technical detail in English for the log: names of columns and constraints, never contents; may be empty.
    public let detail: String
    /// The statement that failed, where one did.
    public let sql: String?

    /// An error.
    public init(
        _ kind: DatabaseErrorKind, code: Int = 0, extendedCode: Int = 0, message: String, detail: String = "",
        sql: String? = nil
    ) {
        self.kind = kind
        self.code = code
        self.extendedCode = extendedCode
        self.message = message
        self.detail = detail
        self.sql = sql
    }

    /// The same error with the statement it arose in; an earlier statement is kept.
    public func inStatement(_ text: String) -> DatabaseError {
        DatabaseError(
            kind, code: code, extendedCode: extendedCode, message: message, detail: detail, sql: sql ?? text)
    }

    /// Everything on one line, for the log.
    public var description: String {
        var line = "\(kind.rawValue) (\(code)/\(extendedCode)): \(message)"
        if !detail.isEmpty { line += " [\(detail)]" }
        if let sql { line += " in: \(sql)" }
        return line
    }
}

extension DatabaseError {
    /// A column holds another type than the program reads.
    static func wrongType(column: String, wanted: String, found: ValueKind) -> DatabaseError {
        DatabaseError(
            .wrongType, message: "数据库中“\(column)”一栏的数据类型与程序不符。请确认程序与数据库版本一致，必要时从备份恢复。",
            detail: "column \(column): wanted \(wanted), found \(found.rawValue)")
    }

    /// The program reads a column that the statement does not give.
    static func noSuchColumn(_ column: Int, of count: Int) -> DatabaseError {
        DatabaseError(
            .noSuchColumn, message: "程序读取了查询结果中不存在的栏目，这是程序的缺陷，请向维护人员报告。",
            detail: "column \(column) of \(count)")
    }

    /// A statement has another number of placeholders than values.
    public static func wrongParameterCount(wanted: Int, given: Int, sql: String) -> DatabaseError {
        DatabaseError(
            .wrongParameterCount, message: "语句的参数个数与程序提供的不符，这是程序的缺陷，请向维护人员报告。",
            detail: "wanted \(wanted) values, given \(given)", sql: sql)
    }

    /// A value that no engine can keep faithfully; named by the column it was meant for, where the statement tells it.
    public static func unfitValue(_ number: Int, why: String, sql: String) -> DatabaseError {
        let column = PlaceholderColumn.name(number, in: sql)
        return DatabaseError(
            .unfitValue,
            message: "\(column.map { "“\($0)”一栏的" } ?? "有一项")内容含有数据库不能保存的字符或数值（例如空字符），请去掉后重试。",
            detail: "value $\(number)\(column.map { " for column \($0)" } ?? ""): \(why)", sql: sql)
    }

    /// A row that must be there is not.
    static func missingRow(sql: String) -> DatabaseError {
        DatabaseError(.missingRow, message: "没有找到所要的记录，可能已被改动，请刷新后重试。", sql: sql)
    }
}
