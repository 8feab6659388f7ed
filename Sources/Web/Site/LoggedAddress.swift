internal import HTTPCore

/// What the log says of the path of an address.
///
/// No address of the site carries a number, a code or a name of a person. But whoever types one by hand may put them there, and a
/// log is read and kept by more people than may know them. So an address stands there as it was sent only where the site
/// has something under it; of every other the log holds words of the program, and a length.
struct LoggedAddress {
    private let router: Router

    /// What stands in the place of what the program does not know, before the count of its characters.
    static let mark = "*"

    init(_ router: Router) { self.router = router }

    /// nil for a path that may stand there as it was sent.
    func text(of path: RequestPath, _ status: Status) -> String? {
        guard Self.isOfCase(path) || !Self.isKnown(status) else { return nil }
        // What stands in the place of a name may be anything: the pattern says enough.
        if let pattern = router.pattern(for: path) { return pattern.text }
        let known = router.knownSegments(of: path)
        let rest = path.segments.dropFirst(known)
        let length = rest.reduce(rest.count - 1) { $0 + $1.unicodeScalars.count }
        let shown = path.segments.prefix(known) + [length > 0 ? "\(Self.mark)\(length)" : ""]
        return "/" + shown.joined(separator: "/")
    }

    /// Whether an answer of this status is given only where the site has what the address names.
    ///
    /// Not so a redirect, which is made of what was typed, nor the answer to OPTIONS, nor that of a withdrawn item to any file of
    /// it, nor a refusal before anything was looked up.
    private static func isKnown(_ status: Status) -> Bool { status == .ok || status == .notModified }

    /// True in the parts of the site where cases are followed: their steps and files are nobody's business.
    private static func isOfCase(_ path: RequestPath) -> Bool {
        let segments = path.segments
        return segments.first == "requests"
            || segments.count > 2 && segments[2] == "requests" && segments[1] == "v1" && segments[0] == "api"
    }
}
