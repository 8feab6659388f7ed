public import Disclosure

/// What is known about an applicant, an agent or a third party: name, identity, contact.
///
/// It prints masked and cannot be encoded; only `Vault` makes bytes of it.
public struct Person: Sendable, Hashable {
    private var values: [PersonField: PersonalText]

    /// A person from what a user wrote, by the names of the fields.
    ///
    /// - Throws: `Refusal` with every field that is wrong; a name is needed.
    public init(parsing texts: [PersonField: String]) throws(Refusal) {
        var values: [PersonField: PersonalText] = [:]
        var findings: [Finding] = []
        for field in PersonField.allCases {
            guard let text = texts[field] else { continue }
            do throws(Refusal) { values[field] = try PersonalText(field, parsing: text) } catch {
                findings += error.findings
            }
        }
        if texts[.name] == nil {
            findings.append(
                Finding(
                    .valueBlank, field: "person.name", "没有填写申请人的姓名或者名称。", article: .regulation(29),
                    remedy: "请填写；不知道的，请向申请人核实。"))
        }
        if let refusal = Refusal(findings) { throw refusal }
        self.values = values
    }

    init(sealed values: [PersonField: PersonalText]) { self.values = values }

    /// One thing about the person; nil when it is not known.
    public subscript(field: PersonField) -> PersonalText? { values[field] }
    /// The fields that are known, in order.
    public var fields: [PersonField] { PersonField.allCases.filter { values[$0] != nil } }

    /// The person with what is newer of another one with the same identity.
    public func updated(with newer: Person) -> Person {
        var person = self
        person.values.merge(newer.values) { $1 }
        return person
    }

    /// The person with some fields only, and the name.
    public func limited(to fields: [PersonField]) -> Person {
        var person = self
        person.values = values.filter { $0.key == .name || fields.contains($0.key) }
        return person
    }

    /// Whether two descriptions can be the same person: no document of one kind differs.
    public func agrees(with other: Person) -> Bool {
        [PersonField.citizenNumber, .creditCode, .otherDocument].allSatisfy { field in
            guard let own = self[field], let others = other[field] else { return true }
            return own == others
        }
    }

    /// By what the person can be found again: documents first; name with telephone or e-mail.
    var identities: [String] {
        var identities: [String] = []
        for field in [PersonField.citizenNumber, .creditCode, .otherDocument] {
            if let value = self[field] { identities.append("\(field.rawValue):\(value.reveal())") }
        }
        let name = self[.name].map { String($0.reveal().filter { !$0.isWhitespace && $0 != "·" && $0 != "." }) } ?? ""
        if let phone = self[.phone] {
            identities.append("phone:\(name):\(phone.reveal().filter(\.isNumber))")
        }
        if let email = self[.email] { identities.append("email:\(name):\(email.reveal().lowercased())") }
        return identities
    }
}

extension Person: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The masked name.
    public var description: String { values[.name]?.masked ?? "*" }
    /// The masked name.
    public var debugDescription: String { description }
    /// The masked fields.
    public var customMirror: Mirror {
        Mirror(self, children: fields.map { (label: $0.rawValue, value: self[$0]?.masked ?? "") })
    }
}
