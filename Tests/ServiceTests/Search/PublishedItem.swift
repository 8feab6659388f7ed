import CivilTime
import Database
import Disclosure
import Ledger
import TestSupport
import Testing

/// An item that was published on 1 March 2024, for tests of the search.
enum PublishedItem {
    static func add(
        _ title: String, as name: String, _ category: ProactiveCategory = .budgets, to ledger: Ledger,
        of office: AgencyCode
    ) throws {
        let day = try #require(Day("2024-03-01"))
        let item: ItemReference = Sample.reference(name)
        var content = ItemContent(Sample.text(title), body: Sample.reference("body-\(name)"), formed: day)
        content.category = category
        let history = ItemHistory(
            item, content, index: IndexNumber("\(office.text)/\(name)"), channels: [.website], published: day,
            takenOverBy: Sample.reference("o-1"))
        let entries = history.decide(
            on: nil, today: try #require(Day("2026-01-05")), calendar: try OfficialCalendar.load()
        ).entries
        try ledger.entries.transact(
            by: EntryActor(Sample.reference("o-1"), as: ActorRole(.handler)), at: Moment(milliseconds: 1)
        ) { (transaction) throws(DatabaseError) in
            try transaction.append(entries, to: Subject<ItemAct>(item), office: office)
            return .commit(())
        }
    }
}
