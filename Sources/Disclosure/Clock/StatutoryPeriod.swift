public import CivilTime

/// The periods of the Regulation and the fee measures that are counted in working days.
extension WorkingDays {
    /// Time to answer an application: 20. Source: 条例 Art 33(2).
    public static let replyPeriod: WorkingDays = 20
    /// The longest extension of the time to answer: 20. Source: 条例 Art 33(2).
    public static let longestExtension: WorkingDays = 20
    /// Time to tell the applicant what to correct: 7. Source: 条例 Art 30.
    public static let correctionNotice: WorkingDays = 7
    /// Time of a third party, or of another maker of joint information, to give an opinion: 15. Source: 条例 Art 32, 34.
    public static let opinion: WorkingDays = 15
    /// Time to publish what was formed or changed: 20. Source: 条例 Art 26.
    public static let proactiveDisclosure: WorkingDays = 20
    /// Time of the applicant to pay the processing fee: 20. Source: 109号 Art 6.
    public static let feePayment: WorkingDays = 20
}
