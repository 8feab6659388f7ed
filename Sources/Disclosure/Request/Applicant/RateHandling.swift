public import CivilTime

/// Records what the applicant thinks of the handling, once for each answer.
///
/// Example: answered 2025-06-20, rated 2025-06-25; after a new answer on appeal it may be rated again.
/// Source: 条例 Art 46 (社会评议).
public struct RateHandling: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.rate

    /// The day.
    public var day: Day
    /// The grade.
    public var grade: ApplicantRating.Grade
    /// What was said beside it.
    public var remark: PaperReference?

    /// A rating.
    public init(_ grade: ApplicantRating.Grade, on day: Day, remark: PaperReference? = nil) {
        self.grade = grade
        self.day = day
        self.remark = remark
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when it was rated already, or the day is impossible.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.arrivalDay(day, field: "rated.day")
        examination.need(
            examination.round.rating == nil,
            else: Finding(
                .requestAlreadyRated, field: "grade", "这次答复已经评价过。", article: .regulation(46),
                remedy: "评价不能更改；还有意见的，可以另行反映。",
                english: .init(
                    "This reply was rated before.", remedy: "A rating cannot be changed; write a message instead.")))
        return try examination.rule([RequestEntry(.rated(ApplicantRating(grade, remark: remark)), on: day)])
    }
}

extension Finding.Code {
    /// It was rated before.
    public static let requestAlreadyRated = Self("request.already_rated")
}
