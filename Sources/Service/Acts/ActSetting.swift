public import CivilTime
public import Disclosure
public import Vault

/// What acts are done under, whoever does them.
public struct ActSetting: Sendable {
    /// The calendar of working days.
    public var calendar: WorkingCalendar
    /// Who may do what.
    public var policy: Policy
    /// What seals personal data; nil where there is no key, so that persons can only be named by reference.
    public var vault: Vault?
    /// How the index numbers of items are made.
    public var indexRule: IndexRule

    /// A setting.
    public init(calendar: WorkingCalendar, policy: Policy, vault: Vault?, indexRule: IndexRule = .standard) {
        self.calendar = calendar
        self.policy = policy
        self.vault = vault
        self.indexRule = indexRule
    }
}
