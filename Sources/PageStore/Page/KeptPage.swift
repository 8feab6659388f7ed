public import HTTPCore

/// An answer that was drawn once and is given again, whole: nothing is to be added to it.
///
/// A class, so that handing it out costs a reference.
public final class KeptPage: Sendable {
    /// The answer, with its entity tag and every header but those of the single request.
    public let response: Response
    /// What it follows from.
    public let basis: PageBasis
    /// The state of the ledger that was known before it was drawn.
    public let drawnAt: PageMoment

    /// A page.
    public init(_ response: Response, basis: PageBasis, drawnAt: PageMoment) {
        self.response = response
        self.basis = basis
        self.drawnAt = drawnAt
    }

    /// The entity tag of the answer, weak or strong; nil where it has none.
    var tag: ETag? {
        guard let value = response.headers["ETag"] else { return nil }
        let strong = value.hasPrefix("W/") ? value.dropFirst(2) : value[...]
        return ETag(String(strong.dropFirst().dropLast()))
    }

    /// The answer for a client: without a body where it holds the page already.
    public func answer(_ request: Request) -> Response {
        // Few ask whether what they hold is still good.
        guard request.headers.contains("If-None-Match"), let tag, request.holds(tag) else { return response }
        var known = response
        known.status = .notModified
        known.body = []
        known.headers.remove("Content-Type")
        return known
    }

    /// What it takes in memory, about: its body and what stands beside it.
    var byteCount: Int { response.body.count + Self.overhead }
    /// Headers, key and places of a page.
    static let overhead = 600
}

/// What tells two pages apart.
public struct PageKey: Sendable, Hashable {
    /// The address.
    public let path: String
    /// The view, the language and the packing, a bit each.
    public let variant: UInt8
    /// The civil day that the page says something of, counted from 1970-01-01; nil where it says nothing of days.
    public let day: Int32?

    /// A key.
    public init(path: String, variant: UInt8, day: Int32? = nil) {
        self.path = path
        self.variant = variant
        self.day = day
    }
}
