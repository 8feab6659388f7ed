import AnnualReport
import DocumentReading
import ReaderProcess
import ReportExchange
import Synchronization

/// The check of the documents of one call.
struct CheckRun {
    let queue: DocumentQueue
    let pool: ReaderPool
    let company: ReportCompany
    /// One document was named, as against a folder, a zip or several of them.
    let isSingle: Bool

    /// One line of JSON a document.
    func json() -> ExitCode {
        let foundErrors = Mutex(false)
        let count = run { outcome in
            switch outcome.result {
            case .success(let checked):
                if checked.result.hasErrors { foundErrors.withLock { $0 = true } }
                let json = CheckJSON.write(checked.report, checked.result, previous: checked.previous)
                return StandardStream.output.write(json + [0x0A])
            case .failure(let error):
                guard isSingle else { return StandardStream.output.write(ErrorLine.of(outcome.name, error)) }
                StandardStream.complain("check", about: outcome.name, error.message)
                return true
            }
        }
        if !isSingle { DocumentRun.complainOfNothing("check", count) }
        return foundErrors.withLock { $0 } ? .findings : count.exitCode
    }

    /// Every finding of one document, or a table of many.
    func text(details: Bool) -> ExitCode {
        let style = TextStyle.of(.output)
        let state = Mutex((summary: CheckSummary(), foundErrors: false))
        let progress = Progress()
        let count = run(progress: isSingle ? nil : progress) { outcome in
            switch outcome.result {
            case .success(let checked):
                state.withLock { state in
                    state.summary.add(checked)
                    if checked.result.hasErrors { state.foundErrors = true }
                }
                guard isSingle || details else { return true }
                progress.finish()
                let line = isSingle ? "" : String(repeating: "═", count: style.width) + "\n"
                return StandardStream.output.write(line + CheckOutput.text(checked, style))
            case .failure(let error):
                if isSingle { StandardStream.complain("check", about: outcome.name, error.message) }
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
                DocumentRun.complainOfNothing("check", count)
            }
            return state.foundErrors ? .findings : count.exitCode
        }
    }

    private func run(
        progress: Progress? = nil, emit: @escaping @Sendable (DocumentOutcome<CheckedReport>) -> Bool
    ) -> ReadingCount {
        let pairing = YearPairing(
            window: isSingle ? 1 : pool.settings.limits.archiveFiles, company: company, emit: emit)
        let count = DocumentRun.run(queue, pool) { name, bytes throws(DocumentError) in
            company.check(try pool.read(name: name, bytes: bytes))
        } emit: { outcome in
            progress?.step(outcome.name, of: queue.known)
            return pairing.take(outcome)
        }
        pairing.release()
        return count
    }
}
