extension Finding.Code {
    // MARK: The stage

    /// There is no such application yet.
    public static let requestNotRegistered = Self("request.not_registered")
    /// The number is taken.
    public static let requestAlreadyRegistered = Self("request.already_registered")
    /// The receipt is not confirmed.
    public static let requestReceiptUnconfirmed = Self("request.receipt_unconfirmed")
    /// It is still being handled.
    public static let requestStillHandled = Self("request.still_handled")
    /// A correction is awaited.
    public static let requestAwaitingCorrection = Self("request.awaiting_correction")
    /// An opinion is awaited.
    public static let requestConsulting = Self("request.consulting")
    /// The fee is awaited.
    public static let requestAwaitingPayment = Self("request.awaiting_payment")
    /// It is decided.
    public static let requestAlreadyDecided = Self("request.already_decided")
    /// The answer is served.
    public static let requestAlreadyServed = Self("request.already_served")
    /// It is closed.
    public static let requestAlreadyClosed = Self("request.already_closed")
    /// It is filed.
    public static let requestAlreadyFiled = Self("request.already_filed")
    /// It was registered in error.
    public static let requestVoided = Self("request.voided")

    // MARK: Days

    /// A day lies before the receipt.
    public static let requestDayBeforeReceipt = Self("request.day_before_receipt")
    /// A deadline lies too early.
    public static let requestDeadlineTooEarly = Self("request.deadline_too_early")

    // MARK: Registration

    /// The year of the number is not that of the application.
    public static let requestNumberYear = Self("request.number_year")
    /// No proof of identity.
    public static let requestNoIdentityProof = Self("request.no_identity_proof")
    /// An agent without authorisation.
    public static let requestNoAuthorisation = Self("request.no_authorisation")
    /// Oral on a channel that is none.
    public static let requestOralChannel = Self("request.oral_channel")

    // MARK: Steps

    /// A correction was asked before.
    public static let requestAlreadyCorrected = Self("request.already_corrected")
    /// The correction is asked later than 7 working days after receipt.
    public static let requestCorrectionLate = Self("request.correction_late")
    /// The correction came in after its last day.
    public static let requestCorrectedLate = Self("request.corrected_late")
    /// The applicant still has time.
    public static let requestPeriodNotOver = Self("request.period_not_over")
    /// The ground does not fit what is awaited.
    public static let requestGroundMismatch = Self("request.ground_mismatch")
    /// It is not known when the notice was received.
    public static let requestServiceUnknown = Self("request.service_unknown")
    /// There is no such letter.
    public static let requestNoSuchLetter = Self("request.no_such_letter")
    /// The day of delivery is known already.
    public static let requestDeliveryKnown = Self("request.delivery_known")
    /// The consultation was answered already.
    public static let requestOpinionKnown = Self("request.opinion_known")
    /// An objection without reasons.
    public static let requestObjectionWithoutReasons = Self("request.objection_without_reasons")
    /// More consultations than can be.
    public static let requestTooManyConsultations = Self("request.too_many_consultations")
    /// The consultation began when the period was over.
    public static let requestConsultedLate = Self("request.consulted_late")
    /// Reasons were asked before.
    public static let requestReasonsAsked = Self("request.reasons_asked")
    /// Reasons were not asked.
    public static let requestReasonsNotAsked = Self("request.reasons_not_asked")
    /// Reasons were given already.
    public static let requestReasonsKnown = Self("request.reasons_known")
    /// No reasons were given.
    public static let requestReasonsMissing = Self("request.reasons_missing")
    /// A delay was agreed before.
    public static let requestAlreadyDelayed = Self("request.already_delayed")
    /// The delayed day is not later than the period of Art 33.
    public static let requestDelayTooShort = Self("request.delay_too_short")
    /// The period was extended before.
    public static let requestAlreadyExtended = Self("request.already_extended")
    /// A fee was asked before.
    public static let requestAlreadyCharged = Self("request.already_charged")
    /// Nothing is owed.
    public static let requestNothingOwed = Self("request.nothing_owed")
    /// The fee measures were not yet in force.
    public static let requestFeeTooEarly = Self("request.fee_too_early")
    /// The amount paid is not the amount owed.
    public static let requestAmountMismatch = Self("request.amount_mismatch")
    /// A split into nothing, or with a number twice.
    public static let requestSplitParts = Self("request.split_parts")
    /// The other application does not fit.
    public static let requestMergeTarget = Self("request.merge_target")

    // MARK: Decision and after

    /// The form of the year has no such row.
    public static let decisionLeafUnknown = Self("decision.leaf_unknown")
    /// Something must be stated.
    public static let decisionParticularMissing = Self("decision.particular_missing")
    /// The provision is of too low a rank.
    public static let decisionLegalRank = Self("decision.legal_rank")
    /// The search lies outside the case.
    public static let decisionSearchDay = Self("decision.search_day")
    /// The third party was not consulted.
    public static let decisionNoConsultation = Self("decision.no_consultation")
    /// An opinion may still come.
    public static let decisionOpinionAwaited = Self("decision.opinion_awaited")
    /// The third party agreed.
    public static let decisionThirdPartyConsents = Self("decision.third_party_consents")
    /// The third party must be told of the disclosure.
    public static let decisionTellThirdParty = Self("decision.tell_third_party")
    /// No correction was asked and received.
    public static let decisionNotCorrected = Self("decision.not_corrected")
    /// Reasons were not asked, or may still come.
    public static let decisionReasonsOpen = Self("decision.reasons_open")
    /// The earlier answer does not fit.
    public static let decisionEarlierAnswer = Self("decision.earlier_answer")
    /// The same was asked and answered before.
    public static let decisionDuplicate = Self("decision.duplicate")
    /// The last day was over.
    public static let decisionOverdue = Self("decision.overdue")
    /// A courier that is not the postal enterprise.
    public static let serviceCarrier = Self("service.carrier")
    /// The answer is not served.
    public static let closeNotServed = Self("close.not_served")
    /// The closing lies in a year whose form has another row.
    public static let closeOtherForm = Self("close.other_form")
    /// The ordered day lies too early.
    public static let reopenOrderedDay = Self("reopen.ordered_day")
    /// The competent office is not named.
    public static let rectifyNoOrgan = Self("rectify.no_organ")
    /// It was promoted before.
    public static let promoteAlready = Self("promote.already")
    /// The information is not open.
    public static let promoteNotOpen = Self("promote.not_open")
    /// Several applicants are meant, but no other application is named.
    public static let promoteNoOthers = Self("promote.no_others")
    /// An answer that gives nothing has files, or one has too many.
    public static let decisionFiles = Self("decision.files")
}
