import Disclosure
import Ledger
import Service
import TestSupport
import Testing

@Suite("Personal data whose time is over")
struct ExpiryTests {
    private static func register(_ number: String, _ name: String, on day: String, agent: String? = nil) -> String {
        let helper =
            agent.map { #","agent":{"name":"\#($0)","phone":"13700000000"},"authorisation":"paper-9""# }
            ?? ""
        return
            #"{"act":"request.register","subject":"\#(number)","day":"\#(day)","channel":"in_person","applicant":{"name":"\#(name)","phone":"138\#(number.filter(\.isNumber))"},"applicant_type":"natural_person","identity_proof":"paper-1","matter":"测试文件\#(number)"\#(helper)}"#
    }

    private static func end(_ number: String, on day: String, filed: Bool = true) -> String {
        var text = """
            {"act":"request.decide","subject":"\(number)","day":"\(day)","leaf":"disclosed","mode":"supplied","access":"附上"}
            {"act":"request.serve","subject":"\(number)","day":"\(day)","manner":"direct","proof":"送达回证"}
            {"act":"request.close","subject":"\(number)","day":"\(day)"}
            """
        if filed {
            text += "\n" + #"{"act":"request.file","subject":"\#(number)","day":"\#(day)","folder":"测试\#(number)"}"#
        }
        return text
    }

    private func person(_ office: ActOffice, _ number: String) throws -> PersonReference {
        try #require(try office.request(number)).registration.applicant
    }

    private func isKept(_ office: ActOffice, _ number: String) throws -> Bool {
        try office.ledger.persons.person(
            try person(office, number), of: try #require(AgencyCode("office"))) != nil
    }

    @Test(
        "who is in no case that is open or was filed within the years is erased, in small transactions and once",
        arguments: DatabaseEngine.allCases)
    func expire(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            // Filed long ago, by several people; one of them comes again later, one case is closed but never filed.
            try office.done(
                """
                \(Self.register("2015-1", "张三甲", on: "2015-03-02"))
                \(Self.end("2015-1", on: "2015-03-10"))
                \(Self.register("2015-2", "张三乙", on: "2015-03-02"))
                \(Self.end("2015-2", on: "2015-03-10"))
                \(Self.register("2015-3", "张三丙", on: "2015-03-02"))
                \(Self.end("2015-3", on: "2015-03-10", filed: false))
                \(Self.register("2020-1", "张三丁", on: "2020-12-01"))
                \(Self.end("2020-1", on: "2020-12-31"))
                \(Self.register("2021-1", "张三戊", on: "2020-12-20"))
                \(Self.end("2021-1", on: "2021-01-06"))
                \(Self.register("2015-9", "张三己", on: "2015-05-04"))
                {"act":"request.void","subject":"2015-9","day":"2015-05-05","reasons":"重复登记"}
                """.replacing("2021-1", with: "2020-2"))
            let again = try person(office, "2015-2")
            try office.done(
                Self.register("2025-1", "张三乙", on: "2025-06-03").replacing(
                    #"{"name":"张三乙","phone":"13820251"}"#, with: "\"\(again)\""))
            let expire = ExpirePersons(ledger: office.ledger, calendar: office.calendar, years: 5, batch: 1)
            let now = ActOffice.moment("2026-01-05")
            let before = try office.ledger.entries.count()
            let trial = try expire.run(by: .system, at: now, isTrial: true)
            #expect(trial.map(\.erased) == [3] && trial.first?.isUnfinished == false)
            #expect(try office.ledger.entries.count() == before)
            let done = try expire.run(by: .system, at: now)
            #expect(done == trial)
            #expect(try office.ledger.entries.count() == before + 3)
            // Five years after 2020-12-31 is over on 2026-01-05; five years after 2021-01-06 is not.
            for number in ["2015-1", "2020-1", "2015-9"] { #expect(try !isKept(office, number), "\(number)") }
            for number in ["2015-2", "2015-3", "2020-2", "2025-1"] { #expect(try isKept(office, number), "\(number)") }
            let entries = try office.ledger.entries.entries(
                of: Subject<PersonAct>(person(office, "2015-1")), office: #require(AgencyCode("office")))
            #expect(entries.last?.kind == "person.erased" && entries.last?.payload.contains("5年") == true)
            #expect(try expire.run(by: .system, at: now).isEmpty, "a second run has nothing to do")
            let result = try office.ledger.verify(projections: true)
            #expect(result.isSound && result.differentProjections == [])
            #expect(try office.request("2015-1")?.stage == .filed)
        }
    }

    @Test("whoever an open case, a pending appeal or a complaint names is kept", arguments: DatabaseEngine.allCases)
    func needed(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(
                """
                \(Self.register("2015-1", "张三甲", on: "2015-03-02"))
                \(Self.end("2015-1", on: "2015-03-10"))
                \(Self.register("2015-2", "李四甲", on: "2015-03-02"))
                \(Self.end("2015-2", on: "2015-03-10"))
                """)
            let complainer = try person(office, "2015-2")
            try office.done(
                #"{"act":"supervision.record_complaint","subject":"s-1","day":"2025-06-03","form":"complaint","way":"letter","about":"reply","content":"认为答复不完整","claimant":"\#(complainer)"}"#
            )
            let expire = ExpirePersons(ledger: office.ledger, calendar: office.calendar, years: 5)
            #expect(try expire.run(by: .system, at: ActOffice.moment("2026-01-05")).map(\.erased) == [1])
            #expect(try isKept(office, "2015-2") && !isKept(office, "2015-1"))
            // Once it is answered and the years are over, that one too.
            try office.done(
                #"{"act":"supervision.answer","subject":"s-1","day":"2025-06-10","outcome":"unfounded","reply":"已经书面答复"}"#
            )
            let late = ActOffice.moment("2030-06-10")
            #expect(try expire.run(by: .system, at: ActOffice.moment("2030-06-09")).isEmpty)
            #expect(try expire.run(by: .system, at: late).map(\.erased) == [1])
        }
    }
}
