/// One numbered step of the schema. Once released it is never edited: a change is a new step.
public struct Migration: Sendable {
    /// 1, 2, 3 … without gaps.
    public let number: Int
    /// What it does, in a few English words.
    public let name: String
    /// Its statements in neutral words, see `Dialect`.
    public let statements: [SQL]

    /// What is done after the statements, in the same transaction, where SQL does not say it; gets the milliseconds since
    /// 1970-01-01 UTC. It is no part of the checksum: it works on what old programs left, and changes no tables.
    public let work: (@Sendable (any WriteTransaction, Int64) throws(DatabaseError) -> Void)?

    /// A step.
    public init(
        _ number: Int, _ name: String, _ statements: [SQL],
        then work: (@Sendable (any WriteTransaction, Int64) throws(DatabaseError) -> Void)? = nil
    ) {
        self.number = number
        self.name = name
        self.statements = statements
        self.work = work
    }

    /// Sixteen hexadecimal digits over number, name and neutral text (FNV-1a of 64 bits): tells an edit, not an attack.
    ///
    /// The same on every engine, since the neutral text is.
    public var checksum: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            // 0xff is in no UTF-8 text, so two texts cannot run together.
            hash = (hash ^ 0xff) &* 0x0000_0100_0000_01b3
        }
        mix(String(number))
        mix(name)
        for statement in statements { mix(statement.text) }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
