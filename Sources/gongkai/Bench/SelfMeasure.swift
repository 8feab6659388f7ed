import AnnualReport
import CivilTime
import Database
import DatabaseSQLite
import Glibc
import Ledger
import Service
import Vault
import Web

/// Measures what an office waits for, on this machine, over a ledger of its own.
struct SelfMeasure {
    /// One figure.
    struct Line {
        /// Its name for programs; stable.
        let id: String
        /// What it is, in Chinese.
        let label: String
        /// The figure.
        let value: Double
        /// What it counts.
        let unit: String
    }

    /// Why nothing was measured.
    struct Failure: Error {
        let message: String
    }

    let folder: String
    let isQuick: Bool

    /// The file that the disk is tried with.
    static let syncedFile = "synced"
    private static let office = "bench-office"
    private static let year = 2025

    /// Every figure.
    func run() throws -> [Line] {
        let (single, bulk) = isQuick ? (20, 100) : (400, 4_000)
        let calendar = try CalendarFile.load()
        let database = try SQLiteDatabase(SQLiteSettings(path: "\(folder)/\(Ledger.fileName)"))
        defer { database.close() }
        let ledger = try Ledger(in: database, now: WallClock.now(), settings: LedgerSettings(calendar: calendar))
        guard let code = AgencyCode(Self.office), let name = PlainLine("自测机关"), let year = ReportYear("\(Self.year)")
        else { throw Failure(message: "自测机关没有建立。") }
        try ledger.offices.put(Office(code: code, fullName: name))
        // A key that nobody else knows seals the invented names, and is forgotten with them.
        let vault = KeyRing([try VaultKey.random()]).map { Vault($0) }
        let acts = PerformActs(ledger: ledger, calendar: calendar, vault: vault)
        var lines = [
            Line(id: "disk.sync", label: "磁盘：逐条写入并落盘", value: try syncs(isQuick ? 20 : 500), unit: "次/秒")
        ]
        var next = 1
        let alone = try seconds { for _ in 0..<single { try record(acts, from: &next, count: 1) } }
        lines.append(Line(id: "acts.single", label: "登记：逐件登记，件件落盘", value: Double(single) / alone, unit: "件/秒"))
        let together = try seconds { try record(acts, from: &next, count: bulk) }
        lines.append(Line(id: "acts.bulk", label: "登记：一个文件一次登记", value: Double(bulk) / together, unit: "件/秒"))
        var entries = 0
        let walked = try seconds { entries = Int(try ledger.verify(projections: false) { _ in }.entries) }
        lines.append(Line(id: "verify.entries", label: "核对：逐条校验台账", value: Double(entries) / walked, unit: "条/秒"))
        let rounds = isQuick ? 3 : 50
        let work = CompileReport(ledger: ledger)
        let today = WallClock.now().beijingDay
        var answer: CompileReport.Answer?
        let counted = try seconds {
            for _ in 0..<rounds {
                if case .compiled(let compiled) = try work.run(Self.office, year: year, on: today) { answer = compiled }
            }
        }
        lines.append(
            Line(
                id: "statistics.year", label: "统计：编制一个机关一年的年报（\(next - 1)件）",
                value: counted * 1e6 / Double(rounds), unit: "微秒"))
        guard let answer else { throw Failure(message: "自测机关的年报没有编成。") }
        let drawn = seconds {
            for _ in 0..<rounds { _ = SingleReportPage.bytes(of: answer.compiled.report, answer.check, style: "") }
        }
        lines.append(
            Line(id: "page.report", label: "出页：生成一页年报", value: drawn * 1e6 / Double(rounds), unit: "微秒"))
        return lines
    }

    /// Registers invented applications, all or none.
    private func record(_ acts: PerformActs, from next: inout Int, count: Int) throws {
        var text = ""
        for number in next..<next + count {
            text += """
                {"act":"request.register","subject":"\(Self.year)-\(number)","day":"2025-06-03","channel":"in_person",\
                "applicant":{"name":"测试申请人\(number)"},"applicant_type":"natural_person","identity_proof":"paper-1",\
                "matter":"测试文件"}

                """
        }
        next += count
        let caller = PerformActs.Caller(agency: Self.office, actor: "bench", role: "officer")
        guard
            case .recorded = try LoadActs(acts, lineLimit: max(1, count))
                .run(Array(text.utf8), by: caller, at: WallClock.now())
        else { throw Failure(message: "自测的登记没有成功。请运行 gongkai verify 并联系维护人员。") }
    }

    /// How many records of 200 bytes a second a loop brings to the disk, each by itself.
    private func syncs(_ count: Int) throws -> Double {
        let descriptor = creat("\(folder)/\(Self.syncedFile)", 0o600)
        guard descriptor >= 0 else { throw Failure(message: "临时文件不能写入（\(String(cString: strerror(errno)))）。") }
        defer { close(descriptor) }
        let record = [UInt8](repeating: 0x61, count: 200)
        let taken = try seconds {
            for _ in 0..<count {
                guard write(descriptor, record, record.count) == record.count, fdatasync(descriptor) == 0 else {
                    throw Failure(message: "临时文件不能落盘（\(String(cString: strerror(errno)))）。")
                }
            }
        }
        return Double(count) / taken
    }

    /// Seconds on the clock; never nought.
    private func seconds(_ body: () throws -> Void) rethrows -> Double {
        let begin = ContinuousClock.now
        try body()
        let (seconds, attoseconds) = begin.duration(to: .now).components
        return max(1e-9, Double(seconds) + Double(attoseconds) * 1e-18)
    }
}
