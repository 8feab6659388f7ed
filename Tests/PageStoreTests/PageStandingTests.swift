import PageStore
import Testing

@Suite("What tells that a page is out of date")
struct PageStandingTests {
    private let first = PageMoment(revision: 5, era: 0)

    @Test("a change of one office leaves the pages of the others as they are")
    func offices() {
        var standing = PageStanding(first)
        standing.advance(to: 7, since: 5, everywhere: nil, offices: [(office: "a", number: 6)])
        #expect(!standing.holds(.office("a"), drawnAt: first))
        #expect(standing.holds(.office("b"), drawnAt: first))
        #expect(!standing.holds(.everything, drawnAt: first))
        #expect(standing.holds(.office("a"), drawnAt: PageMoment(revision: 6, era: 0)))
        #expect(standing.holds(.everything, drawnAt: standing.now))
    }

    @Test("a change that may show everywhere, and a state put back, leave no page of before")
    func everywhere() {
        var standing = PageStanding(first)
        standing.advance(to: 6, since: 5, everywhere: 6, offices: [])
        #expect(!standing.holds(.office("b"), drawnAt: first))
        let before = standing.now
        standing.advance(to: 3, since: 6, everywhere: nil, offices: [])
        #expect(!standing.holds(.office("b"), drawnAt: before))
        #expect(standing.holds(.office("b"), drawnAt: standing.now))
        #expect(standing.now == PageMoment(revision: 3, era: 1))
    }

    @Test("answers that come late take nothing back")
    func late() {
        var standing = PageStanding(first)
        standing.advance(to: 9, since: 5, everywhere: nil, offices: [(office: "a", number: 9)])
        standing.advance(to: 7, since: 5, everywhere: nil, offices: [(office: "a", number: 6)])
        #expect(standing.now.revision == 9)
        #expect(!standing.holds(.office("a"), drawnAt: PageMoment(revision: 8, era: 0)))
    }
}
