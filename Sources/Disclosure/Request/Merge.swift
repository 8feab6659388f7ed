public import CivilTime

/// Ends an application that goes on in another open one of the same applicant (合并办理); it counts as `other_other`.
///
/// Example: 2025-8 and 2025-9 of one applicant ask for the same plan: 2025-9 is merged into 2025-8 on 2025-06-10.
/// Source: 条例 Art 45; the row of the form for what is closed otherwise.
public struct Merge: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.merge

    /// The day.
    public var day: Day
    /// The application in which it goes on.
    public var target: InformationRequest

    /// A merger.
    public init(into target: InformationRequest, on day: Day) {
        self.target = target
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when the other one is the same, of another applicant, or no longer open.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.finalDay(day, field: "merged.day")
        let own = examination.request
        let obstacle: String? =
            if target.number == own.number {
                "不能并入自己"
            } else if target.registration.applicant != own.registration.applicant {
                "\(target.number) 是其他申请人的申请"
            } else if !target.stage.isOpen {
                "\(target.number) \(target.stage.chineseText)"
            } else {
                nil
            }
        if let obstacle {
            examination.find(
                Finding(
                    .requestMergeTarget, field: "merged.into", "不能合并：\(obstacle)。", article: .regulation(45),
                    remedy: "只能并入同一申请人正在办理的其他申请；内容重复且已经答复的，可以答复“重复申请”。"))
        }
        return try examination.rule([RequestEntry(.merged(Merger(into: target.number)), on: day)])
    }
}
