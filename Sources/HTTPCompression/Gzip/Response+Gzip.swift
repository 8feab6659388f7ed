public import HTTPCore

extension Response {
    /// Answers shorter than this are not packed: the head of gzip and the work would cost more than is won.
    public static let leastPackedBytes = 1_000

    /// The answer packed with gzip where the client takes it and nothing speaks against it.
    ///
    /// Packed are texts that a cache may keep. What must not be kept (`no-store`: forms with a token, personal data)
    /// and what sets a cookie goes as it is: where a secret and something that a stranger chose stand in one packed
    /// answer, its length gives the secret away (BREACH). An answer that could be packed says so in `Vary`, and its
    /// entity tag is weak for clients that get it packed.
    ///
    /// - Parameter level: 1 to 9; 0 packs nothing.
    public func packed(for request: Request, level: Int) -> Response {
        guard level > 0, mayBePacked else { return self }
        var answer = self
        answer.addVary("Accept-Encoding")
        guard request.takesGzip else { return answer }
        if let tag = headers["ETag"], !tag.hasPrefix("W/") { answer.headers.set("ETag", "W/" + tag) }
        if let stream, !headers.contains("Content-Encoding"), let packed = stream.packed(level: level) {
            answer.stream = packed
            answer.headers.set("Content-Encoding", "gzip")
            return answer
        }
        guard body.count >= Self.leastPackedBytes, !headers.contains("Content-Encoding"),
            let packed = Gzip.pack(body, level: level), packed.count < body.count
        else { return answer }
        answer.body = packed
        answer.headers.set("Content-Encoding", "gzip")
        return answer
    }

    private var mayBePacked: Bool {
        guard let policy = headers["Cache-Control"],
            policy == CachePolicy.revalidate.headerValue || !policy.contains("no-store"),
            !headers.contains("Set-Cookie")
        else {
            return false
        }
        // Ranges are of the bytes as they are kept.
        if status == .partialContent { return false }
        // A client that has its copy already gets no type, but the tag and `Vary` of the answer it would have got.
        if status == .notModified { return true }
        guard let type = headers["Content-Type"] else { return false }
        if type.hasPrefix("text/") { return true }
        return [
            "application/json", "application/problem+json", "application/xml", "application/atom+xml",
            "image/svg+xml",
        ]
        .contains { type.hasPrefix($0) }
    }

    private mutating func addVary(_ name: String) {
        let before = headers.all("Vary")
        // As a page has it from the beginning.
        if before.count == 1, before[0].hasSuffix(name) { return }
        guard !before.contains(where: { $0.lowercased().contains(name.lowercased()) }) else { return }
        headers.set("Vary", (before + [name]).joined(separator: ", "))
    }
}

extension Request {
    /// Whether `Accept-Encoding` names gzip, or anything, with a weight above zero. Source: RFC 9110 section 12.5.3.
    public var takesGzip: Bool {
        // As browsers write it.
        if headers.all("Accept-Encoding").contains(where: { $0.hasPrefix("gzip,") }) { return true }
        var anything: Bool?
        for (coding, weight) in WeightedList(headers, "Accept-Encoding").elements {
            if coding == "gzip" || coding == "x-gzip" { return weight > 0 }
            if coding == "*" { anything = weight > 0 }
        }
        return anything ?? false
    }
}
