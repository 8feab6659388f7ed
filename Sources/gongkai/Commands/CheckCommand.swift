import AnnualReport
import DocumentReading
import ReaderProcess
import ReportExchange
import Synchronization

extension Command {
    /// `gongkai check`.
    static let check = Command(
        name: "check", synopsis: "FILE… [--previous FILE] [--children DIR] [--details] [--format text|json]",
        summary: "读取年度报告并逐条核对，指出每一处不一致和改法；文件夹、zip 表示其中的每一份文件",
        englishSummary: "reads annual reports and runs the rules; a folder or zip means every document in it",
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
        guard let pool = DocumentRun.pool(for: "check") else { return .failed }
        do throws(DocumentError) {
            let company = ReportCompany(
                previous: try arguments.value("--previous").map { path throws(DocumentError) in
                    try report(at: path, pool)
                },
                children: try arguments.value("--children").map { path throws(DocumentError) in
                    try reports(in: path, pool)
                } ?? [])
            let paths = arguments.operands
            let isSingle = paths.count == 1 && !DocumentQueue.isCollection(paths[0])
            let queue = DocumentQueue(paths, pool)
            return format == .json
                ? checkAsJSON(queue, pool, company, isSingle: isSingle)
                : checkAsText(queue, pool, company, isSingle: isSingle, details: arguments.has("--details"))
        } catch {
            StandardStream.error.write("gongkai check：\(PlainText.line(error.message))\n")
            return .failed
        }
    }

    /// What a report is checked against besides itself.
    private struct ReportCompany: Sendable {
        var previous: Report?
        var children: [Report]

        func check(_ report: Report) -> CheckResult {
            RuleBook.check(report, previous: previous, children: children)
        }
    }

    private static func report(at path: String, _ pool: ReaderPool) throws(DocumentError) -> Report {
        do throws(DocumentError) {
            let bytes = try DocumentFile.bytes(of: path, limit: pool.settings.limits.fileBytes)
            return try pool.read(name: DocumentFile.name(of: path), bytes: bytes)
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
            case .failure(let error): DocumentRun.complain("check", outcome.name, error)
            }
            return true
        }
        let found = reports.withLock { $0 }
        guard !found.isEmpty else {
            throw DocumentError(code: "no_children", message: "\(path) 中没有读成一份下级单位的报告，不能核对汇总数。")
        }
        return found
    }

    private static func checkAsJSON(
        _ queue: DocumentQueue, _ pool: ReaderPool, _ company: ReportCompany, isSingle: Bool
    ) -> ExitCode {
        let foundErrors = Mutex(false)
        let count = DocumentRun.run(queue, pool) { name, bytes throws(DocumentError) -> ([UInt8], Bool) in
            let report = try pool.read(name: name, bytes: bytes)
            let result = company.check(report)
            return (CheckJSON.write(report, result) + [0x0A], result.hasErrors)
        } emit: { outcome in
            switch outcome.result {
            case .success(let (json, hasErrors)):
                if hasErrors { foundErrors.withLock { $0 = true } }
                return StandardStream.output.write(json)
            case .failure(let error):
                guard isSingle else { return StandardStream.output.write(ErrorLine.of(outcome.name, error)) }
                DocumentRun.complain("check", outcome.name, error)
                return true
            }
        }
        return foundErrors.withLock { $0 } ? .findings : count.exitCode
    }

    private static func checkAsText(
        _ queue: DocumentQueue, _ pool: ReaderPool, _ company: ReportCompany, isSingle: Bool, details: Bool
    ) -> ExitCode {
        let style = TextStyle.of(.output)
        let state = Mutex((summary: CheckSummary(), foundErrors: false))
        let progress = Progress()
        let count = DocumentRun.run(queue, pool) { name, bytes throws(DocumentError) -> (Report, CheckResult) in
            let report = try pool.read(name: name, bytes: bytes)
            return (report, company.check(report))
        } emit: { outcome in
            if !isSingle { progress.step(outcome.name, of: queue.known) }
            switch outcome.result {
            case .success(let (report, result)):
                state.withLock { state in
                    state.summary.add(report, result)
                    if result.hasErrors { state.foundErrors = true }
                }
                guard isSingle || details else { return true }
                progress.finish()
                let line = isSingle ? "" : String(repeating: "═", count: style.width) + "\n"
                return StandardStream.output.write(line + CheckOutput.text(report, result, style))
            case .failure(let error):
                if isSingle { DocumentRun.complain("check", outcome.name, error) }
                state.withLock { $0.summary.addRefused(outcome.name, message: error.message) }
                return true
            }
        }
        progress.finish()
        return state.withLock { state in
            if !isSingle {
                let line = details ? String(repeating: "═", count: style.width) + "\n" : ""
                StandardStream.output.write(line + state.summary.text(style))
                if !details, count.read > 0 {
                    StandardStream.output.write("逐份列出每一处问题：加上 --details，或单独核对那一份文件。\n")
                }
            }
            return state.foundErrors ? .findings : count.exitCode
        }
    }
}
