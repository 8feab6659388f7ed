internal import CCrypto

/// The digest of some bytes: what a document is known by, and what an entry of the ledger is fastened with.
public struct Digest: Sendable, Hashable, CustomStringConvertible {
    /// Sixty-four lower-case hexadecimal digits.
    public let hex: String

    /// The digest of bytes.
    public init(of bytes: [UInt8], by algorithm: DigestAlgorithm = .sha256) {
        var result = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let method =
            switch algorithm {
            case .sm3: EVP_sm3()
            case .sha256: EVP_sha256()
            }
        let done = bytes.withUnsafeBytes { source in
            EVP_Digest(source.baseAddress, source.count, &result, &length, method, nil)
        }
        // It fails only where the library was built without the algorithm: nothing could be told from another then.
        precondition(done == 1 && length == 32, "the crypto library has no \(algorithm)")
        hex = Self.hex(result)
    }

    /// Thirty-two bytes of zero: what stands before the first of a chain.
    static let zero = Digest(known: String(repeating: "0", count: 64))

    private init(known hex: String) { self.hex = hex }

    /// A digest from its thirty-two bytes.
    init(bytes: [UInt8]) { hex = Self.hex(bytes) }

    /// A digest from its text; nil unless it is 64 hexadecimal digits, which are taken in either case.
    public init?(hex text: some StringProtocol) {
        if text.utf8.count == 64, text.utf8.allSatisfy(Self.isLowerDigit) {
            hex = String(text)
            return
        }
        let folded = text.lowercased()
        guard folded.utf8.count == 64 else { return nil }
        for byte in folded.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): continue
            default: return nil
            }
        }
        hex = folded
    }

    /// Sixty-four lower-case hexadecimal digits.
    public var description: String { hex }

    private static func isLowerDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
