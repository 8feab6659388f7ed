/// What went wrong, the same for both engines.
public enum DatabaseErrorKind: String, Sendable, Hashable, CaseIterable {
    /// A setting of the database, or its address, cannot be taken as it is.
    case badSetting
    /// The folder or file cannot be made or opened.
    case cannotOpen
    /// The server does not answer, or the connection to it broke; nothing of the transaction was kept.
    case unreachable
    /// The server does not know the user or refuses the password.
    case notAdmitted
    /// The server has no database or schema of that name.
    case noSuchDatabase
    /// The folder, file or disk does not allow writing.
    case notWritable
    /// The file is no database.
    case notADatabase
    /// The database is damaged.
    case corrupt
    /// Another program holds the database.
    case busy
    /// No connection became free in time.
    case exhausted
    /// A statement took longer than it may.
    case timedOut
    /// The connection broke while the change was being confirmed: it may be kept or not, and must be looked up.
    case outcomeUnknown
    /// The disk, or the bound set for the file, is full.
    case full
    /// The disk or network failed.
    case inputOutput
    /// Memory ran out.
    case noMemory
    /// The database has been closed.
    case closed
    /// A value is there already that may be there once.
    case notUnique
    /// A row refers to one that is not there, or is referred to.
    case foreignKey
    /// A column that must not be null would be.
    case notNull
    /// A condition of the schema is not met, or a value has the wrong type for its column.
    case checkFailed
    /// A row of a table to which rows are only added would be changed or removed.
    case appendOnly
    /// A value or statement is longer than the engine takes.
    case tooBig
    /// Writing was tried in a read transaction.
    case readOnlyTransaction
    /// A write transaction was begun inside a write transaction.
    case nestedWrite
    /// The statement cannot be understood, or is more than one.
    case badStatement
    /// A statement has another number of placeholders than values.
    case wrongParameterCount
    /// A value that no engine can keep faithfully: U+0000 in text, not-a-number.
    case unfitValue
    /// A column holds another type than was asked for.
    case wrongType
    /// The statement gives no such column.
    case noSuchColumn
    /// A row that must be there is not.
    case missingRow
    /// The schema was made by a newer version of the program.
    case schemaNewer
    /// A migration that was applied has been changed since.
    case schemaChanged
    /// The list of migrations is not numbered 1, 2, 3 ….
    case schemaMisnumbered
    /// Anything else the engine reports.
    case engine
}
