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

    /// A page whose address asks for a language, with a cookie that keeps it for the next ones: links and forms do not carry it.
    ///
    /// Until the browser closes only, as somebody else may have written the address; the choice of the head lasts a year.
    static func keepingLanguage(_ response: Response, asked request: Request) -> Response {
        guard let language = request.rawQuery("lang").map(String.init), language == "en" || language == "zh",
            request.cookie("lang").map({ $0 != language }) ?? (language == "en"),
            response.headers["Content-Type"]?.hasPrefix("text/html") == true,
            !response.headers.all("Set-Cookie").contains(where: { $0.hasPrefix("lang=") }),
            let cookie = Cookie(name: "lang", value: language, isSecure: request.isSecure)
        else { return response }
        return response.setting(cookie)
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
