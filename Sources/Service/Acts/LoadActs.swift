internal import Database
internal import Disclosure
public import Ledger

/// Does the acts of a whole file, one line of JSON each: all of them or none.
public struct LoadActs: Sendable {
    let acts: PerformActs
    /// The most lines of one file.
    public let lineLimit: Int
    /// The most lines unless told otherwise.
    public static let standardLineLimit = 200_000

    /// The use case.
    public init(_ acts: PerformActs, lineLimit: Int = LoadActs.standardLineLimit) {
        self.acts = acts
        self.lineLimit = lineLimit
    }

    /// Does the acts of a text: a single JSON object over any number of lines, or one object a line. Blank lines are
    /// passed over; the places in the outcome are those of the lines.
    public func run(
        _ bytes: [UInt8], by caller: PerformActs.Caller, at now: Moment, isTrial: Bool = false
    ) throws(ServiceError) -> PerformActs.Outcome {
        var documents: [ActDocument] = []
        var places: [Int] = []
        var problems: [PerformActs.Problem] = []
        if let whole = try? ActDocument(parsing: bytes) {
            documents = [whole]
            places = [1]
        } else {
            var line = 0
            for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
                line += 1
                if piece.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
                guard documents.count < lineLimit else { return .refused([tooMany(line)]) }
                do throws(Refusal) {
                    documents.append(try ActDocument(parsing: Array(piece)))
                    places.append(line)
                } catch {
                    problems.append(.init(place: line, act: nil, subject: nil, findings: error.findings))
                    if problems.count == PerformActs.problemLimit { break }
                }
            }
        }
        guard problems.isEmpty else { return .refused(problems) }
        guard !documents.isEmpty else { return .refused([Self.nothing]) }
        switch try acts.run(documents, by: caller, at: now, isTrial: isTrial) {
        case .recorded(let done): return .recorded(done)
        case .refused(let problems):
            return .refused(
                problems.map {
                    .init(place: places[$0.place - 1], act: $0.act, subject: $0.subject, findings: $0.findings)
                })
        }
    }

    private func tooMany(_ line: Int) -> PerformActs.Problem {
        .init(
            place: line, act: nil, subject: nil,
            findings: [
                Finding(
                    .valueTooLong, .error, "超过 \(lineLimit) 行的上限。", remedy: "请分成几个文件，或者调高 GONGKAI_ACT_LINES。")
            ])
    }

    private static let nothing = PerformActs.Problem(
        place: 1, act: nil, subject: nil,
        findings: [Finding(.valueBlank, .error, "没有内容。", remedy: "请每行写一个办理事项，运行 gongkai acts 查看写法。")])
}
