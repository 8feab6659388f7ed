/// What can be recorded of an application.
public enum RequestAct: Sendable, Hashable {
    /// It was entered in the register.
    case registered(Registration)
    /// Its receipt was confirmed.
    case receiptConfirmed(ReceiptConfirmation)
    /// A correction was asked.
    case correctionAsked(CorrectionNotice)
    /// The corrected application came in.
    case correctionReceived(CorrectedApplication)
    /// An opinion was asked.
    case consulted(ConsultationLetter)
    /// A letter reached the one it was for.
    case letterDelivered(LetterDelivery)
    /// An opinion arrived.
    case opinionReceived(Opinion)
    /// Reasons were asked.
    case reasonsAsked(ReasonsNotice)
    /// Reasons were given.
    case reasonsReceived(ReasonsGiven)
    /// A later day was agreed.
    case delayAgreed(AgreedDelay)
    /// Someone agreed.
    case approved(GrantedApproval)
    /// The period was extended.
    case extended(ExtensionGrant)
    /// A fee was asked.
    case feeNoticeIssued(FeeNotice)
    /// The fee was paid.
    case paid(FeePayment)
    /// It was taken apart.
    case split(Split)
    /// It was merged into another one.
    case merged(Merger)
    /// It was passed on.
    case transferred(Transfer)
    /// It was withdrawn.
    case withdrawn(Withdrawal)
    /// It counts as given up.
    case abandoned(Abandonment)
    /// It was decided.
    case decided(Decision)
    /// The answer was served.
    case served(ServiceRecord)
    /// It was closed.
    case closed(Closure)
    /// It was filed.
    case filed(Filing)
    /// It was opened again.
    case reopened(Reopening)
    /// A record was rectified.
    case rectified(Rectification)
    /// It was promoted to proactive disclosure.
    case promoted(Promotion)
    /// The applicant sent something.
    case messageReceived(ApplicantMessage)
    /// The office wrote to the applicant.
    case messageSent(OfficeMessage)
    /// The applicant opened what the office wrote.
    case messagesRead(MessagesRead)
    /// A letter got its number.
    case letterNumbered(LetterNumbering)
    /// The applicant judged the handling.
    case rated(ApplicantRating)
    /// A change of the calendar moved the clock.
    case clockRecomputed(ClockRecomputation)
    /// It was registered in error.
    case voided(Voiding)
}

/// One act on an application.
public typealias RequestEntry = Entry<RequestAct>
