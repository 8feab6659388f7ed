internal import AnnualReport
public import Database
public import DocumentReading
public import ReportExchange
public import Vault

/// Why a use case could not do its work.
public enum ServiceError: Error, Sendable {
    /// The document cannot be read.
    case document(DocumentError)
    /// The database refused.
    case database(DatabaseError)
    /// A report that is kept is not what this program writes.
    case damagedReport(ReportJSONError)
    /// Personal data cannot be sealed or opened.
    case vault(VaultError)
    /// There is no key to seal personal data with, so that none can be taken.
    case noKey

    /// What is wrong and how to mend it, in plain Chinese.
    public var message: String {
        switch self {
        case .document(let error): error.message
        case .database(let error): error.message
        case .vault(let error): error.message
        case .noKey: "没有配置加密个人信息的密钥，网上暂时不能提交。没有保存任何内容；可以当面、邮寄或者按指南公布的其他方式办理。"
        case .damagedReport(let error):
            "数据库中保存的年报数据与程序不符（\(error.message)）。请确认程序与数据库版本一致，必要时从备份恢复。"
        }
    }

    /// What is wrong technically, in English, for the log; nothing of a document or a row stands in it.
    public var technicalDescription: String {
        switch self {
        case .document(let error): "document refused: \(error.code)"
        case .database(let error): error.description
        case .vault(let error): "vault: \(error.kind.rawValue)"
        case .noKey: "vault: no key configured, nothing personal can be taken"
        case .damagedReport(let error): "damaged report at \(error.path)"
        }
    }

    /// True where the same request may go well a little later.
    public var isPassing: Bool {
        guard case .database(let error) = self else { return false }
        return [.busy, .exhausted, .closed, .unreachable, .timedOut].contains(error.kind)
    }
}

/// Runs a piece of work on the database; its error becomes that of the use case.
func inDatabase<Answer>(_ work: () throws(DatabaseError) -> Answer) throws(ServiceError) -> Answer {
    do throws(DatabaseError) { return try work() } catch { throw .database(error) }
}

/// The report of stored JSON.
func storedReport(_ json: [UInt8]) throws(ServiceError) -> Report {
    do throws(ReportJSONError) { return try ReportJSON.read(json) } catch { throw .damagedReport(error) }
}
