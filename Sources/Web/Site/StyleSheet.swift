internal import HTTPCore

/// A file that pages load, with an address that changes when the file does, so that browsers may keep it for ever.
struct StyleSheet: Sendable {
    let path: String
    let type: ContentType
    let bytes: [UInt8]
    let tag: ETag

    init(path: String, type: ContentType, bytes: [UInt8]) {
        self.path = path
        self.type = type
        self.bytes = bytes
        tag = ETag(of: bytes)
    }

    /// The address with the version.
    var address: String { "\(path)?v=\(tag.value)" }

    /// The answer: kept for ever under the address of this version, asked for again under any other.
    func response(to request: Request) -> Response {
        let isThisVersion = request.query["v"] == tag.value
        return Response(bytes, type: type).cached(isThisVersion ? .forever : .revalidate).tagged(tag, for: request)
    }
}
