internal import HTTPCore

/// What an address says in a field that lets choose, and that no form of ours can send.
struct MalformedField: Error {
    /// Its name in the address.
    let name: String
    /// How the field is called, within a sentence.
    let field: Sentence
}

extension FormFields {
    /// The value of a field that a form lets choose; nil where it is left empty.
    ///
    /// - Parameter field: how the field is called where its value is none of those.
    func chosen<Parsed>(
        _ name: String, _ field: Sentence, _ parse: (String) -> Parsed?
    ) throws(MalformedField) -> Parsed? {
        guard let text = self[name], !text.isEmpty else { return nil }
        guard let parsed = parse(text) else { throw MalformedField(name: name, field: field) }
        return parsed
    }
}
