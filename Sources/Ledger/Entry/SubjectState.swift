internal import Database
internal import Disclosure

/// What the entries of a subject come to at one moment.
public struct SubjectState<Act: LedgerAct>: Sendable {
    /// What it is; nil where nothing was recorded of it.
    public let value: Act.State?
    /// How many entries it has: what a caller hands back as `expecting`.
    public let number: Int

    static var nothing: Self { Self(value: nil, number: 0) }

    init(value: Act.State?, number: Int) {
        self.value = value
        self.number = number
    }

    /// The state after one more entry of the ledger.
    ///
    /// - Throws: `corrupt` where it does not fit: the ledger was changed from outside, or the program is at fault.
    func after(_ entry: Entry<Act>, place: @autoclosure () -> String) throws(DatabaseError) -> Self {
        do throws(Refusal) {
            return Self(value: try Act.applying(entry, to: value), number: number + 1)
        } catch {
            throw EntryPayloadText.damaged(
                entry.kind.rawValue, place(), error.findings.map(\.code.rawValue).joined(separator: " "))
        }
    }
}
