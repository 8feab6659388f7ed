import AnnualReport
import DocumentReading
import ReaderProcess
import Synchronization

extension Command {
    /// `gongkai check`.
    static let check = Command(
        name: "check", synopsis: "FILE… [--previous FILE] [--children DIR] [--details] [--format text|json]",
        summary: "读取年度报告并逐条核对，指出每一处不一致和改法；文件夹、zip 表示其中的每一份文件，同一机关相邻两年的报告自动对照",
        englishSummary: "reads annual reports and runs the rules; a folder or zip means every document in it, "
            + "and reports of one office for two years running are compared",
        options: [
            .format,
            .value(
                "--previous", "FILE", "同一机关上一年的报告，用来核对上年结转等", "the report of the year before"),
            .value(
                "--children", "DIR", "下级单位的报告所在的文件夹或 zip，用来核对汇总数",
                "folder or zip with the reports that this one sums"),
            .flag("--details", "文件较多时也逐份列出每一处问题", "lists every finding even of many documents"),
        ], operands: 1...Int.max
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        let paths = try DocumentRun.paths(arguments)
        guard let pool = DocumentRun.pool(for: "check") else { return .failed }
        do throws(DocumentError) {
            let company = ReportCompany(
                previous: try arguments.value("--previous").map { path throws(DocumentError) in
                    try report(at: path, pool)
                },
                children: try arguments.value("--children").map { path throws(DocumentError) in
                    try reports(in: path, pool)
                } ?? [])
            let run = CheckRun(
                queue: DocumentQueue(paths, pool), pool: pool, company: company,
                isSingle: paths.count == 1 && !DocumentQueue.isCollection(paths[0]))
            return format == .json ? run.json() : run.text(details: arguments.has("--details"))
        } catch {
            StandardStream.complain("check", error.message)
            return .failed
        }
    }

    private static func report(at path: String, _ pool: ReaderPool) throws(DocumentError) -> Report {
        do throws(DocumentError) {
            let path = try DocumentPath(path)
            let bytes = try DocumentFile.bytes(of: path, limit: pool.settings.limits.fileBytes)
            return try pool.read(name: path.name, bytes: bytes)
        } catch {
            throw DocumentError(code: error.code, message: "上一年报告 \(path)：\(error.message)")
        }
    }

    /// The reports of a folder; those that cannot be read are named on standard error and left out.
    private static func reports(in path: String, _ pool: ReaderPool) throws(DocumentError) -> [Report] {
        let reports = Mutex<[Report]>([])
        _ = DocumentRun.run(DocumentQueue([path], pool), pool) { name, bytes throws(DocumentError) in
            try pool.read(name: name, bytes: bytes)
        } emit: { outcome in
            switch outcome.result {
            case .success(let report): reports.withLock { $0.append(report) }
            case .failure(let error): StandardStream.complain("check", about: outcome.name, error.message)
            }
            return true
        }
        let found = reports.withLock { $0 }
        guard !found.isEmpty else {
            throw DocumentError(code: "no_children", message: "\(path) 中没有读成一份下级单位的报告，不能核对汇总数。")
        }
        return found
    }
}
