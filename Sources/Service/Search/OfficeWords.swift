public import Ledger

/// The name of an office at the beginning or the end of what was typed: 市财政局 预算 asks for 预算 of that office.
///
/// The name of an office stands beside its items, not in their words. It counts where it is whole, full or short, and where
/// spaces part it from the other words; a full name also where nothing parts it. In quotation marks it is a word like any
/// other.
public struct OfficeWords: Sendable, Hashable {
    /// The offices that have this name; several bureaus may share a short one.
    public let offices: [Office]
    /// The words beside the name.
    public let rest: String

    /// The most offices that one name may mean.
    static let mostOffices = 10

    /// Looks for a name; nil where none is there, or nothing beside it.
    public init?(_ typed: String, among offices: [Office]) {
        let words = typed.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, let last = words.last else { return nil }
        // Words in quotation marks are meant as they stand; taking some away could open a quotation.
        guard !typed.contains(where: Self.isQuote) else { return nil }
        if words.count > 1 {
            for (name, rest) in [(first, words.dropFirst()), (last, words.dropLast())] {
                let named = offices.filter { $0.fullName.text == name || $0.shortName.map { $0.text == name } ?? false }
                if (1...Self.mostOffices).contains(named.count) {
                    self.init(offices: named, rest: rest.joined(separator: " "))
                    return
                }
            }
        }
        // The longest name counts, also where nothing stands behind it: whoever writes that of a branch does not ask for its
        // last words in what the office above it has.
        let whole = offices.filter { first.hasPrefix($0.fullName.text) }
        guard let length = whole.map(\.fullName.text.count).max(), first.count >= length + 2 else { return nil }
        let named = whole.filter { $0.fullName.text.count == length }
        guard named.count <= Self.mostOffices else { return nil }
        let rest = [first.dropFirst(length)] + words.dropFirst()
        self.init(offices: named, rest: rest.joined(separator: " "))
    }

    private init(offices: [Office], rest: String) {
        self.offices = offices
        self.rest = rest
    }

    /// Whether a character opens or closes a quotation.
    static func isQuote(_ character: Character) -> Bool { "\"“”＂「」『』".contains(character) }
}
