/// The applicant is asked to pay a processing fee (收费通知). Source: 条例 Art 42; 109号 Art 3-6.
public struct FeeNotice: Sendable, Hashable, Codable {
    /// The tariff; one only for one application.
    public let basis: FeeBasis
    /// The place of the application in the month, or the pages.
    public let units: Int
    /// What is owed.
    public let amount: Yuan
    /// Why number or frequency is clearly excessive.
    public let reasons: Statement

    enum CodingKeys: String, CodingKey {
        case basis, units, reasons
        case amount = "amount_fen"
    }
}

/// The fee was paid. Source: 109号 Art 6.
public struct FeePayment: Sendable, Hashable, Codable {
    /// How much.
    public let amount: Yuan
    /// The state bill.
    public let bill: Statement?

    enum CodingKeys: String, CodingKey {
        case bill
        case amount = "amount_fen"
    }
}
