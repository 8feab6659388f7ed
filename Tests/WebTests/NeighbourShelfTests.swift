import Disclosure
import Ledger
import Markup
import PageStore
import TestSupport
import Testing

@testable import Web

@Suite("The shelf of related items")
struct NeighbourShelfTests {
    private static let t = Wording(isEnglish: false)

    /// Writes what stands beside an item.
    private func write(
        _ shelf: NeighbourShelf, _ item: PublicItem, _ standing: PageStanding, _ t: Wording = Self.t
    ) throws -> (text: String, revision: Int64) {
        var html = HTML.empty
        let revision = try shelf.write(beside: item, t, standing, to: &html)
        return (html.text, revision)
    }

    @Test("it keeps no more than its bound, and shows the same whatever it keeps")
    func bound() throws {
        let fixture = try WebFixture.shared.get()
        let items = try fixture.ledger.publicItems.list(limit: 200)
        #expect(items.count > 20)
        let standing = PageStanding(PageMoment(revision: try fixture.ledger.revision(), era: 0))
        let none = NeighbourShelf(ledger: fixture.ledger, limit: 0)
        let small = NeighbourShelf(ledger: fixture.ledger, limit: 8_000)
        let large = NeighbourShelf(ledger: fixture.ledger, limit: 1 << 20)
        for t in [Self.t, Wording(isEnglish: true), Self.t] {
            for item in items {
                let drawn = try write(none, item, standing, t)
                for shelf in [small, large] { #expect(try write(shelf, item, standing, t) == drawn) }
                #expect(drawn.revision == standing.now.revision)
                #expect(small.bytes <= 8_000 && none.bytes == 0)
            }
        }
        #expect(small.bytes > 0 && large.bytes > small.bytes)
        let kept = large.bytes
        for item in items { _ = try write(large, item, standing) }
        #expect(large.bytes == kept)
    }

    @Test("what was read from a copy that is behind does not count for newer than it is")
    func behind() throws {
        let fixture = try WebFixture.shared.get()
        let item = try #require(try fixture.ledger.publicItems.list(limit: 1).first)
        let revision = try fixture.ledger.revision()
        let shelf = NeighbourShelf(ledger: fixture.ledger, limit: 1 << 20)
        var standing = PageStanding(PageMoment(revision: revision, era: 0))
        standing.advance(
            to: revision + 1_000_000, since: revision, everywhere: nil,
            offices: [(item.office.folded, revision + 1_000_000)])
        #expect(try write(shelf, item, standing).revision == revision)
        #expect(try write(shelf, item, standing).revision == revision, "and is read again")
        let before = PageStanding(PageMoment(revision: revision, era: 0))
        #expect(try write(shelf, item, before).revision == revision)
    }
}
