public import Disclosure

/// That something happened in a case which its applicant is to be told by e-mail.
public struct MailNotice: Sendable, Hashable {
    /// The entry of the ledger that it tells of.
    public let entry: Int64
    /// The office.
    public let office: AgencyCode
    /// The case.
    public let request: RequestNumber
    /// The place of the entry in the case, from 1.
    public let number: Int
    /// How often it was tried.
    public let tries: Int

    /// How one ended.
    public enum End: String, Sendable, Hashable, CaseIterable {
        /// The mail server took it.
        case sent
        /// There is nothing to tell, or nobody to tell it to: no address, the person's data were erased.
        case needless
        /// The mail server refused it, or was tried often enough.
        case failed
    }
}
