internal import HTTPCore
internal import Service

/// What the log says of the path of an address.
///
/// No address of the site carries a number or a code. But whoever types one by hand may put them there, and a log is read and
/// kept by more people than may know them.
struct LoggedAddress {
    private let router: Router

    /// What stands in the place of what is left out.
    static let mark = "*"
    /// The parts of the site where cases are followed.
    private static let privateParts: [[String]] = [["requests"], ["api", "v1", "requests"]]

    init(_ router: Router) { self.router = router }

    /// nil for a path that may stand there as it was sent.
    func text(of path: RequestPath, _ status: Status) -> String? {
        // Nearly every address is told apart by the length of its first segment, and nothing is looked up again for it.
        let length = path.segments.first?.utf8.count ?? 0
        let mayBePrivate = Self.privateParts.contains { $0[0].utf8.count == length }
        // An address that leads on to another may have been typed too.
        let mayBeTyped = status.code >= 400 || status.code >= 300 && status != .notModified
        guard mayBePrivate || mayBeTyped else { return nil }
        let isPrivate = Self.privateParts.contains { part in
            path.segments.count >= part.count
                && zip(part, path.segments).allSatisfy { $0.0 == $0.1.lowercased() }
        }
        guard isPrivate || mayBeTyped else { return nil }
        let pattern = router.pattern(for: path)
        if isPrivate {
            if let pattern { return pattern.text }
            let known = path.segments.prefix(router.knownSegments(of: path))
            return "/" + (known + [Self.mark]).joined(separator: "/")
        }
        // In the place of a name that the site has, what only looks like a number may be that name with something more.
        let isTold = pattern == nil ? CaseKey.isToldWithin : CaseKey.isTold
        guard path.segments.contains(where: isTold) else { return nil }
        let shown = path.segments.map { isTold($0) ? Self.mark : PercentEncoding.encode($0) }
        return String(("/" + shown.joined(separator: "/")).prefix(200))
    }
}
