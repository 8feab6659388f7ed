import HTTPCore

/// Who the client is when a reverse proxy stands before the server. Only a trusted proxy is believed.
struct Forwarding {
    /// The client's numeric address.
    let address: String
    /// Whether the client speaks TLS.
    let isSecure: Bool
    /// The id the proxy gave the request.
    let requestID: String?

    init(_ headers: Headers, from peer: String, trusted: Set<String>) {
        guard trusted.contains(peer) else {
            address = peer
            isSecure = false
            requestID = nil
            return
        }
        // Each proxy appends whom it saw; what stands further left may have been written by the client.
        let chain = headers.all("X-Forwarded-For").joined(separator: ",").split(separator: ",")
            .map { String($0.filter { $0 != " " && $0 != "\t" }) }
        let nearest = chain.last { !trusted.contains($0) }
        address = nearest.flatMap { Self.isAddress($0) ? $0 : nil } ?? peer
        isSecure = headers["X-Forwarded-Proto"] == "https"
        requestID = headers["X-Request-Id"].flatMap { (8...64).contains($0.utf8.count) && Self.isPlain($0) ? $0 : nil }
    }

    private static func isAddress(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 45 && text.utf8.allSatisfy { "0123456789abcdefABCDEF.:".utf8.contains($0) }
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }
}
