import AnnualReport
import Database
import DatabaseSQLite
import DocumentReading
import Glibc
import Ledger
import ReaderProcess
import Service

/// What a command that touches the ledger works on: the database of a data folder, opened and up to date.
struct Installation: Sendable {
    /// The options that name it.
    static let options: [ArgumentOption] = [
        .value("--data", "DIR", "数据文件夹，默认为 GONGKAI_DATA，再默认为 ./var", "folder of the data, ./var unless told"),
        .value(
            "--database", "URL", "数据库地址；本版本只有内嵌数据库，暂不能用", "address of a database; only the embedded one exists so far"),
    ]

    let database: SQLiteDatabase
    let ledger: Ledger
    let resources: ResourceFolder

    /// Opens what the arguments and the settings name; says on standard error why it cannot.
    static func open(_ arguments: Arguments, for command: String) -> Installation? {
        let folder = arguments.value("--data")
        let address = arguments.value("--database") ?? (folder == nil ? environmentValue("GONGKAI_DATABASE") : nil)
        if let address, !address.isEmpty {
            StandardStream.complain(
                command, "本版本只有内嵌的 SQLite 数据库，不能连接 --database 或 GONGKAI_DATABASE 指定的数据库。请改用 --data 指定数据文件夹。")
            return nil
        }
        let configured = environmentValue("GONGKAI_DATA") ?? ""
        let path = folder ?? (configured.isEmpty ? "./var" : configured)
        do {
            let resources = try ResourceFolder.find()
            let database = try SQLiteDatabase(SQLiteSettings(path: "\(path)/\(Ledger.fileName)"))
            return Installation(
                database: database, ledger: try Ledger(in: database, now: WallClock.now()), resources: resources)
        } catch let error as DatabaseError {
            StandardStream.complain(command, error.message)
        } catch let error as FileError {
            StandardStream.complain(command, about: error.path, error.message)
        } catch {
            StandardStream.complain(command, "无法打开数据：\(error)")
        }
        return nil
    }

    /// The list of demonstration documents; nil with the reason said where it is missing.
    func demonstration(for command: String) -> DemonstrationList? {
        do throws(FileError) {
            if let list = DemonstrationList(parsing: try resources.text(of: "demo/offices.tsv")) { return list }
            StandardStream.complain(command, about: resources.path(of: "demo/offices.tsv"), "演示数据的目录格式不对，请恢复原文件。")
        } catch {
            StandardStream.complain(command, about: error.path, error.message)
        }
        return nil
    }

    /// Loads the demonstration documents.
    ///
    /// - Parameter report: told what came of each; false ends the work.
    func load(
        _ list: DemonstrationList, _ reader: ReaderPool,
        report: (DemonstrationList.Entry, LoadDemonstration.Outcome) -> Bool
    ) throws(ServiceError) {
        try LoadDemonstration(ledger: ledger, reader: reader).run(
            list, at: WallClock.now(),
            bytes: { file throws(DocumentError) in
                do throws(FileError) {
                    return try resources.bytes(of: "demo/\(file)")
                } catch {
                    throw DocumentError(code: "missing", message: error.message)
                }
            }, report: report)
    }

    /// Runs the rules again over what is kept, where this program is another one than the last.
    ///
    /// The rules are code: a program file of another size or age may have others, whatever its version says.
    @discardableResult
    func recheck() throws(ServiceError) -> Int? {
        var file = stat()
        stat("/proc/self/exe", &file)
        let name = "\(Program.version) \(RuleBook.rules.count) \(file.st_size) \(file.st_mtim.tv_sec)"
        return try RecheckReports(ledger: ledger).run(ruleSet: name, at: WallClock.now())
    }
}

extension LoadDemonstration.Outcome {
    /// What came of a demonstration document, in a few Chinese words; nil where it is no failure.
    var failure: String? {
        switch self {
        case .kept(.unknownOffice(let code)): "没有机关 \(code.text)"
        case .kept: nil
        case .refusedOffice(let refusal): refusal.message
        case .unreadable(let error): error.message
        }
    }
}
