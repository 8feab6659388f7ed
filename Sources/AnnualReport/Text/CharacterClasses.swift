/// What a Chinese character may be to the rules, told from its last two bytes alone: looked up for every character of
/// every text. Characters that differ in the first byte only share a class, so that it says what may be, not what is.
final class CharacterClasses: Sendable {
    static let shared = CharacterClasses()

    /// It may be a word or a numeral by itself.
    static let isWord: UInt8 = 1
    /// It may have a simplified form.
    static let changes: UInt8 = 2

    private let classes: [UInt8]

    private init() {
        var classes = [UInt8](repeating: 0, count: 0x10000)
        let simplified = SimplifiedCharacters.table
        for code in 0x4E00..<0xA000 {
            let place = (0x80 | code >> 6 & 0x3F) | (0x80 | code & 0x3F) << 8
            if TextLexer.digit(code) != nil || Vocabulary.shared.isWord(code) { classes[place] |= Self.isWord }
            if simplified[code - 0x4E00] != 0 { classes[place] |= Self.changes }
        }
        self.classes = classes
    }

    /// Lends the classes by the last two bytes, the last of them in the upper half: 65,536 of them, of which 4,096 occur.
    @inline(__always)
    func with<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        classes.withUnsafeBufferPointer(body)
    }
}
