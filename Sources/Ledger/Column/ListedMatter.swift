public import CivilTime
public import Disclosure

/// A matter of an office's standard catalogue with how much is on line of it.
public struct ListedMatter: Sendable, Hashable {
    /// Its code.
    public let matter: MatterReference
    /// The first day on which this held.
    public let since: Day
    /// What the catalogue says of it.
    public let content: MatterContent
    /// How many items are on line.
    public let number: Int
    /// The latest day of publication among them.
    public let latest: Day?

    /// The order of codes as people number them: `2` before `10`, `1.2` before `1.10`.
    static func stand(_ a: ListedMatter, before b: ListedMatter) -> Bool {
        let (first, second) = (key(a.matter.text), key(b.matter.text))
        return first == second ? a.matter.text < b.matter.text : first.lexicographicallyPrecedes(second)
    }

    /// Runs of digits count as numbers, everything else letter by letter after them.
    private static func key(_ code: String) -> [Int] {
        var key: [Int] = []
        var digits = ""
        for byte in code.utf8 {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                digits.unicodeScalars.append(Unicode.Scalar(byte))
                continue
            }
            if !digits.isEmpty { key.append(Int(digits) ?? .max - 256) }
            digits = ""
            key.append(Int.max - 255 + Int(byte))
        }
        if !digits.isEmpty { key.append(Int(digits) ?? .max - 256) }
        return key
    }
}

/// A category of which an office confirmed that it has nothing.
public struct EmptyCategory: Sendable, Hashable {
    /// The category.
    public let category: ProactiveCategory
    /// The day of the confirmation.
    public let confirmed: Day
    /// Why, in the office's words.
    public let reasons: Statement
}
