internal import CivilTime
public import Disclosure

/// One line of a register of applications that can be taken over.
public struct RequestLine: Sendable, Hashable {
    /// The sheet it stands on.
    public let sheet: String
    /// Its row.
    public let row: Int
    /// Its number.
    public let number: RequestNumber
    /// The applicant as the register names it: personal, never part of an entry.
    public let applicantName: String
    /// What the line tells.
    public let history: RequestHistory
    /// Where each field stands.
    let places: [RequestField: String]

    /// Where a field stands, as people write it (`C17`); nil where the register does not have it.
    public func place(of field: RequestField) -> String? { places[field] }
}

/// Reads one line of a register of applications.
struct RequestLineReading {
    private var cells: LineReading<RequestField>
    private let officer: OfficerReference
    /// What is wrong with it.
    var problems: [ImportProblem] { cells.problems }

    init(_ cells: LineReading<RequestField>, officer: OfficerReference) {
        self.cells = cells
        self.officer = officer
    }

    /// The line; nil when something is wrong with it.
    ///
    /// - Parameter person: gives the applicant an opaque name.
    mutating func line(person: (String) -> PersonReference) -> RequestLine? {
        let applied = cells.day(.applied)
        let received = cells.day(.received)
        let number = number(year: (applied ?? received)?.year)
        let applicant = cells.required(.applicant)
        let matter = cells.statement(.matter)
        let type = cells.word(.type, RequestWords.types, ApplicantType.allCases.map(\.chineseText))
        let channel = cells.word(
            .channel, RequestWords.channels, ["当面", "邮寄（签收）", "平信", "网络", "传真"])
        let outcome = outcome()
        let manner = manner()
        let days: [RequestField: Day] = [
            .correctionAsked: cells.day(.correctionAsked), .correctionReceived: cells.day(.correctionReceived),
            .extended: cells.day(.extended), .answered: cells.day(.answered), .served: cells.day(.served),
            .closed: cells.day(.closed),
        ].compactMapValues { $0 }
        if applied == nil, received == nil, !cells.hasProblem(.applied), !cells.hasProblem(.received) {
            cells.find(
                cells.match.columns[.received] == nil ? .applied : .received, "blank", "没有申请日期，也没有收到日期。", "请至少填写其中一个。")
        }
        guard !cells.hasErrors, let number, let applicant, let matter, let type, let channel,
            let first = applied ?? received
        else { return nil }
        // Handed over or signed for, the day of receipt counts; else arrival and confirmation are two days.
        let arrived = channel.needsConfirmation ? first : received ?? first
        var history = RequestHistory(
            Register(
                number, by: channel, arrived: arrived, confirmed: channel.needsConfirmation ? received ?? first : nil,
                applicant: person(applicant), type: type, identityProof: nil, matter: matter),
            takenOverBy: officer)
        history.correctionAsked = days[.correctionAsked]
        history.correctionReceived = days[.correctionReceived]
        history.extended = days[.extended]
        history.ended = days[.answered] ?? (outcome?.ending == nil ? nil : days[.served] ?? days[.closed])
        history.ending = outcome?.ending
        history.wording = outcome.flatMap { Statement("台账所记：\($0.text)") }
        history.manner = manner
        history.served = days[.served]
        history.closed = days[.closed]
        return RequestLine(
            sheet: cells.sheet.name, row: cells.row, number: number, applicantName: applicant, history: history,
            places: cells.places)
    }

    private mutating func number(year: Int?) -> RequestNumber? {
        guard let text = cells.required(.number) else { return nil }
        if let number = NumberWording.read(text, year: year) { return number }
        // Only the year is missing, which the day of the application would give: that fault is told already.
        if year == nil, NumberWording.read(text, year: DayWording.years.upperBound) != nil { return nil }
        cells.find(.number, "no_number", "“\(text.prefix(30))”不是登记号。", "请写成“2023-12”，或者只写当年的序号。")
        return nil
    }

    private mutating func manner() -> ServiceManner? {
        guard let text = cells.content(.manner)?.text else { return nil }
        if case .one(let value) = RequestWords.manners.read(text) { return value }
        cells.find(.manner, "unknown", "看不懂“\(text.prefix(30))”，按当面送达登记。", "请填写：当面、委托、邮寄、网络。", .warning)
        return nil
    }

    private mutating func outcome() -> (ending: RequestHistory.Ending?, text: String)? {
        guard let text = cells.content(.result)?.text else { return nil }
        let remedy = "请按年度报告统计表的办理结果填写，如“予以公开”“本机关不掌握相关政府信息”；或者在映射文件中说明。"
        switch RequestWords.outcomes.read(text) {
        case .one(.answered(let leaf)): return (.answered(leaf), text)
        case .one(.withdrawn): return (.withdrawn, text)
        case .one(.open): return (nil, text)
        case .one(.family(let family)):
            cells.find(
                .result, "family",
                "“\(text.prefix(30))”没有写明是哪一种情形（\(RequestWords.Outcome.family(family).chineseText)）。", remedy)
        case .several(let values):
            let names = values.map(\.chineseText).joined(separator: "”“")
            cells.find(.result, "several", "“\(text.prefix(30))”可以理解为“\(names)”，不能确定是哪一种。", remedy)
        case .none: cells.find(.result, "unknown", "看不懂“\(text.prefix(30))”。", remedy)
        }
        return nil
    }
}
