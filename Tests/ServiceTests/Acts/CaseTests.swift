import CivilTime
import Disclosure
import Ledger
import Service
import TestSupport
import Testing

@Suite("Looking at cases and clocks")
struct CaseTests {
    private static let register =
        #"{"act":"request.register","subject":"2025-1","day":"2025-09-19","channel":"in_person","applicant":"p-1","applicant_type":"natural_person","identity_proof":"paper-1","matter":"测试文件"}"#

    @Test(
        "a change of the calendar moves open clocks with an entry that says before and after, once",
        arguments: DatabaseEngine.allCases)
    func calendar(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.register)
            let without = try OfficialCalendar.text().split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.contains("2025-10") && !$0.contains("2025-09-28") }.joined(separator: "\n")
            let old = try WorkingCalendar(parsing: without)
            let recompute = RecomputeClocks(ledger: office.ledger)
            let now = ActOffice.moment("2025-09-25")
            let trial = try recompute.run(from: old, to: office.calendar, at: now, isTrial: true)
            #expect(try office.ledger.entries.count() == 1)
            let moved = try recompute.run(from: old, to: office.calendar, at: now)
            #expect(moved == trial && moved.count == 1)
            #expect(moved.first?.before?.description == "2025-10-17")
            #expect(moved.first?.after?.description == "2025-10-23")
            let entries = try office.ledger.entries.entries(
                of: Subject(try #require(RequestNumber("2025-1"))), office: try #require(AgencyCode("office")))
            #expect(entries.map(\.kind) == ["request.registered", "request.clock_recomputed"])
            #expect(
                entries.last?.payload.contains("2025-10-17") == true
                    && entries.last?.payload.contains("2025-10-23") == true)
            #expect(try recompute.run(from: old, to: office.calendar, at: now).isEmpty)
        }
    }

    @Test(
        "every open application is reckoned anew, however many one transaction looks at",
        arguments: DatabaseEngine.allCases)
    func recomputeInPages(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            let numbers = (1...7).map { "2025-\($0)" }
            for number in numbers { try office.done(Self.register.replacing("2025-1", with: number)) }
            let text = try OfficialCalendar.text().split(separator: "\n", omittingEmptySubsequences: false)
            let old = try WorkingCalendar(
                parsing: text.filter { !$0.contains("2025-10") && !$0.contains("2025-09-28") }.joined(separator: "\n"))
            let now = ActOffice.moment("2025-09-25")
            let recompute = RecomputeClocks(ledger: office.ledger, batch: 3)
            #expect(
                try recompute.run(from: old, to: office.calendar, at: now, isTrial: true).map(\.request) == numbers)
            #expect(try recompute.run(from: old, to: office.calendar, at: now).map(\.request) == numbers)
            #expect(try recompute.run(from: old, to: office.calendar, at: now).isEmpty)
            #expect(try office.ledger.entries.count() == 14)
        }
    }

    @Test(
        "a case shows what can be done next by the findings that would refuse the rest",
        arguments: DatabaseEngine.allCases)
    func show(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.register)
            let show = ShowCase(ledger: office.ledger, calendar: office.calendar)
            let code = try #require(AgencyCode("office"))
            let today = try #require(Day("2025-10-24"))
            let found = try show.run(SubjectKey(kind: .request, name: "2025-1"), of: code, on: today)
            let view = try #require(found)
            #expect(view.status?.due?.description == "2025-10-23" && view.status?.isOverdue == true)
            for step in view.steps {
                guard let obstacle = step.obstacle, let act = ActCatalogue.named(step.act) else { continue }
                #expect(act.name == step.act)
                let members = #""day":"2025-10-24""#
                let role = act.roles.contains(.officer) ? "officer" : "leader"
                guard act.fields.filter(\.isRequired).map(\.name) == ["day"] else { continue }
                let findings = try office.refused(#"{"act":"\#(step.act)","subject":"2025-1",\#(members)}"#, as: role)
                #expect(findings.contains { $0.code == obstacle.code }, "\(step.act)")
            }
            #expect(view.steps.contains { $0.act == "request.decide" && $0.obstacle == nil })
            #expect(try show.run(SubjectKey(kind: .request, name: "2025-9"), of: code, on: .latest) == nil)
            #expect(try show.run(SubjectKey(kind: .request, name: "x"), of: code, on: .latest) == nil)
        }
    }
}
