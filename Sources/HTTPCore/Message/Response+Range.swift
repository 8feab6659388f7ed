extension Response {
    /// The answer cut to the range that the client asked for: 206 with its bytes, 416 where the body has none of them.
    ///
    /// Only a whole body of known bytes is cut, and only for one range: several, a unit other than bytes, or what is no range
    /// are passed over, as the standard allows, and the whole body goes out. `If-Range` must name the very version by a strong
    /// tag; a date never does. Source: RFC 9110 sections 13.1.5 and 14.
    public func ranged(for request: Request) -> Response {
        guard status == .ok, stream == nil, request.method == .get || request.method == .head else { return self }
        var answer = setting("Accept-Ranges", "bytes")
        guard request.method == .get, isVersion(namedBy: request) else { return answer }
        let fields = request.headers.all("Range")
        guard fields.count == 1, let wanted = ByteRange(fields[0]) else { return answer }
        guard let bytes = wanted.within(body.count) else {
            var refused = Response.text("请求的范围超出了文件，文件共\(body.count)字节。\n", status: .rangeNotSatisfiable)
            refused.headers.set("Content-Range", "bytes */\(body.count)")
            return refused.cached(.never)
        }
        answer.status = .partialContent
        answer.headers.set("Content-Range", "bytes \(bytes.lowerBound)-\(bytes.upperBound - 1)/\(body.count)")
        answer.body = Array(body[bytes])
        return answer
    }

    /// True where the client wants the range of any version, or of this one.
    private func isVersion(namedBy request: Request) -> Bool {
        let named = request.headers.all("If-Range")
        guard !named.isEmpty else { return true }
        guard named.count == 1, let tag = headers["ETag"], !tag.hasPrefix("W/") else { return false }
        return named[0] == tag
    }
}

/// One range of bytes as a client asks for it.
struct ByteRange: Equatable {
    /// The first byte; nil for the last ones of the body.
    let first: Int?
    /// The last byte, or how many of the last ones; nil to the end.
    let last: Int?

    /// The range of a header field; nil for several, another unit, and what is none.
    init?(_ field: String) {
        guard field.hasPrefix("bytes=") else { return nil }
        let parts = field.utf8.dropFirst(6).split(
            separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        for part in parts where !part.isEmpty {
            // More digits than any body has bytes.
            guard part.count <= 18, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        }
        first = Int(String(Substring(parts[0])))
        last = Int(String(Substring(parts[1])))
        if let first, let last { guard first <= last else { return nil } }
        guard first != nil || last != nil else { return nil }
    }

    /// The bytes of a body that it names; nil where the body has none of them.
    func within(_ count: Int) -> Range<Int>? {
        guard let first else {
            let wanted = min(last ?? 0, count)
            return wanted > 0 ? count - wanted..<count : nil
        }
        guard first < count else { return nil }
        return first..<min((last ?? count - 1) + 1, count)
    }
}
