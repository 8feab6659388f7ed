internal import CivilTime
public import Database
public import Disclosure

/// An interaction of an office with the public, as its record stands.
public struct ListedInteraction: Sendable {
    /// The office.
    public let office: AgencyCode
    /// Its full name.
    public let officeName: PlainLine
    /// The record.
    public let record: SupervisionRecord
    /// What happened.
    public let interaction: Interaction

    /// The item that tells of it, by its permanent name; nil where the record names none.
    public var item: PublicItemID? { interaction.item.map { PublicItemID(office: office, item: $0) } }
}

extension ColumnStore {
    /// What offices recorded of their interactions with the public and did not strike, the latest first.
    ///
    /// Reads what was recorded of supervision, of which an office has some hundred entries a year at most.
    /// - Parameter office: whose; nil for all offices.
    public func interactions(of office: AgencyCode? = nil) throws(DatabaseError) -> [ListedInteraction] {
        let found = try database.read { (transaction) throws(DatabaseError) -> [ListedInteraction] in
            var offices: [(key: OfficeKey, name: PlainLine)] = []
            try transaction.each("SELECT id, code, full_name FROM office", []) { (row) throws(DatabaseError) in
                let key = OfficeKey(id: try row.int64(0), code: try row.agencyCode(1))
                guard office == nil || office == key.code else { return }
                offices.append((key, try row.line(2)))
            }
            var found: [ListedInteraction] = []
            for office in offices {
                for record in try Self.interactions(at: office.key, transaction) {
                    guard record.counts, case .interaction(let interaction) = record.matter else { continue }
                    found.append(
                        ListedInteraction(
                            office: office.key.code, officeName: office.name, record: record, interaction: interaction)
                    )
                }
            }
            return found
        }
        return found.sorted {
            ($1.record.day, $0.office.folded, $0.record.reference.text)
                < ($0.record.day, $1.office.folded, $1.record.reference.text)
        }
    }

    /// The records that began as interactions, in one look over the entries of supervision.
    private static func interactions(
        at office: OfficeKey, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [SupervisionRecord] {
        var states: [String: SubjectState<SupervisionAct>] = [:]
        try transaction.each(
            """
            SELECT subject, kind, day, schema, payload FROM entry
            WHERE office = $1 AND subject_kind = 'supervision'
                AND kind IN ('supervision.interaction_recorded', 'supervision.corrected', 'supervision.struck')
            ORDER BY subject, subject_number
            """, [.int64(office.id)]
        ) { (row) throws(DatabaseError) in
            let (subject, kind) = (try row.text(0), try row.text(1))
            // Other matters are corrected and struck by entries of the same kinds.
            guard states[subject] != nil || kind == SupervisionAct.Kind.interactionRecorded.rawValue else { return }
            let place = "\(office.code) \(subject)"
            let entry = try EntryPayloadText.entry(
                SupervisionAct.self, schema: try row.int(3), kind: kind, day: try row.day(2), payload: try row.text(4),
                place: place)
            states[subject] = try (states[subject] ?? .nothing).after(entry, place: place)
        }
        return states.values.compactMap(\.value)
    }
}
