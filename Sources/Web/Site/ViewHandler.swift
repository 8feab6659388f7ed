internal import HTTPCore

/// Changes how the visitor sees the pages, and goes back to where they were.
enum ViewHandler {
    /// How long the choice is kept: a year, in seconds.
    static let maximumAge = 31_536_000

    private static let choices = [
        (name: "view", values: ["elder", "standard"]), (name: "contrast", values: ["high", "normal"]),
        (name: "lang", values: ["en", "zh"]),
    ]

    /// Sets a cookie for each choice of the query that is one; then leads to the local address in `to`.
    @Sendable
    static func change(_ request: Request) -> Response {
        var response = Response.redirect(to: destination(request.query["to"] ?? "/")).cached(.never)
        for (name, values) in choices {
            guard let value = request.query[name], values.contains(value),
                let cookie = Cookie(
                    name: name, value: value, maximumAge: maximumAge, isSecure: request.isSecure)
            else { continue }
            response = response.setting(cookie)
        }
        return response
    }

    /// The address of a request, encoded anew, without the language once asked for.
    static func address(of request: Request) -> String {
        let fields = request.query.fields.filter { $0.name != "lang" }.map { ($0.name, $0.value) }
        return request.path.encoded + (fields.isEmpty ? "" : "?" + FormFields(fields).encoded)
    }

    /// An address of this site, encoded; the first page for anything else.
    private static func destination(_ text: String) -> String {
        guard let request = try? Request(method: .get, target: text) else { return "/" }
        return address(of: request)
    }
}
