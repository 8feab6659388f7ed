import Disclosure
import Ledger
import Service

/// Does the acts of standard input as they come: each line by itself, answered when it is on the disk.
///
/// For programs that hand over one act after another: what was answered as recorded is kept whatever happens next.
struct ActStream {
    let acts: PerformActs
    let caller: PerformActs.Caller
    let isTrial: Bool
    let format: AnswerFormat

    /// Works until the input ends.
    ///
    /// - Returns: `findings` when an act was refused; `failed` when an answer could not be given any more.
    func run() throws(ServiceError) -> ExitCode {
        let lines = LineReader(0, longest: ActDocument.byteLimit + 1)
        var place = 0
        var code = ExitCode.done
        while let line = lines.next() {
            place += 1
            let outcome = try one(line, place)
            if case .refused = outcome { code = .findings }
            let output = ActOutput(outcome: outcome, isTrial: isTrial)
            let answer = format == .json ? output.document() : Array(output.text().utf8)
            guard StandardStream.output.write(answer) else { return .failed }
        }
        return code
    }

    private func one(_ line: [UInt8], _ place: Int) throws(ServiceError) -> PerformActs.Outcome {
        let document: ActDocument
        do throws(Refusal) {
            document = try ActDocument(parsing: line)
        } catch {
            return .refused([.init(place: place, act: nil, subject: nil, findings: error.findings)])
        }
        switch try acts.run([document], by: caller, at: WallClock.now(), isTrial: isTrial) {
        case .recorded(let done): return .recorded(done.map { $0.at(place) })
        case .refused(let problems):
            return .refused(
                problems.map { .init(place: place, act: $0.act, subject: $0.subject, findings: $0.findings) })
        }
    }
}
