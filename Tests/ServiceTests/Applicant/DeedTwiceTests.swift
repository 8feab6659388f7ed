import Database
import Disclosure
import Dispatch
import Ledger
import Service
import Synchronization
import TestSupport
import Testing

@Suite("a form of an application that is sent twice")
struct DeedTwiceTests {
    @Test(
        "two servers on one database do it once, also where both take it at the same moment",
        arguments: DatabaseEngine.allCases)
    func once(engine: DatabaseEngine) throws {
        try engine.withFresh { database, again in
            try ActOffice.with(in: database) { office in
                let other = try again()
                defer { other.close() }
                let ledgers = [
                    office.ledger,
                    try Ledger(
                        in: other, now: ApplicantOffice.now, settings: LedgerSettings(calendar: office.calendar)),
                ]
                let settings = ledgers.map {
                    ApplicantSetting(
                        ledger: $0, calendar: office.calendar, vault: office.vault, limits: ApplicationLimits())
                }
                let site = ApplicantOffice(office: office, setting: settings[0])
                let (key, now) = (try site.applied().key, ApplicantOffice.now)
                let later = Moment(milliseconds: now.milliseconds + Int64(DeedMark.seconds) * 1_000)
                let content = Digest(of: [1])
                let marks = try settings.map { try DeedMark(content, $0) }
                let otherMark = try DeedMark(Digest(of: [2]), settings[0])
                #expect(marks[0] == marks[1] && marks[0] != otherMark)
                let message = GoOnWithRequest.Deed.send(text: "请尽快联系", files: [ApplicantOffice.proof])
                let done = Atomic(0)
                DispatchQueue.concurrentPerform(iterations: 8) { number in
                    let goOn = GoOnWithRequest(settings[number % 2])
                    let findings = try? goOn.run(message, on: key, once: marks[number % 2], at: now)
                    if findings?.isEmpty == true { done.wrappingAdd(1, ordering: .relaxed) }
                }
                #expect(done.load(ordering: .relaxed) == 8, "whoever comes second is told the same")
                func messages() throws -> Int { try #require(try site.follow.see(key, at: now)).messages.count }
                #expect(try messages() == 1)
                #expect(try #require(try site.follow.see(key, at: now)).handedIn.count == 2, "its file once, too")
                for setting in settings { #expect(try GoOnWithRequest(setting).wasDone(marks[0], at: now)) }
                #expect(try !site.goOn.wasDone(marks[0], at: later))
                #expect(try site.goOn.run(message, on: key, once: marks[1], at: later).isEmpty)
                #expect(try messages() == 2, "later the same is meant again")
                // What was refused leaves no mark.
                let rating = try DeedMark(Digest(of: [3]), settings[0])
                #expect(try !site.goOn.run(.rate(.satisfied, remark: ""), on: key, once: rating, at: now).isEmpty)
                #expect(try !site.goOn.wasDone(rating, at: now))
            }
        }
    }
}
