/// How a digest is made; both give 256 bits.
public enum DigestAlgorithm: String, Sendable, Hashable, CaseIterable {
    /// SM3, the hash of the Chinese state standards. Source: GB/T 32905-2016.
    case sm3
    /// SHA-256. Source: FIPS 180-4.
    case sha256
}
