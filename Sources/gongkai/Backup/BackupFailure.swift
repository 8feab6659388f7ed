import Database

/// Why a backup could not be made, looked through or restored; nothing was left half done.
struct BackupFailure: Error, Sendable {
    /// What, where and how to mend it, in Chinese.
    let message: String

    init(_ message: String) { self.message = message }

    init(_ error: FileError) { message = "“\(error.path)”：\(error.message)" }

    init(_ error: DatabaseError) { message = error.message }

    /// Whatever a step of a backup threw.
    init(any error: any Error) {
        self =
            switch error {
            case let error as BackupFailure: error
            case let error as FileError: BackupFailure(error)
            case let error as DatabaseError: BackupFailure(error)
            default: BackupFailure("\(error)")
            }
    }
}
