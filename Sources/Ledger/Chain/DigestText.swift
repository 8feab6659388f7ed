internal import Disclosure
internal import CivilTime

/// The bytes over which digests are made; `docs/ledger.md` has them with a worked example.
///
/// A line that names the form, then a line a column: its name, the count of its bytes, and the bytes. The count makes the
/// form unambiguous whatever the value holds.
struct DigestText {
    private(set) var bytes: [UInt8] = []

    init(_ form: String) {
        bytes.reserveCapacity(1_024)
        bytes += Array(form.utf8)
        bytes.append(0x0A)
    }

    mutating func add(_ name: StaticString, _ value: String) {
        name.withUTF8Buffer { bytes += $0 }
        bytes.append(0x20)
        bytes += Array(String(value.utf8.count).utf8)
        bytes.append(0x20)
        bytes += Array(value.utf8)
        bytes.append(0x0A)
    }

    mutating func add(_ name: StaticString, _ value: some BinaryInteger) { add(name, String(value)) }
}

extension RecordedEntry {
    /// The form of the bytes.
    static let digestForm = "gongkai.entry/1"

    /// The digest that the entry must have: over every other column, the office by its code in lower case.
    var expectedDigest: Digest { Digest(of: digestBytes, by: algorithm) }

    var digestBytes: [UInt8] {
        var text = DigestText(Self.digestForm)
        text.add("serial", serial)
        text.add("office", office.folded)
        text.add("number", number)
        text.add("subject_kind", subject.kind.rawValue)
        text.add("subject", subject.name)
        text.add("subject_number", subjectNumber)
        text.add("kind", kind)
        text.add("day", day.description)
        text.add("recorded_at", recordedAt.milliseconds)
        text.add("actor", actor.officer.text)
        text.add("role", actor.role.name)
        text.add("schema", schema)
        text.add("payload", payload)
        text.add("algorithm", algorithm.rawValue)
        text.add("previous_digest", previousDigest.hex)
        return text.bytes
    }
}
