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
        let simplified = SimplifiedCharacters.table
        classes = (0..<0x10000).map { code in
            let stays = code >= 0x4E00 && code < 0xA000 && simplified[code - 0x4E00] == 0
            let own: UInt8 =
                TextLexer.digit(code) != nil || Vocabulary.shared.isWord(code)
                ? Self.isWord : Vocabulary.shared.begins(code) ? Self.begins : 0
            return own | (stays ? 0 : Self.changes)
        }
    }

    /// Lends the classes by code point, 65,536 of them.
    @inline(__always)
    func with<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        classes.withUnsafeBufferPointer(body)
    }
}
