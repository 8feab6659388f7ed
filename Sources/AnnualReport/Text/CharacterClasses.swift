/// What each character is to the rules, by its code point: looked up for every character of every text.
final class CharacterClasses: Sendable {
    static let shared = CharacterClasses()

    /// Words of two characters or more begin with it.
    static let begins: UInt8 = 1
    /// It is a word or a numeral by itself.
    static let isWord: UInt8 = 2
    /// It is no character that stays as it is: a sign, or one that has a simplified form.
    static let changes: UInt8 = 4

    private let classes: [UInt8]

    private init() {
        var classes = [UInt8](repeating: Self.changes, count: 0x10000)
        for (place, simplified) in SimplifiedCharacters.table.enumerated() {
            let code = 0x4E00 + place
            let hasWord = Vocabulary.shared.begins(code)
            let isWord = TextLexer.digit(code) != nil || hasWord && Vocabulary.shared.isWord(code)
            let own = isWord ? Self.isWord : hasWord ? Self.begins : 0
            classes[code] = own | (simplified == 0 ? 0 : Self.changes)
        }
        self.classes = classes
    }

    /// Lends the classes by code point, 65,536 of them.
    @inline(__always)
    func with<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        classes.withUnsafeBufferPointer(body)
    }
}
