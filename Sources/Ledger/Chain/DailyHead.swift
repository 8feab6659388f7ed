public import CivilTime

/// What holds the chains of all offices together: a digest over the last entry of each, at one moment.
///
/// The first act of a UTC day makes one before it is recorded, every start of the server makes one, and
/// `gongkai verify --anchor` does at any time. Whoever keeps a head outside the database can prove later that nothing
/// before it was changed.
public struct DailyHead: Sendable, Hashable {
    /// Its place among the heads, from 1 without gaps.
    public let number: Int
    /// The UTC day on which it was made.
    public let day: Day
    /// When it was made.
    public let madeAt: Moment
    /// The last entry it covers; 0 where there was none.
    public let lastSerial: Int64
    /// How many offices had entries.
    public let offices: Int
    /// How its digest was made.
    public let algorithm: DigestAlgorithm
    /// The digest of the head before it; zeros for the first.
    public let previousDigest: Digest
    /// The digest over everything above and the last entry of each office.
    public let digest: Digest
}

/// The last entry of an office when a head was made.
struct OfficeHead: Sendable, Hashable {
    let office: AgencyCode
    let number: Int
    let digest: Digest
}

extension DailyHead {
    /// The form of the bytes.
    static let digestForm = "gongkai.head/1"

    /// A head over the last entries of all offices.
    ///
    /// - Parameter heads: of every office that has entries, in whatever order.
    init(
        number: Int, day: Day, madeAt: Moment, lastSerial: Int64, over heads: [OfficeHead],
        by algorithm: DigestAlgorithm,
        after previous: Digest
    ) {
        var text = DigestText(Self.digestForm)
        text.add("number", number)
        text.add("day", day.description)
        text.add("made_at", madeAt.milliseconds)
        text.add("last_serial", lastSerial)
        text.add("offices", heads.count)
        text.add("algorithm", algorithm.rawValue)
        text.add("previous_digest", previous.hex)
        let ordered = heads.sorted { $0.office.folded.utf8.lexicographicallyPrecedes($1.office.folded.utf8) }
        for head in ordered {
            text.add("office", head.office.folded)
            text.add("last_number", head.number)
            text.add("last_digest", head.digest.hex)
        }
        self.init(
            number: number, day: day, madeAt: madeAt, lastSerial: lastSerial, offices: heads.count,
            algorithm: algorithm, previousDigest: previous, digest: Digest(of: text.bytes, by: algorithm))
    }
}
