import HTTPCore
import Ledger
import Service
import TestSupport
import Testing

@testable import Web

@Suite("How often an address may hand in")
struct HandInGateTests {
    private func gate(_ limits: RequestDeskLimits) throws -> (HandInGate, (String) -> HandInGate.Passage) {
        let visitor = try Visitor()
        let setting = ApplicantSetting(
            ledger: visitor.fixture.ledger, calendar: try OfficialCalendar.load(), vault: nil)
        let desk = OpenDesk(RequestDesk(setting, now: { [clock = visitor.clock] in clock.now }), limits)
        let gate = HandInGate(desk: desk, token: FormToken())
        return (
            gate,
            { draft in
                gate.ask(
                    "192.0.2.7", draft: draft, stamp: nil, proof: "", at: visitor.clock.now, clock: visitor.clock.steady
                )
            }
        )
    }

    private func limits(prompt: Int, all: Int) -> RequestDeskLimits {
        var limits = RequestDeskLimits()
        limits.promptApplicationsPerHour = prompt
        limits.applicationsPerHour = all
        return limits
    }

    @Test("many clicks of one draft at the same time count as one application")
    func clicks() throws {
        let (gate, ask) = try gate(limits(prompt: 2, all: 2))
        for _ in 0..<5 { #expect(ask("one") == .open) }
        for click in 0..<5 { gate.done(draft: "one", isRegistered: click == 2) }
        #expect(ask("two") == .open, "the next application of the address is the second one")
        gate.done(draft: "two", isRegistered: true)
        guard case .task = ask("three") else {
            Issue.record("the third one waits")
            return
        }
    }

    @Test("what became no application is given back, also a click that came after the application stood")
    func givenBack() throws {
        let (gate, ask) = try gate(limits(prompt: 1, all: 1))
        for _ in 0..<4 {
            #expect(ask("refused") == .open)
            gate.done(draft: "refused", isRegistered: false)
        }
        gate.done(draft: "unknown", isRegistered: false)
        #expect(ask("one") == .open)
        gate.done(draft: "one", isRegistered: true)
        guard case .task = ask("two") else {
            Issue.record("nothing more is given back than was taken")
            return
        }
    }

    @Test("an address that may hand in no more loses none of its prompt applications by asking")
    func closed() throws {
        let (gate, ask) = try gate(limits(prompt: 3, all: 1))
        #expect(ask("one") == .open)
        gate.done(draft: "one", isRegistered: true)
        for _ in 0..<4 {
            guard case .closed = ask("two") else {
                Issue.record("it is closed, and asks for no task")
                return
            }
        }
    }

    @Test("an application whose review is refused counts nothing, one that is registered counts once over many clicks")
    func pages() throws {
        let visitor = try Visitor(requests: limits(prompt: 2, all: 9))
        _ = try visitor.apply()
        for _ in 0..<4 {
            try visitor.get("/requests/new/review")
            try visitor.submit("/requests/new/review")
        }
        _ = try visitor.apply()
        try visitor.get("/requests/new?agency=office")
        try visitor.post("/requests/new", Visitor.fields, files: [Visitor.proof])
        try visitor.submit("/requests/new/review")
        #expect(visitor.last.status == .tooManyRequests, "the third application waits")
    }
}
