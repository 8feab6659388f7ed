internal import CCrypto

/// A SHA-256 that is fed piece by piece: for files that are larger than memory should hold.
public struct RunningDigest: ~Copyable {
    private let context: OpaquePointer

    /// A digest of nothing yet.
    public init() {
        // Both fail only where memory ran out or the library was built without SHA-256.
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("the crypto library has no SHA-256")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds the bytes that follow.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let isDone = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
        precondition(isDone, "the crypto library cannot digest")
    }

    /// The digest of all that was added.
    public consuming func finish() -> Digest {
        var result = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let isDone = EVP_DigestFinal_ex(context, &result, &length) == 1 && length == 32
        precondition(isDone, "the crypto library cannot digest")
        return Digest(bytes: result)
    }
}
