/// The identity of a finding, so that a disposition given to it holds when the same content is checked again.
///
/// FNV-1a of 64 bits over what disagrees and where; the wording of messages does not enter.
enum Fingerprint {
    static func of(
        _ rule: String, _ outcome: RuleOutcome, _ cells: [CellAddress], _ place: String, _ expected: String?,
        _ actual: String?
    ) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        mix(rule, &hash)
        mix(outcome.rawValue, &hash)
        for cell in cells { mix(cell.description, &hash) }
        mix(place, &hash)
        mix(expected ?? "", &hash)
        mix(actual ?? "", &hash)
        return String(unsafeUninitializedCapacity: 16) { digits in
            for place in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: hash >> UInt64(60 - 4 * place)) & 0x0F
                digits[place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
            }
            return 16
        }
    }

    private static func mix(_ text: String, _ hash: inout UInt64) {
        var (text, mixed) = (text, hash)
        text.withUTF8 { bytes in
            for byte in bytes { mixed = (mixed ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        // A byte that UTF-8 does not have parts the fields.
        hash = (mixed ^ 0xFF) &* 0x100_0000_01B3
    }
}
