/// What a request asks for besides its body: its target and headers, also where they could not be understood any further.
///
/// A refusal keeps it, so that who gets no page gets the sentence at least in the form, language and view asked for.
public protocol RequestWish {
    /// The path and query as sent; empty where they are no UTF-8.
    var target: String { get }
    /// The header fields, as far as they came.
    var headers: Headers { get }
}

extension RequestWish {
    /// The value of a cookie, or `nil`.
    public func cookie(_ name: String) -> String? {
        for header in headers.all("Cookie") {
            if let value = Cookie.value(of: name, inHeader: header) { return value }
        }
        return nil
    }

    /// The path as sent, without the query.
    public var rawPath: Substring { target.prefix { $0 != "?" } }

    /// The first value of a field of the query as sent, not decoded; `nil` where there is none.
    public func rawQuery(_ name: String) -> Substring? {
        for pair in target.utf8.drop(while: { $0 != UInt8(ascii: "?") }).dropFirst().split(separator: UInt8(ascii: "&"))
        {
            let pieces = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            if pieces[0].elementsEqual(name.utf8) { return pieces.count > 1 ? Substring(pieces[1]) : "" }
        }
        return nil
    }

    /// Whether the client would rather have JSON than a page: an address of the interface for programs (`/api/…`) or one
    /// that ends in `.json`, or what it accepts. Where a table is asked for (`.csv`, `.xlsx`), a browser names pages and gets
    /// one; everything else is a program.
    public var prefersJSON: Bool {
        if target.hasPrefix("/api/") || rawPath.hasSuffix(".json") { return true }
        let types = (headers["Accept"] ?? "").utf8.split(separator: UInt8(ascii: ",")).map {
            HeaderParameters(String(Substring($0))).value
        }
        if rawPath.hasSuffix(".csv") || rawPath.hasSuffix(".xlsx") { return !types.contains("text/html") }
        return types.contains { $0 == "application/json" || $0 == "application/problem+json" }
            && !types.contains("text/html")
    }
}

extension Request: RequestWish {}
