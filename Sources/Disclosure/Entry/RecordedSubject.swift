/// Something that acts are recorded of, and that is nothing but the fold of its entries: an application, an item, a case.
///
/// A ledger keeps the entries of each subject in order, and can build any of them by `applying` without knowing which.
public protocol RecordedSubject: Sendable, Hashable {
    /// The acts that are recorded of it.
    associatedtype Act: RecordedAct

    /// The subject after one more entry.
    ///
    /// - Parameter subject: what the entries before made of it; nil before the first one.
    /// - Throws: `Refusal` when the entry does not fit.
    static func applying(_ entry: Entry<Act>, to subject: Self?) throws(Refusal) -> Self
}

extension RecordedSubject {
    /// A subject from its entries, in order; nil when there are none.
    ///
    /// - Throws: `Refusal` naming the first entry that does not fit.
    public init?(folding entries: some Sequence<Entry<Act>>) throws(Refusal) {
        var subject: Self?
        for entry in entries { subject = try Self.applying(entry, to: subject) }
        guard let subject else { return nil }
        self = subject
    }

    /// What is thrown for an entry that does not fit the ones before it.
    static func misfit(_ entry: Entry<Act>) -> Refusal {
        Refusal(ExaminationFinding.misfit(entry.kind.rawValue, entry.day))
    }
}

extension InformationRequest: RecordedSubject {}
extension InformationItem: RecordedSubject {}
extension HandoverBatch: RecordedSubject {}
extension Appeal: RecordedSubject {}
