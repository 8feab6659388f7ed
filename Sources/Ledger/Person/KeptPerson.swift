public import Disclosure

/// What is kept about a person: bytes that the ledger cannot read.
public struct KeptPerson: Sendable, Hashable {
    /// The name under which entries speak of the person.
    public let reference: PersonReference
    /// The office that keeps it.
    public let office: AgencyCode
    /// The identity of the key it is sealed with.
    public let key: String
    /// The sealed bytes.
    public let sealed: [UInt8]

    /// A sealed person.
    public init(_ reference: PersonReference, of office: AgencyCode, key: String, sealed: [UInt8]) {
        self.reference = reference
        self.office = office
        self.key = key
        self.sealed = sealed
    }
}
