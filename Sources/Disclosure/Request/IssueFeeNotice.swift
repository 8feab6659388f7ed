public import CivilTime

/// Asks for a processing fee (收费通知) where number or frequency is clearly excessive; by one tariff, once.
///
/// The amount follows from the tariff. Example: the 12th application of the month costs 100 yuan; 68 pages cost 380.
/// The notice must go out inside the time to answer. Source: 条例 Art 42; 109号 Art 3-6, in force 2021-01-01.
public struct IssueFeeNotice: RequestCommand {
    /// Which command.
    public static let verb = RequestVerb.issueFeeNotice

    /// The first day on which the fee measures are in force: 2021-01-01.
    public static let inForce = Day(number: 18_628) ?? .latest

    /// What is charged for.
    public enum Units: Sendable, Hashable {
        /// The place of this application among those of the applicant in the calendar month.
        case request(nth: RequestCount)
        /// The pages given.
        case pages(PageCount)

        /// The tariff.
        public var basis: FeeBasis {
            switch self {
            case .request: .perRequest
            case .pages: .perPage
            }
        }

        /// How many.
        public var count: Int {
            switch self {
            case .request(let nth): nth.count
            case .pages(let pages): pages.count
            }
        }

        /// The fee.
        public var fee: Yuan {
            switch self {
            case .request(let nth): ProcessingFee.ofRequest(nth: nth)?.amount ?? .zero
            case .pages(let pages): ProcessingFee.ofPages(pages).amount
            }
        }
    }

    /// The day the notice goes out.
    public var day: Day
    /// What is charged for.
    public var units: Units
    /// Why number or frequency is clearly excessive.
    public var reasons: Statement

    /// A notice.
    public init(on day: Day, for units: Units, reasons: Statement) {
        self.day = day
        self.units = units
        self.reasons = reasons
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a second notice, a fee of nothing, a notice after the time to answer or before 2021.
    public func decide(
        on request: InformationRequest?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<RequestAct> {
        var examination = try RequestExamination(Self.verb, on: request, today: today, calendar: calendar)
        examination.actDay(day, field: "fee.notice")
        examination.need(
            !examination.request.wasCharged,
            else: Finding(
                .requestAlreadyCharged, .error, "该申请已经发出过收费通知，同一申请只能按一种标准收一次。", article: .feeMeasures(3),
                remedy: "请按已发出的收费通知办理。"))
        examination.need(
            day >= Self.inForce,
            else: Finding(
                .requestFeeTooEarly, field: "fee.notice", "信息处理费自 2021-01-01 起收取，\(day) 不能收费。",
                article: .feeMeasures(1), remedy: "请核对日期。"))
        examination.need(
            units.fee > .zero,
            else: Finding(
                .requestNothingOwed, field: "fee.units",
                "按\(units.basis.chineseText)标准，\(units.count)\(units.basis.unit)不收费。",
                article: units.basis.article, remedy: "无需发出收费通知，请继续办理。"))
        let notice = FeeNotice(basis: units.basis, units: units.count, amount: units.fee, reasons: reasons)
        return try examination.rule([RequestEntry(.feeNoticeIssued(notice), on: day)])
    }
}
