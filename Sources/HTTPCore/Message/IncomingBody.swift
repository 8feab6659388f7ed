/// The body of a request while it comes, piece by piece: what is kept of it, and whether it may go on.
///
/// Whatever comes, no more is held than the rule allows and one piece.
public struct IncomingBody: Sendable {
    /// What is kept.
    public private(set) var bytes: [UInt8] = []
    /// How much has come, what was thrown away included.
    public private(set) var receivedBytes = 0
    /// How much may come.
    public let limit: Int
    /// How much may be kept.
    public let keptLimit: Int
    private var sieve: UploadSieve?

    /// A body of which nothing has come yet.
    ///
    /// - Parameters:
    ///   - contentType: the header field of the request; files are thrown away in forms with files only.
    ///   - maximumReceivedBytes: how much may come of a form whose files are thrown away; never less than is kept.
    public init(_ rule: BodyRule, contentType: String?, maximumReceivedBytes: Int) {
        keptLimit = rule.bytes
        sieve = rule.files.flatMap { files in
            Multipart.boundary(contentType ?? "").flatMap { UploadSieve(boundary: $0, files) }
        }
        limit = sieve == nil ? rule.bytes : max(rule.bytes, maximumReceivedBytes)
    }

    /// The sizes of the files that were thrown away, by the place of their parts in the form, from 0.
    public var droppedFiles: [Int: Int] { sieve?.dropped ?? [:] }

    /// Makes room for a body of a known length.
    public mutating func expect(_ count: Int) { bytes.reserveCapacity(min(count, keptLimit)) }

    /// Takes a piece; false where more has come than may, and the body is to be refused.
    public mutating func append(_ piece: UnsafeRawBufferPointer) -> Bool {
        receivedBytes += piece.count
        guard receivedBytes <= limit else { return false }
        bytes.append(contentsOf: piece)
        sieve?.sift(&bytes)
        return bytes.count <= keptLimit
    }

    /// Gives what was kept away; nothing is left here.
    public mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }
}
