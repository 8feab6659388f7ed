import AnnualReport
import DocumentReading
import ReaderProcess

extension Command {
    /// `gongkai read`.
    static let read = Command(
        name: "read", synopsis: "FILE… [--format text|json] | --batch [FILE…|-]",
        summary: "读取年度报告，列出每一格读到的数；文件夹、zip 表示其中的每一份文件",
        englishSummary: "reads annual reports and shows every cell; a folder or zip means every document in it",
        options: [
            .format,
            .flag(
                "--batch", "从标准输入逐行读取路径，每份文件输出一行 JSON，读不成的也占一行，不中断",
                "takes one path a line on standard input and writes one line of JSON for each, readable or not"),
        ], operands: 0...Int.max
    ) { arguments throws(UsageError) in
        let isBatch = arguments.has("--batch") || arguments.operands == ["-"]
        let paths = arguments.operands == ["-"] ? [] : try DocumentRun.paths(arguments)
        let format = try arguments.choice(ArgumentOption.format.name, default: isBatch ? AnswerFormat.json : .text)
        guard !isBatch || format == .json else {
            throw UsageError(
                chinese: "--batch 只输出 JSON，不能同时用 --format text。", english: "--batch answers in JSON only.")
        }
        guard isBatch || !paths.isEmpty else {
            throw UsageError(
                chinese: "请给出要读取的文件，或用 --batch 从标准输入读取路径。",
                english: "Name the files to read, or pass --batch to take paths from standard input.")
        }
        guard let pool = DocumentRun.pool(for: "read") else { return .failed }
        let queue = paths.isEmpty ? DocumentQueue(linesOf: 0, pool) : DocumentQueue(paths, pool)
        let isSingle = paths.count == 1 && !isBatch && !DocumentQueue.isCollection(paths[0])
        return format == .json ? readAsJSON(queue, pool, isSingle: isSingle) : readAsText(queue, pool)
    }

    private static func readAsJSON(_ queue: DocumentQueue, _ pool: ReaderPool, isSingle: Bool) -> ExitCode {
        let count = DocumentRun.run(queue, pool) { name, bytes throws(DocumentError) in
            try pool.readJSON(name: name, bytes: bytes)
        } emit: { outcome in
            switch outcome.result {
            case .success(let json): return StandardStream.output.write(json + [0x0A])
            case .failure(let error):
                guard isSingle else { return StandardStream.output.write(ErrorLine.of(outcome.name, error)) }
                StandardStream.complain("read", about: outcome.name, error.message)
                return true
            }
        }
        if !isSingle { DocumentRun.complainOfNothing("read", count) }
        return count.exitCode
    }

    private static func readAsText(_ queue: DocumentQueue, _ pool: ReaderPool) -> ExitCode {
        let style = TextStyle.of(.output)
        return DocumentRun.run(queue, pool) { name, bytes throws(DocumentError) in
            ReportOutput.text(try pool.read(name: name, bytes: bytes), style)
        } emit: { outcome in
            switch outcome.result {
            case .success(let text):
                let line = queue.known > 1 ? String(repeating: "═", count: style.width) + "\n" : ""
                return StandardStream.output.write(line + text)
            case .failure(let error):
                StandardStream.complain("read", about: outcome.name, error.message)
                return true
            }
        }.exitCode
    }
}
