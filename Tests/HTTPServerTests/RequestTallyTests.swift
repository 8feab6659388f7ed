import HTTPCore
import Testing

@testable import HTTPServer

@Suite("Counting answered requests")
struct RequestTallyTests {
    @Test("each request counts once, by the class of its status and by its time")
    func counts() {
        let tally = RequestTally()
        for (status, milliseconds) in [
            (Status.ok, 1), (.ok, 5), (.notFound, 6), (.unavailable, 10_001), (.seeOther, 10_000),
        ] {
            tally.add(status: status, duration: .milliseconds(milliseconds))
        }
        let counts = tally.counts
        #expect(counts.byClass == [2: 2, 3: 1, 4: 1, 5: 1])
        #expect(counts.byTime == [2, 1, 0, 0, 0, 1] && counts.slower == 1)
        #expect(counts.total == 5 && counts.microseconds == 20_013_000)
    }
}
