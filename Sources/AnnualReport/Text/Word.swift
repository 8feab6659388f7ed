/// What a word of the text means to the rules.
enum Word: UInt8 {
    // Applications.
    case received, accepted, newlyReceived, finished, answered, carriedIn, carriedOut, carried
    case disclosed, partlyDisclosed, denied, unable, notProcessed, otherHandling
    case application, dependentDisclosure, openness, naturalPerson, organization, everyOrganization
    // Review and litigation.
    case review, litigation, direct, afterReview, upheld, corrected, otherResult, pending
    // How sentences are built.
    case negation, among, respectively, including, approximate, comparison, comparedWith, thisYear, earlierYear,
        partOfYear
    case localOnly, blocker, voider, breakOff, neutral
    // Marks of a document.
    case template, period, asOf, fee, parts, reportName, ownOffice
}

/// Which words a text has.
struct WordSet {
    private var bits: UInt64 = 0

    /// Adds a word.
    mutating func insert(_ word: Word) { bits |= 1 << UInt64(word.rawValue) }

    /// Whether a word is among them.
    func contains(_ word: Word) -> Bool { bits & 1 << UInt64(word.rawValue) != 0 }
}

/// The words the rules look for, found by their first character.
final class Vocabulary: Sendable {
    /// One spelling of a word.
    private struct Entry: Sendable {
        /// Where its bytes stand in `letters`.
        let start: Int
        let count: Int
        let word: Word
    }

    static let shared = Vocabulary()

    private let letters: [UInt8]
    private let entries: [Entry]
    /// By code point of the first character from U+4E00: where its entries begin, plus one; 0 for none.
    private let firsts: [UInt16]
    /// A bit for each pair of characters that some word begins with, by hash.
    private let pairs: [UInt64]

    private init() {
        var all: [(bytes: [UInt8], word: Word)] = []
        for (word, spellings) in VocabularyData.words {
            for spelling in spellings.split(separator: " ") { all.append((Array(spelling.utf8), word)) }
        }
        // Same first character together, longer spellings first: the longest match is the meaning.
        all.sort { a, b in
            let (x, y) = (a.bytes.prefix(3), b.bytes.prefix(3))
            if !x.elementsEqual(y) { return x.lexicographicallyPrecedes(y) }
            return a.bytes.count > b.bytes.count
        }
        var firsts = [UInt16](repeating: 0, count: 0xA000 - 0x4E00)
        for (place, entry) in all.enumerated().reversed() {
            if let code = Self.code(entry.bytes, 0), code >= 0x4E00, code < 0xA000 {
                firsts[code - 0x4E00] = UInt16(place + 1)
            }
        }
        var letters: [UInt8] = []
        entries = all.map { bytes, word in
            letters += bytes
            return Entry(start: letters.count - bytes.count, count: bytes.count, word: word)
        }
        self.letters = letters
        self.firsts = firsts
        var pairs = [UInt64](repeating: 0, count: Self.pairBits / 64)
        for (bytes, _) in all {
            guard let first = Self.code(bytes, 0), let second = Self.code(bytes, 3) else { continue }
            let hash = Self.hash(first, second)
            pairs[hash >> 6] |= 1 << UInt64(hash & 63)
        }
        self.pairs = pairs
    }

    /// The code point of a three-byte character.
    static func code(_ bytes: [UInt8], _ place: Int) -> Int? {
        guard place + 2 < bytes.count, bytes[place] & 0xF0 == 0xE0 else { return nil }
        return (Int(bytes[place]) & 0x0F) << 12 | (Int(bytes[place + 1]) & 0x3F) << 6 | Int(bytes[place + 2]) & 0x3F
    }

    private static let pairBits = 0x4000

    /// The place of two characters in the bits of `withPairs`.
    @inline(__always)
    static func hash(_ first: Int, _ second: Int) -> Int { (first &* 31 &+ second) & (pairBits - 1) }

    /// False where certainly no word of two characters or more begins with two characters.
    @inline(__always)
    func mayBegin(_ first: Int, _ second: Int) -> Bool {
        let hash = Self.hash(first, second)
        return pairs[hash >> 6] & 1 << UInt64(hash & 63) != 0
    }

    /// Lends a bit for each pair of characters, by hash: off where certainly no word begins with them.
    @inline(__always)
    func withPairs<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
        pairs.withUnsafeBufferPointer(body)
    }

    /// Whether a character is a word by itself.
    func isWord(_ code: Int) -> Bool {
        entries.contains { $0.count == 3 && Self.code(letters, $0.start) == code }
    }

    /// Whether some word begins with a character.
    func begins(_ code: Int) -> Bool { code >= 0x4E00 && code < 0xA000 && firsts[code - 0x4E00] > 0 }

    /// The longest word that begins at a place of a text, with its length in bytes.
    func match(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ code: Int) -> (word: Word, length: Int)? {
        guard code >= 0x4E00, code < 0xA000 else { return nil }
        var index = Int(firsts[code - 0x4E00])
        guard index > 0 else { return nil }
        index -= 1
        return letters.withUnsafeBufferPointer { letters in
            while index < entries.count {
                let entry = entries[index]
                let own = entry.start
                guard letters[own + 2] == bytes[place + 2], letters[own + 1] == bytes[place + 1],
                    letters[own] == bytes[place]
                else { return nil }
                if place + entry.count <= bytes.count {
                    var same = 3
                    while same < entry.count, letters[own + same] == bytes[place + same] { same += 1 }
                    if same == entry.count { return (entry.word, entry.count) }
                }
                index += 1
            }
            return nil
        }
    }
}
