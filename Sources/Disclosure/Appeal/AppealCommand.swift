public import CivilTime

/// What an office can do with a case; one command each.
public enum AppealVerb: String, Sendable, Hashable, CaseIterable {
    /// `RegisterAppeal`.
    case register
    /// `ReplyToAppeal`.
    case reply
    /// `ExtendReview`.
    case extendReview = "extend_review"
    /// `ConcludeAppeal`.
    case conclude
    /// `OpenSecondInstance`.
    case openSecondInstance = "open_second_instance"

    /// The name in Chinese, as on a button.
    public var chineseText: String {
        switch self {
        case .register: "登记案件"
        case .reply: "登记答复或者答辩"
        case .extendReview: "登记复议期限延长"
        case .conclude: "登记处理结果"
        case .openSecondInstance: "登记上诉"
        }
    }

    /// The article that knows it.
    public var article: Article {
        switch self {
        case .register: .regulation(51)
        case .reply: .reviewLaw(48)
        case .extendReview: .reviewLaw(62)
        case .conclude: .regulation(50)
        case .openSecondInstance: .litigationLaw(85)
        }
    }

    /// Why it cannot be done as the case stands; nil when it can.
    public func obstacle(for appeal: Appeal?) -> Finding? {
        guard let appeal else {
            guard self != .register else { return nil }
            return Finding(
                .appealNotRegistered, .error, "该案件尚未登记，不能\(chineseText)。", article: article, remedy: "请先登记案件。")
        }
        guard appeal.voiding == nil else {
            // What was entered in error leaves its name free.
            guard self != .register else { return nil }
            return Finding(
                .appealVoided, .error, "该案件已经作废，不能\(chineseText)。", article: article, remedy: "登记有误的案件请重新登记。")
        }
        let open = Self.allCases.filter { $0.isPossible(for: appeal) }
        guard !open.contains(self) else { return nil }
        let names = open.map(\.chineseText).joined(separator: "、")
        let remedy = open.isEmpty ? "该案件已经办完，无需再登记。" : "目前可以：\(names)。"
        switch self {
        case .register:
            return Finding(
                .appealAlreadyRegistered, field: "reference", "案件 \(appeal.reference) 已经登记。", article: article,
                remedy: remedy)
        case .extendReview where appeal.route != .review:
            return Finding(
                .appealNotReview, .error, "行政诉讼案件不能登记复议期限延长。", article: article, remedy: remedy)
        case .openSecondInstance where !appeal.route.isLitigation:
            return Finding(
                .appealNotLitigation, .error, "行政复议案件不能上诉。", article: article,
                remedy: "对复议决定不服提起诉讼的，请登记为“复议后起诉”的新案件。")
        case .openSecondInstance where appeal.isPending:
            return Finding(.appealPending, .error, "案件尚未审结，不能\(chineseText)。", article: article, remedy: remedy)
        default:
            return Finding(
                appeal.isPending ? .appealStepDone : .appealConcluded, .error,
                appeal.isPending ? "该案件已经\(chineseText)。" : "该案件已经审结，不能\(chineseText)。", article: article,
                remedy: remedy)
        }
    }

    private func isPossible(for appeal: Appeal) -> Bool {
        switch self {
        case .register: false
        case .reply: appeal.isPending && appeal.instance.replied == nil
        case .extendReview: appeal.isPending && appeal.route == .review && appeal.extensionDays == 0
        case .conclude: appeal.isPending
        case .openSecondInstance: !appeal.isPending && appeal.route.isLitigation && appeal.instances.count == 1
        }
    }

    /// The case, when it can be done.
    func admit(_ appeal: Appeal?) throws(Refusal) -> Appeal {
        if let obstacle = obstacle(for: appeal) { throw Refusal(obstacle) }
        guard let appeal else { throw Refusal(ExaminationFinding.notRegistered()) }
        return appeal
    }
}

/// Something an office wants to record of a case; pure and total as `RequestCommand` is.
public protocol AppealCommand: Command where Subject == Appeal {
    /// Which command.
    static var verb: AppealVerb { get }

    /// What the law makes of it.
    ///
    /// - Parameter appeal: the case; nil when it is not registered.
    /// - Throws: `Refusal`; nothing is changed then.
    func decide(on appeal: Appeal?, today: Day, calendar: WorkingCalendar) throws(Refusal) -> Ruling<AppealAct>
}

extension Finding.Code {
    /// There is no such case yet.
    public static let appealNotRegistered = Self("appeal.not_registered")
    /// The name is taken.
    public static let appealAlreadyRegistered = Self("appeal.already_registered")
    /// It is no review.
    public static let appealNotReview = Self("appeal.not_review")
    /// It is no suit.
    public static let appealNotLitigation = Self("appeal.not_litigation")
    /// It is not decided yet.
    public static let appealPending = Self("appeal.pending")
    /// It is void.
    public static let appealVoided = Self("appeal.voided")
    /// It is decided.
    public static let appealConcluded = Self("appeal.concluded")
    /// It was recorded before.
    public static let appealStepDone = Self("appeal.step_done")
    /// A suit after a review needs the review, a direct one has none.
    public static let appealReviewLink = Self("appeal.review_link")
    /// The review does not fit.
    public static let appealReviewMismatch = Self("appeal.review_mismatch")
    /// The simple procedure is one of review.
    public static let appealSimpleProcedure = Self("appeal.simple_procedure")
    /// A review should have come first.
    public static let appealReviewFirst = Self("appeal.review_first")
    /// It was lodged after the period.
    public static let appealLodgedLate = Self("appeal.lodged_late")
    /// The office answered late.
    public static let appealReplyLate = Self("appeal.reply_late")
    /// The office did not answer.
    public static let appealNotReplied = Self("appeal.not_replied")
    /// The review takes longer than it may.
    public static let appealExtensionLength = Self("appeal.extension_length")
    /// The outcome belongs to the other way.
    public static let appealOutcomeRoute = Self("appeal.outcome_route")
    /// The outcome orders no new answer.
    public static let appealNoNewAnswer = Self("appeal.no_new_answer")
}
