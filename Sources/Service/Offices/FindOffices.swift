internal import Database
public import Disclosure
public import Ledger

/// Which offices a person looks for.
public struct OfficeFilter: Sendable, Hashable {
    /// Words that must stand in the name, region or code, parted by blanks; empty for all.
    public var text: String
    /// The level; nil for all.
    public var level: AdministrativeLevel?

    /// A filter; lets everything through unless told otherwise.
    public init(text: String = "", level: AdministrativeLevel? = nil) {
        self.text = text
        self.level = level
    }

    /// True where everything is let through.
    public var isEmpty: Bool { text.allSatisfy(\.isWhitespace) && level == nil }

    /// True for an office that it lets through.
    public func lets(_ office: Office, _ character: OfficeCharacter?) -> Bool {
        (level == nil || character?.level == level) && Self.names(office, have: text)
    }

    /// True where every word stands in the name, short name, region or code of an office.
    static func names(_ office: Office, have text: String) -> Bool {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        let names = [office.fullName.text, office.shortName?.text, office.region?.text, office.code.text]
        let name = names.compactMap { $0?.lowercased() }.joined(separator: "\n")
        return words.allSatisfy { name.contains($0) }
    }
}

/// What the offices are, as far as anyone said.
public struct FindOffices: Sendable {
    let ledger: Ledger

    /// The use case over a ledger.
    public init(ledger: Ledger) { self.ledger = ledger }

    /// Kind and level of every office that has entries.
    public func characters() throws(ServiceError) -> [AgencyCode: OfficeCharacter] {
        let ledger = ledger
        return try inDatabase { () throws(DatabaseError) in try ledger.offices.characters() }
    }
}
