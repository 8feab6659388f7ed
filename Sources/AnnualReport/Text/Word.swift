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
    @inline(__always)
    mutating func insert(_ word: Word) { bits |= 1 << UInt64(word.rawValue) }

    /// Adds the words of another text.
    mutating func formUnion(_ other: WordSet) { bits |= other.bits }

    /// Whether a word is among them.
    func contains(_ word: Word) -> Bool { bits & 1 << UInt64(word.rawValue) != 0 }
}
