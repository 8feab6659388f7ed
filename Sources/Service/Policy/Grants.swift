internal import CivilTime
internal import Database
internal import Disclosure
internal import Ledger

/// The roles that are granted on a day, office by office.
///
/// Roles are asked for from the first grant on: in an office's own matters where that office grants any, in matters of the
/// installation where anybody holds the role. Before, whoever may write the data acts, under a name or as the local operator.
struct Grants {
    private let records: [AgencyCode: OfficeRecord]
    private let day: Day

    /// Nobody holds anything: an installation that is not there yet.
    init() {
        records = [:]
        day = .earliest
    }

    init(_ ledger: Ledger, on day: Day) throws(DatabaseError) {
        var records: [AgencyCode: OfficeRecord] = [:]
        for code in try ledger.offices.everGrantingRoles() {
            guard let reference = AgencyReference(code.text) else { continue }
            records[code] = try ledger.entries.state(of: Subject<OfficeAct>(reference), office: code)?.value
        }
        self.records = records
        self.day = day
    }

    /// True where an office grants roles, so that its people must hold one.
    func areAsked(in office: AgencyCode) -> Bool { records[office]?.hasRoles(on: day) ?? false }

    /// True where anybody holds a role, in whatever office.
    func isHeld(_ role: Role) -> Bool {
        records.values.contains { record in
            record.staff(on: day).contains { record.roles(of: $0.officer, on: day).contains { Role($0) == role } }
        }
    }

    /// The roles that someone holds in an office.
    func roles(of officer: OfficerReference, in office: AgencyCode) -> Set<Role> {
        Set((records[office]?.roles(of: officer, on: day) ?? []).map { Role($0) })
    }

    /// The roles that someone holds in any office.
    func roles(of officer: OfficerReference) -> Set<Role> {
        records.keys.reduce(into: []) { $0.formUnion(roles(of: officer, in: $1)) }
    }

    /// The office in which someone holds a role; the first by its code.
    func office(of officer: OfficerReference, as role: Role) -> AgencyCode? {
        records.keys.sorted { $0.folded < $1.folded }.first { roles(of: officer, in: $0).contains(role) }
    }
}
