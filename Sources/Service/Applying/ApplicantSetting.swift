public import CivilTime
public import Ledger
public import Vault

/// What the use cases of applicants work on.
public struct ApplicantSetting: Sendable {
    /// The ledger.
    public let ledger: Ledger
    /// The calendar of working days.
    public let calendar: WorkingCalendar
    /// What seals personal data; nil where there is no key: nothing can be handed in then, and nothing is lost.
    public let vault: Vault?
    /// How much may be handed in.
    public let limits: ApplicationLimits
    /// Whether silence must go to a review before a suit, which the texts of the law leave open; true, since a review that is
    /// asked first costs no right. Source: 行政复议法 Art 23(1)(3); 法释〔2025〕8号 Art 2.
    public let silenceNeedsReviewFirst: Bool

    /// A setting.
    public init(
        ledger: Ledger, calendar: WorkingCalendar, vault: Vault?, limits: ApplicationLimits = ApplicationLimits(),
        silenceNeedsReviewFirst: Bool = true
    ) {
        self.silenceNeedsReviewFirst = silenceNeedsReviewFirst
        self.ledger = ledger
        self.calendar = calendar
        self.vault = vault
        self.limits = limits
    }

    /// What signs the forms of the site: the same on every server with the key of the vault; nil where there is none.
    public var formKey: [UInt8]? {
        guard let vault else { return nil }
        return try? vault.derive(
            32, from: "gongkai.forms/1", for: "form_token", under: vault.ring.present.identity)
    }

    /// The vault.
    ///
    /// - Throws: `ServiceError.noKey` where there is none.
    func key() throws(ServiceError) -> Vault {
        guard let vault else { throw .noKey }
        return vault
    }

    var acts: PerformActs { PerformActs(ledger: ledger, calendar: calendar, vault: vault) }
}

/// Runs what the vault may refuse.
func sealed<Answer>(_ work: () throws(VaultError) -> Answer) throws(ServiceError) -> Answer {
    do throws(VaultError) { return try work() } catch { throw .vault(error) }
}
