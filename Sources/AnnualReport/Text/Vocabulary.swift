/// The words the rules look for, found by their first two characters.
final class Vocabulary: Sendable {
    /// One spelling of a word of two characters or more.
    private struct Entry: Sendable {
        /// Its first eight bytes, or all, behind which noughts stand.
        let head: UInt64
        /// The bits of a text that `head` is compared with.
        let mask: UInt64
        /// Where its bytes stand in `letters`.
        let start: Int
        let count: Int
        let word: Word
        /// True where no other spelling has the same hash behind this one.
        var isLast = false
    }

    static let shared = Vocabulary()

    private let letters: [UInt8]
    private let entries: [Entry]
    /// By hash of two characters: where the spellings that begin with them stand among `entries`, plus one; 0 for none.
    private let places: [UInt16]
    /// 1 for each hash of two characters that some word begins with.
    private let pairs: [UInt8]
    /// By code point from U+4E00: the words of one character.
    private let singles: [Word?]
    /// By code point from U+4E00: the values of numerals, -1 for every other character.
    private let numerals: [Int8]

    private init() {
        var letters: [UInt8] = []
        var entries: [Entry] = []
        var singles = [Word?](repeating: nil, count: 0xA000 - 0x4E00)
        for (word, spellings) in VocabularyData.words {
            for spelling in spellings.split(separator: " ") {
                let bytes = Array(spelling.utf8)
                var head: UInt64 = 0
                for (place, byte) in bytes.prefix(8).enumerated() { head |= UInt64(byte) << UInt64(8 * place) }
                if bytes.count == 3, let own = Self.index(head) {
                    singles[own] = word
                    continue
                }
                entries.append(
                    Entry(
                        head: head, mask: .max >> UInt64(8 * max(8 - bytes.count, 0)), start: letters.count,
                        count: bytes.count, word: word))
                letters += bytes
            }
        }
        // Longer spellings first: the longest match is the meaning.
        entries.sort { (Self.hash($0.head), $1.count, $0.start) < (Self.hash($1.head), $0.count, $1.start) }
        var places = [UInt16](repeating: 0, count: Self.hashes)
        for index in entries.indices.reversed() {
            let hash = Self.hash(entries[index].head)
            entries[index].isLast = places[hash] == 0
            places[hash] = UInt16(index + 1)
        }
        self.letters = letters
        self.entries = entries
        self.places = places
        self.singles = singles
        pairs = places.map { $0 == 0 ? 0 : 1 }
        numerals = singles.indices.map { Int8(TextLexer.digit($0 + 0x4E00) ?? -1) }
    }

    private static let hashes = 0x4000

    /// The hash of the two characters of three bytes each that the lower bytes of a text hold.
    @inline(__always)
    static func hash(_ head: UInt64) -> Int {
        Int(truncatingIfNeeded: ((head << 16) &* 0x9E37_79B9_7F4A_7C15) >> 50)
    }

    /// The code point of the character that the lowest three bytes hold, counted from U+4E00; nil for one that is not
    /// between that and U+9FFF.
    @inline(__always)
    static func index(_ head: UInt64) -> Int? {
        let code = Int(head & 0x0F) << 12 | Int(head >> 8 & 0x3F) << 6 | Int(head >> 16 & 0x3F)
        return head & 0xF0 == 0xE0 && code >= 0x4E00 && code < 0xA000 ? code - 0x4E00 : nil
    }

    /// Lends a byte for each hash of two characters: 0 where certainly no word begins with them.
    @inline(__always)
    func withPairs<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        pairs.withUnsafeBufferPointer(body)
    }

    /// Whether a character is a word by itself.
    func isWord(_ code: Int) -> Bool { code >= 0x4E00 && code < 0xA000 && singles[code - 0x4E00] != nil }

    /// The value of the numeral that the lowest three bytes hold; nil for every other character.
    @inline(__always)
    func numeral(_ head: UInt64) -> Int64? {
        guard let own = Self.index(head), numerals[own] >= 0 else { return nil }
        return Int64(numerals[own])
    }

    /// The longest word that begins at a place of a text, with its length in bytes. `head`: the eight bytes from there on,
    /// noughts behind the end of the text.
    func match(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ head: UInt64) -> (word: Word, length: Int)? {
        var index = Int(places[Self.hash(head)])
        while index > 0 {
            let isWord = head & entries[index - 1].mask == entries[index - 1].head
            if isWord, stands(entries[index - 1], bytes, place) {
                return (entries[index - 1].word, entries[index - 1].count)
            }
            index = entries[index - 1].isLast ? 0 : index + 1
        }
        guard let single = Self.index(head), let word = singles[single] else { return nil }
        return (word, 3)
    }

    /// Whether what is behind the first eight bytes of a spelling stands at a place.
    private func stands(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        guard entry.count > 8 else { return true }
        guard place + entry.count <= bytes.count else { return false }
        for same in 8..<entry.count where letters[entry.start + same] != bytes[place + same] { return false }
        return true
    }
}
