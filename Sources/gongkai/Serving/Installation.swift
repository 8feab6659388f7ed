import AnnualReport
import CivilTime
import Database
import DatabasePostgres
import DatabaseSQLite
import Disclosure
import DocumentReading
import Glibc
import Ledger
import ReaderProcess
import Service

/// What a command that touches the ledger works on: the database of a data folder or of a server, opened and up to date.
struct Installation: Sendable {
    /// The options that name it.
    static let options: [ArgumentOption] = [
        .value("--data", "DIR", "数据文件夹，默认为 GONGKAI_DATA，再默认为 ./var", "folder of the data, ./var unless told"),
        .value(
            "--database", "URL", "PostgreSQL 数据库地址，代替数据文件夹；默认为 GONGKAI_DATABASE",
            "address of a PostgreSQL database in place of the folder"),
    ]

    let database: any Database
    let ledger: Ledger
    let resources: ResourceFolder
    /// The calendar of working days.
    let calendar: WorkingCalendar
    /// The data folder; nil where a server keeps the data.
    let folder: String?

    /// Opens what the arguments and the settings name; says on standard error why it cannot.
    ///
    /// - Parameter mustExist: true for commands that only look at what is kept: a mistyped folder is no empty ledger.
    static func open(_ arguments: Arguments, for command: String, mustExist: Bool = false) -> Installation? {
        do {
            let resources = try ResourceFolder.find()
            if let address = arguments.value("--database"), PostgresSettings.carriesPassword(address) {
                StandardStream.complain(
                    command,
                    "注意：命令行中的数据库密码可以被本机的其他用户看到。请改用环境变量 GONGKAI_DATABASE 或密码文件（~/.pgpass）提供。")
            }
            let calendar = try CalendarFile.load()
            let (database, folder) = try openDatabase(arguments, mustExist: mustExist)
            let ledger = try Ledger(in: database, now: WallClock.now(), settings: try ledgerSettings(calendar))
            return Installation(
                database: database, ledger: ledger, resources: resources, calendar: calendar, folder: folder)
        } catch let error as DatabaseError {
            // What the server or its library said tells an administrator more than the sentence; it names no password.
            let isOfServer = [.badSetting, .unreachable, .notAdmitted, .noSuchDatabase].contains(error.kind)
            StandardStream.complain(
                command, error.message + (isOfServer && !error.detail.isEmpty ? "（\(error.detail)）" : ""))
        } catch let error as FileError {
            StandardStream.complain(command, about: error.path, error.message)
        } catch {
            StandardStream.complain(command, "无法打开数据：\(error)")
        }
        return nil
    }

    /// How entries are fastened, by which calendar last days are kept, and what else places differ in.
    private static func ledgerSettings(_ calendar: WorkingCalendar) throws -> LedgerSettings {
        let word = environmentValue("GONGKAI_DIGEST") ?? ""
        guard let digest = word.isEmpty ? .sm3 : DigestAlgorithm(rawValue: word) else {
            throw DatabaseError(
                .badSetting, message: "设置 GONGKAI_DIGEST 的值“\(PlainText.line(word))”不对：可用的是 sm3、sha256。")
        }
        var settings = LedgerSettings(digest: digest, calendar: calendar)
        if let rule = environmentValue("GONGKAI_INDEX_RULE"), !rule.isEmpty {
            do throws(Refusal) { settings.indexRule = try IndexRule(parsing: rule) } catch {
                let reasons = error.findings.map(\.text).joined()
                throw DatabaseError(.badSetting, message: "设置 GONGKAI_INDEX_RULE 不对：\(PlainText.line(reasons))")
            }
        }
        switch environmentValue("GONGKAI_APPEALS_CARRIED_IN") {
        case nil, "", "1": break
        case "0": settings.countsCarriedInAppeals = false
        case let word?:
            throw DatabaseError(
                .badSetting, message: "设置 GONGKAI_APPEALS_CARRIED_IN 的值“\(PlainText.line(word))”不对：可用的是 0、1。")
        }
        return settings
    }

