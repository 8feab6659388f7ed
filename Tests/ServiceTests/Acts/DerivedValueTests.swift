import CivilTime
import Database
import Disclosure
import Ledger
import Service
import TestSupport
import Testing

@Suite("What the ledger knows better than the caller")
struct DerivedValueTests {
    private static func register(_ number: String, of person: String, on day: String) -> String {
        #"{"act":"request.register","subject":"\#(number)","day":"\#(day)","channel":"in_person","applicant":"\#(person)","applicant_type":"natural_person","identity_proof":"paper-1","matter":"测试文件\#(number)"}"#
    }

    private static func fee(_ number: String, _ more: String = "", on day: String = "2025-06-30") -> String {
        #"{"act":"request.issue_fee_notice","subject":"\#(number)","day":"\#(day)","reasons":"当月申请明显偏多"\#(more)}"#
    }

    private func notice(_ office: ActOffice, _ number: String) throws -> FeeNotice? {
        try office.request(number)?.round.fee?.notice
    }

    @Test(
        "the fee of an application follows from those of the applicant in the calendar month",
        arguments: DatabaseEngine.allCases)
    func fee(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            // The last of May and another person's do not count; one that was entered in error does not either.
            var lines = [Self.register("2025-90", of: "p-1", on: "2025-05-30")]
            lines.append(Self.register("2025-91", of: "p-2", on: "2025-06-04"))
            lines.append(Self.register("2025-92", of: "p-1", on: "2025-06-04"))
            lines.append(#"{"act":"request.void","subject":"2025-92","day":"2025-06-04","reasons":"重复登记"}"#)
            for serial in 1...12 {
                let day = Day("2025-06-03")?.adding(days: serial).map { "\($0)" } ?? ""
                lines.append(Self.register("2025-\(13 - serial)", of: "p-1", on: day))
            }
            try office.done(lines.joined(separator: "\n"))
            // Received last, whatever the number.
            try office.done(Self.fee("2025-1"))
            #expect(try notice(office, "2025-1")?.units == 12)
            #expect(try notice(office, "2025-1")?.amount == Yuan(100))
            #expect(try office.refused(Self.fee("2025-3")).contains { $0.code == .requestNothingOwed })
            #expect(try office.refused(Self.fee("2025-90")).contains { $0.code == .requestNothingOwed })
            let told = try office.done(Self.fee("2025-2", #","nth":31"#))
            #expect(told.first?.remarks.contains { $0.field == "nth" && $0.message.contains("第 11 件") } == true)
            #expect(try notice(office, "2025-2")?.amount == Yuan(200), "who counts otherwise is told, and decides")
            #expect(try office.refused(Self.fee("2025-4", #","nth":12,"pages":40"#)).first?.field == "nth")
            try office.done(Self.fee("2025-4", #","pages":68"#))
            #expect(try notice(office, "2025-4")?.amount == Yuan(380))
            #expect(try office.refused(Self.fee("2025-77")).first?.code == .requestNotRegistered)
        }
    }

    /// The place in the month by counting everything that was registered: slow, and written independently.
    @Test("the place in the month is what counting by hand gives", arguments: DatabaseEngine.allCases)
    func place(engine: DatabaseEngine) throws {
        let seed: UInt64 = 20_261_122
        var random = SeededGenerator(seed: seed)
        var all: [(number: Int, person: String, day: Day)] = []
        let first = try #require(Day("2025-05-20"))
        for number in 1...40 {
            let day = try #require(first.adding(days: Int.random(in: 0...50, using: &random)))
            all.append((number, "p-\(Int.random(in: 1...2, using: &random))", day))
        }
        try ActOffice.with(engine) { office in
            try office.done(
                all.map { Self.register("2025-\($0.number)", of: $0.person, on: "\($0.day)") }
                    .joined(separator: "\n"))
            for one in all {
                let month = all.filter {
                    $0.person == one.person && $0.day.year == one.day.year && $0.day.month == one.day.month
                }
                let place = month.filter { ($0.day, $0.number) <= (one.day, one.number) }.count
                let number = try #require(RequestNumber("2025-\(one.number)"))
                let code = try #require(AgencyCode("office"))
                let found = try office.ledger.entries.transact(by: .system, at: ActOffice.moment("2026-01-05")) {
                    transaction throws(DatabaseError) in
                    .rollBack(try transaction.placeInMonth(of: number, office: code))
                }
                #expect(found == place, "seed \(seed) number \(one.number)")
            }
        }
    }

    private static func approved(_ item: String, category: String = "art20_1") -> [(line: String, role: String)] {
        [
            (
                #"{"act":"item.draft","subject":"\#(item)","day":"2025-03-03","title":"测试文件\#(item)","body":"text-\#(item)","formed":"2025-03-03","category":"\#(category)","actor":"zhang-san"}"#,
                "officer"
            ),
            (
                #"{"act":"item.submit","subject":"\#(item)","day":"2025-03-04","secrecy":"不涉密，可以公开","actor":"zhang-san"}"#,
                "officer"
            ),
            (#"{"act":"item.approve","subject":"\#(item)","day":"2025-03-05","actor":"li-si"}"#, "reviewer"),
            (#"{"act":"item.approve","subject":"\#(item)","day":"2025-03-05","actor":"zhao-liu"}"#, "leader"),
        ]
    }

    private func approve(_ item: String, _ office: ActOffice) throws {
        for step in Self.approved(item) { try office.done(step.line, as: step.role) }
    }

    private static func publish(_ item: String, _ index: String? = nil, on day: String = "2025-03-06") -> String {
        let member = index.map { #","index":"\#($0)""# } ?? ""
        return
            #"{"act":"item.publish","subject":"\#(item)","day":"\#(day)","channels":["website"]\#(member)}"#
    }

    private func index(_ item: String, _ office: ActOffice) throws -> String? {
        let row = try office.ledger.items.row(try #require(ItemReference(item)), of: try #require(AgencyCode("office")))
        return row?.index?.text
    }

    @Test(
        "an item without an index number gets the next one, and keeps it; none is given twice",
        arguments: DatabaseEngine.allCases)
    func indexNumbers(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            for item in ["i-1", "i-2", "i-3", "i-4"] { try approve(item, office) }
            try office.done(Self.publish("i-1"))
            #expect(try index("i-1", office) == "office/2025-00001")
            // A number of another form beside, and one of the same form ahead.
            try office.done(Self.publish("i-2", "office/2025-0000x"))
            let taken = try office.refused(Self.publish("i-3", "office/2025-00001"))
            #expect(taken.map(\.code) == [.itemIndexTaken] && taken.first?.field == "index")
            try office.done(Self.publish("i-3", "office/2025-00007"))
            try office.done(Self.publish("i-4"))
            #expect(try index("i-4", office) == "office/2025-00008")
            // A change keeps the number.
            try office.done(
                """
                {"act":"item.amend","subject":"i-1","day":"2025-04-01","title":"改过的标题","body":"text-1","formed":"2025-03-03","category":"art20_1"}
                {"act":"item.submit","subject":"i-1","day":"2025-04-01","secrecy":"不涉密，可以公开"}
                """)
            try office.done(#"{"act":"item.approve","subject":"i-1","day":"2025-04-02"}"#, as: "reviewer", by: "li-si")
            try office.done(#"{"act":"item.approve","subject":"i-1","day":"2025-04-02"}"#, as: "leader", by: "zhao-liu")
            try office.done(Self.publish("i-1", on: "2025-04-03"))
            #expect(try index("i-1", office) == "office/2025-00001")
            #expect(try office.refused(Self.publish("i-1")).first?.code == .itemStage)
            #expect(try office.refused(Self.publish("i-9")).first?.code == .itemNotDrafted)
        }
    }

    @Test(
        "whatever is given and left out, no two items of an office have one number", arguments: DatabaseEngine.allCases)
    func unique(engine: DatabaseEngine) throws {
        let seed: UInt64 = 20_261_123
        var random = SeededGenerator(seed: seed)
        try ActOffice.with(engine) { office in
            var numbers: [String: String] = [:]
            for serial in 1...24 {
                let item = "i-\(serial)"
                try approve(item, office)
                let given: String? =
                    switch Int.random(in: 0...3, using: &random) {
                    case 0: "office/2025-000\(Int.random(in: 10...30, using: &random))"
                    case 1: "own-\(Int.random(in: 1...4, using: &random))"
                    default: nil
                    }
                if let given, let holder = numbers[given] {
                    let findings = try office.refused(Self.publish(item, given))
                    #expect(findings.first?.message.contains(holder) == true, "seed \(seed) \(item)")
                    continue
                }
                try office.done(Self.publish(item, given))
                let found = try #require(try index(item, office))
                #expect(numbers.updateValue(item, forKey: found) == nil, "seed \(seed) \(item) \(found)")
                #expect(given == nil || found == given)
            }
            #expect(numbers.count > 10)
        }
    }

    @Test("who may not do it is told of a wrong day and wrong fields at once, and nothing of the case")
    func refusedTogether() throws {
        try ActOffice.with { office in
            let lines = Self.register("2025-1", of: "p-1", on: "2026-02-01").replacing(
                #""matter""#, with: #""colour":"red","matter""#)
            let findings = try office.refused(lines, as: "reviewer")
            #expect(Set(findings.map(\.code)) == [.policyRoleRefused, .actDayInFuture, .valueUnknownField])
            let form = try office.refused(
                #"{"act":"request.close","subject":"2025-1","day":"2025-02-30"}"#, as: "reviewer")
            #expect(Set(form.map(\.code)) == [.policyRoleRefused, .valueForm])
            let state = try office.refused(
                #"{"act":"request.close","subject":"2025-1","day":"2025-02-03"}"#, as: "reviewer")
            #expect(state.map(\.code) == [.policyRoleRefused])
        }
    }
}
