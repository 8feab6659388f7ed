public import CivilTime
public import Vault

/// What acts are done under, whoever does them.
public struct ActSetting: Sendable {
    /// The calendar of working days.
    public var calendar: WorkingCalendar
    /// Who may do what.
    public var policy: Policy
    /// What seals personal data; nil where there is no key, so that persons can only be named by reference.
    public var vault: Vault?

    /// A setting.
    public init(calendar: WorkingCalendar, policy: Policy, vault: Vault?) {
        self.calendar = calendar
        self.policy = policy
        self.vault = vault
    }
}