    /// The server's database where one is named, otherwise the file in the data folder; an option goes before a setting.
    private static func openDatabase(
        _ arguments: Arguments, mustExist: Bool
    ) throws(DatabaseError) -> (any Database, folder: String?) {
        let folder = arguments.value("--data")
        let address = arguments.value("--database") ?? (folder == nil ? environmentValue("GONGKAI_DATABASE") : nil)
        if let address, !address.isEmpty {
            return (try PostgresDatabase(try PostgresSettings.fromEnvironment(address: address)), nil)
        }
        let configured = environmentValue("GONGKAI_DATA") ?? ""
        let path = folder ?? (configured.isEmpty ? "./var" : configured)
        let file = "\(path)/\(Ledger.fileName)"
        if mustExist, access(file, F_OK) != 0, errno == ENOENT || errno == ENOTDIR {
            throw DatabaseError(
                .cannotOpen,
                message: "“\(PlainText.line(path))”中没有数据库文件 \(Ledger.fileName)。请核对 --data 或 GONGKAI_DATA，"
                    + "或者先登记、载入数据。")
        }
        return (try SQLiteDatabase(SQLiteSettings(path: file)), path)
    }

    /// An office by its code or full name; nil where there is none.
    func office(named name: String) throws(ServiceError) -> Office? {
        do throws(DatabaseError) { return try ledger.offices.office(named: name) } catch { throw .database(error) }
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
        try LoadDemonstration(ledger: ledger, reader: reader, calendar: calendar).run(
            list, at: WallClock.now(),
            bytes: { file throws(DocumentError) in
                do throws(FileError) {
                    return try resources.bytes(of: "demo/\(file)")
                } catch {
                    throw DocumentError(code: "missing", message: error.message)
                }
            }, report: report)
    }

    /// Records what the demonstration offices did, where they have no entries yet; says what came of each.
    ///
    /// - Returns: false where something did not fit.
    func loadDemonstrationActs(_ reader: ReaderPool, _ tell: (String) -> Void) throws(ServiceError) -> Bool {
        let text: String
        let calendar: WorkingCalendar
        do throws(FileError) {
            text = try resources.text(of: "demo/acts.jsonl")
            calendar = try CalendarFile.load()
        } catch {
            tell("\(error.path)：\(error.message)")
            return false
        }
        var isWhole = true
        let resources = resources
        let work = LoadDemonstrationLedger(
            ledger: ledger, calendar: calendar, papers: PreparePaper(reader: reader),
            file: { try? resources.bytes(of: "demo/files/\($0)") })
        try work.run(text, at: WallClock.now()) { office, outcome in
            switch outcome {
            case .recorded(let acts): tell("\(office)：已登记 \(acts) 个办理事项")
            case .known: tell("\(office)：台账已有记录，未变")
            case .unknownOffice, .refused:
                isWhole = false
                tell(outcome.failure(of: office))
            }
        }
        return isWhole
    }

    private func rebuildWhereMissing() throws(ServiceError) {
        do throws(DatabaseError) {
            if try ledger.publicItems.isMissing() { try ledger.rebuild() }
        } catch {
            throw .database(error)
        }
    }

    /// Runs the rules again over what is kept, where this program is another one than the last.
    ///
    /// The rules are code: a program file of another size or age may have others, whatever its version says.
    @discardableResult
    func recheck() throws(ServiceError) -> Int? {
        // Tables of the public that an earlier program did not keep up are filled once.
        try rebuildWhereMissing()
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
        case .kept, .keptOfNewOffice: nil
        case .refusedOffice(let message): message
        case .unreadable(let error): error.message
        }
    }
}

extension LoadDemonstrationLedger.Outcome {
    /// Why nothing was recorded, in Chinese.
    fileprivate func failure(of office: String) -> String {
        switch self {
        case .refused(let why): "\(office)：\(why)"
        default: "没有机关 \(office)"
        }
    }
}
