public import CivilTime

/// Enters a case in the register on the day the office receives its copy.
///
/// What a claimant or a court should not have done is remarked, not refused, since it is no act of the office: a suit
/// without the review that must come first, or one after its period. Example: refused as 过程性信息, served 2025-07-01, sued
/// directly 2025-08-01: remarked, to be raised in the defence; not so for an answer served 2023-12-29.
/// Source: 条例 Art 51; 行政复议法 Art 20, 23; 行政诉讼法 Art 45, 46; 法释〔2025〕8号 Art 1.
public struct RegisterAppeal: AppealCommand {
    /// Which command.
    public static let verb = AppealVerb.register

    /// Its name.
    public var reference: AppealReference
    /// The way it took.
    public var route: AppealRoute
    /// What it is about.
    public var contested: ContestedAct
    /// Who brought it.
    public var claimant: PersonReference
    /// The body that decides, with its file number.
    public var body: Statement
    /// The day the office received the copy.
    public var copyReceived: Day
    /// The day it was handed in.
    public var lodged: Day?
    /// True for the simple procedure of review.
    public var isSimple: Bool
    /// The review that came before.
    public var review: Appeal?

    /// A registration.
    public init(
        _ reference: AppealReference, _ route: AppealRoute, against contested: ContestedAct,
        by claimant: PersonReference, before body: Statement, copyReceived: Day, lodged: Day? = nil,
        isSimple: Bool = false, after review: Appeal? = nil
    ) {
        self.reference = reference
        self.route = route
        self.contested = contested
        self.claimant = claimant
        self.body = body
        self.copyReceived = copyReceived
        self.lodged = lodged
        self.isSimple = isSimple
        self.review = review
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for impossible days, a suit after a review without the review, the simple procedure in court.
    public func decide(
        on appeal: Appeal?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<AppealAct> {
        if let obstacle = Self.verb.obstacle(for: appeal) { throw Refusal(obstacle) }
        var examination = ActExamination(today: today)
        examination.actDay(
            copyReceived, notBefore: lodged ?? contested.served, lodged == nil ? "答复送达" : "申请复议或者起诉",
            field: "copy_received", article: .regulation(51))
        if let lodged, let served = contested.served, lodged < served {
            examination.find(
                ExaminationFinding.order(lodged, after: served, "答复送达", field: "lodged", article: .regulation(51)))
        }
        examination.need(
            !isSimple || route == .review,
            else: Finding(
                .appealSimpleProcedure, field: "simple", "复议简易程序只适用于行政复议案件。", article: .reviewLaw(53),
                remedy: "请核对案件类型。"))
        link(&examination)
        remarks(&examination, calendar)
        let registration = AppealRegistration(
            reference: reference, route: route, contested: contested, claimant: claimant, body: body, lodged: lodged,
            isSimple: isSimple, review: review?.reference)
        return try examination.rule([AppealEntry(.registered(registration), on: copyReceived)])
    }

    /// A suit after a review names it, the others have none.
    private func link(_ examination: inout ActExamination) {
        guard let review else {
            return examination.need(
                route != .litigationAfterReview,
                else: Finding(
                    .appealReviewLink, field: "review", "复议后起诉的案件没有登记此前的复议案件。", article: .litigationLaw(45),
                    remedy: "请选择此前的复议案件；未经复议的，请选择“未经复议直接起诉”。"))
        }
        let fits =
            route == .litigationAfterReview && review.route == .review
            && review.registration.contested.request == contested.request
        examination.need(
            fits,
            else: Finding(
                .appealReviewMismatch, field: "review", "案件 \(review.reference) 不是就同一申请先行的复议案件。",
                article: .litigationLaw(45), remedy: "请核对案件类型和此前的复议案件。"))
    }

    private func remarks(_ examination: inout ActExamination, _ calendar: WorkingCalendar) {
        guard let served = contested.served else { return }
        let remedies = Remedies(restsOnExemption: contested.restsOnExemption, served: served, by: calendar)
        if route == .litigationDirect && remedies.needsReviewFirst {
            examination.find(
                Finding(
                    .appealReviewFirst, .warning, field: "route", "对不予公开的答复应当先申请行政复议，本案未经复议直接起诉。",
                    article: .reviewLaw(23), remedy: "请在答辩时提出应当先经行政复议，并核对答复书是否告知了复议前置。"))
        }
        let period: LegalPeriod? =
            switch route {
            case .review: remedies.review
            case .litigationDirect: remedies.suit
            case .litigationAfterReview:
                review?.instance.concluded.map { Remedies.suitAfterReview(from: $0, by: calendar) }
            }
        if let lodged, let period, lodged > period.due {
            examination.find(
                Finding(
                    .appealLodgedLate, .warning, field: "lodged",
                    "\(route.chineseText)于 \(lodged) 提出，晚于期限 \(period.due)。", article: period.article,
                    remedy: "请核对答复书是否告知救济权利和期限；已经告知的，可以提出逾期的意见。"))
        }
    }
}
