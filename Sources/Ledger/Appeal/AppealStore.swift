internal import CivilTime
public import Database
public import Disclosure

/// The cases of review and litigation as lists show them.
public struct AppealStore: Sendable {
    let database: any Database

    /// A case; nil where there is none.
    public func row(_ appeal: AppealReference, of office: AgencyCode) throws(DatabaseError) -> AppealRow? {
        try rows(office, " AND r.appeal = $2", [.text(appeal.text)]).first
    }

    /// Every case of an office, the latest first.
    public func list(of office: AgencyCode) throws(DatabaseError) -> [AppealRow] {
        try rows(office, " ORDER BY r.opened DESC, r.appeal", [])
    }

    /// The cases of an office that are not decided, those to be answered first in front.
    public func pending(of office: AgencyCode) throws(DatabaseError) -> [AppealRow] {
        try rows(office, " AND r.concluded IS NULL AND r.voided = 0 ORDER BY r.due NULLS LAST, r.opened, r.appeal", [])
    }

    private func rows(_ office: AgencyCode, _ condition: SQL, _ values: [Value]) throws(DatabaseError) -> [AppealRow] {
        try database.read { (transaction) throws(DatabaseError) in
            guard let id = try OfficeStore.id(office, transaction) else { return [] }
            return try transaction.all(Self.columns + condition, [.int64(id)] + values, Self.row)
        }
    }

    private static let columns: SQL = """
        SELECT r.appeal, r.entries, r.route, r.contested, r.request, r.opened, r.instances, r.due, r.replied, r.concluded,
            r.outcome, r.voided, r.last_kind, r.last_day
        FROM appeal_row r WHERE r.office = $1
        """

    private static func row(_ row: borrowing Row) throws(DatabaseError) -> AppealRow {
        guard let appeal = AppealReference(try row.text(0)) else { throw row.unexpected(0, wanted: "reference") }
        return AppealRow(
            appeal: appeal, entries: try row.int(1), route: try row.named(2), contested: try row.named(3),
            request: try row.optionalText(4).flatMap { RequestNumber($0) }, opened: try row.day(5),
            instances: try row.int(6), due: try row.optionalDay(7), replied: try row.optionalDay(8),
            concluded: try row.optionalDay(9), outcome: try row.isNull(10) ? nil : row.named(10),
            isVoided: try row.bool(11), lastKind: try row.text(12), lastDay: try row.day(13))
    }
}
