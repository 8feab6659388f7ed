extension Finding.Code {
    /// The correction was asked before the application was received.
    public static let clockCorrectionBeforeReceipt = Self("clock.correction_before_receipt")
    /// The corrected application was received before the correction was asked.
    public static let clockCorrectionReceivedBeforeAsked = Self("clock.correction_received_before_asked")
    /// The correction was asked later than 7 working days after receipt.
    public static let clockCorrectionAskedLate = Self("clock.correction_asked_late")
    /// The correction was asked when the period was over.
    public static let clockCorrectionAfterDue = Self("clock.correction_after_due")
    /// More consultations than can be.
    public static let clockTooManySuspensions = Self("clock.too_many_suspensions")
    /// A consultation began before the application was received.
    public static let clockSuspensionBeforeReceipt = Self("clock.suspension_before_receipt")
    /// An opinion arrived before it was asked for.
    public static let clockOpinionBeforeRequest = Self("clock.opinion_before_request")
    /// A letter was served before it was sent.
    public static let clockLetterBeforeRequest = Self("clock.letter_before_request")
    /// A consultation began when the period was over.
    public static let clockSuspensionAfterDue = Self("clock.suspension_after_due")
    /// A consultation ended before the period began anew.
    public static let clockSuspensionWithoutEffect = Self("clock.suspension_without_effect")
    /// A consultation began on the last day of the period.
    public static let clockSuspensionOnLastDay = Self("clock.suspension_on_last_day")
    /// An opinion arrived after the 15 working days for it.
    public static let clockOpinionLate = Self("clock.opinion_late")
    /// An opinion took more than 15 working days, and the day of service is not known.
    public static let clockOpinionLong = Self("clock.opinion_long")
    /// An opinion has not arrived yet.
    public static let clockOpinionAwaited = Self("clock.opinion_awaited")
    /// An extension that is no 1-20 working days.
    public static let clockExtensionLength = Self("clock.extension_length")
    /// The extension was decided before the application was received.
    public static let clockExtensionBeforeReceipt = Self("clock.extension_before_receipt")
    /// The extension was decided when the period was over.
    public static let clockExtensionAfterDue = Self("clock.extension_after_due")
    /// The extension was decided while a correction or a payment was awaited.
    public static let clockExtensionWhileStopped = Self("clock.extension_while_stopped")
    /// The extension was used up before the period began anew.
    public static let clockExtensionBeforeRestart = Self("clock.extension_before_restart")
    /// The fee notice went out before the application was received.
    public static let clockFeeNoticeBeforeReceipt = Self("clock.fee_notice_before_receipt")
    /// The fee notice went out before the corrected application was received.
    public static let clockFeeNoticeBeforeCorrection = Self("clock.fee_notice_before_correction")
    /// The fee notice was received before it was sent.
    public static let clockFeeNoticeTurnedRound = Self("clock.fee_notice_turned_round")
    /// The fee notice went out when the period was over.
    public static let clockFeeNoticeAfterDue = Self("clock.fee_notice_after_due")
    /// The fee was paid before it was asked for.
    public static let clockPaidBeforeNotice = Self("clock.paid_before_notice")
    /// The fee was paid too late: the application counts as abandoned.
    public static let clockPaidLate = Self("clock.paid_late")
    /// A day beyond those that can be written.
    public static let clockOutOfRange = Self("clock.out_of_range")
    /// A year without an official calendar is touched.
    public static let clockProvisional = Self("clock.provisional")
}
