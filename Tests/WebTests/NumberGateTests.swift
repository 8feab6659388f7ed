import HTTPCore
import TestSupport
import Testing

@testable import Web

@Suite("A number whose tries are used up")
struct NumberGateTests {
    /// A visitor at a site where wrong codes of one number were sent from as many addresses as it takes.
    private func besieged(_ number: (String) -> String = { $0 }) throws -> (Visitor, number: String, code: String) {
        var limits = RequestDeskLimits()
        limits.triesPerAddress = 3
        limits.triesPerNumber = 3
        limits.proofBits = 8
        let visitor = try Visitor(requests: limits)
        let told = try visitor.apply()
        for last in 10..<13 {
            visitor.address = "198.51.100.\(last)"
            try visitor.open(number(told.number), "22222-22222")
            #expect(visitor.last.status == .forbidden)
        }
        visitor.address = "203.0.113.5"
        return (visitor, told.number, told.code)
    }

    private func proof(_ stamp: String, isRight: Bool = true) throws -> String {
        try #require(
            (0..<100_000).lazy.map(String.init).first { ProofTask.isProof($0, of: stamp, bits: 8) == isRight })
    }

    @Test("the right code from a new address is let through after the wait, and the page says that it is the number")
    func waiting() throws {
        let (visitor, number, code) = try besieged()
        try visitor.open(number, code)
        #expect(visitor.last.status == .tooManyRequests && visitor.last.headers["Retry-After"] == "30")
        #expect(visitor.page.contains("这个登记号近一小时内有多次查询码不对") && visitor.page.contains("您没有做错什么"))
        #expect(!visitor.page.contains("提交得太频繁") && visitor.markup.faults == [])
        #expect(!visitor.page.contains(code) && visitor.page.contains("data-bits=\"8\""))
        visitor.clock.advance(10)
        try visitor.submit("/requests/track", [("number", number), ("code", code)])
        #expect(visitor.last.status == .tooManyRequests && visitor.last.headers["Retry-After"] == "20")
        visitor.clock.advance(20)
        try visitor.submit("/requests/track", [("number", number), ("code", code)])
        #expect(visitor.targets.last == "/requests/track/case")
    }

    @Test("a proof spares the wait; a wrong one, another's, or one for another number does not")
    func proving() throws {
        let (visitor, number, code) = try besieged()
        try visitor.open(number, code)
        let stamp = try #require(visitor.field("ready"))
        func send(_ number: String, _ code: String, _ proof: String) throws {
            try visitor.get("/requests/track")
            try visitor.submit(
                "/requests/track", [("number", number), ("code", code), ("ready", stamp), ("proof_of_work", proof)])
        }
        try send(number, code, proof(stamp, isRight: false))
        #expect(visitor.last.status == .tooManyRequests)
        visitor.address = "203.0.113.6"
        try send(number, code, proof(stamp))
        #expect(visitor.last.status == .tooManyRequests, "it counts for the network that was asked")
        visitor.address = "203.0.113.5"
        try send(number, "33333-33333", proof(stamp))
        #expect(visitor.last.status == .forbidden, "the code is still looked at")
        try send(number, code, proof(stamp))
        #expect(visitor.targets.last == "/requests/track/case")
        for _ in 1...2 { try send(number, "33333-33333", proof(stamp)) }
        try send(number, code, proof(stamp))
        #expect(visitor.last.status == .tooManyRequests && visitor.page.contains("提交得太频繁"), "tries stay bounded")
    }

    @Test("a number that does not exist is answered alike, and its stamp opens no other")
    func unknown() throws {
        let (visitor, number, code) = try besieged { _ in "office-2025-77" }
        try visitor.open("office-2025-77", code)
        #expect(visitor.last.status == .tooManyRequests && visitor.page.contains("这个登记号"))
        visitor.clock.advance(30)
        try visitor.submit("/requests/track", [("number", "office-2025-77"), ("code", code)])
        #expect(visitor.last.status == .forbidden)
        try visitor.open(number, code)
        #expect(visitor.targets.last == "/requests/track/case", "other numbers are not touched")
    }

    @Test("a wait that is over counts for a quarter of an hour")
    func expiry() throws {
        for (isOver, seconds) in [(false, NumberGate.minutes * 60 + 29), (true, NumberGate.minutes * 60 + 30)] {
            let (visitor, number, code) = try besieged()
            try visitor.open(number, code)
            visitor.clock.advance(seconds)
            try visitor.submit("/requests/track", [("number", number), ("code", code)])
            if isOver {
                #expect(visitor.last.status == .tooManyRequests && visitor.last.headers["Retry-After"] == "30")
            } else {
                #expect(visitor.targets.last == "/requests/track/case")
            }
        }
    }
}
