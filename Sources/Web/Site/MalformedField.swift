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

extension SiteContext {
    /// The answer to a form in which a field comes more than once that a page sends once: which of them counts cannot be told.
    ///
    /// - Parameter label: how the field is called on its page.
    func refuse(_ request: Request, repeated label: String) -> Response {
        refuse(
            request, .badRequest, "表单里的“\(label)”出现了不止一次，不知道应以哪一个为准，所以没有接收。请回到页面重新填写后提交。",
            "“\(label)” comes more than once in the form, and which one counts cannot be told: nothing was taken. Go back to the page, fill it in again and send it."
        )
    }
}
