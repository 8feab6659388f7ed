import CivilTime
import Disclosure
import Ledger
import Service
import TestSupport
import Testing

@Suite("Interactions with the public")
struct ShowInteractionsTests {
    private static func record(
        _ name: String, _ form: String, on day: String, verb: String = "record", _ more: String = ""
    ) -> String {
        #"{"act":"supervision.\#(verb)_interaction","subject":"\#(name)","day":"\#(day)","form":"\#(form)","title":"测试活动\#(name)"\#(more)}"#
    }

    private func publish(_ name: String, in office: ActOffice) throws {
        let day = "2025-06-03"
        try office.done(
            #"{"act":"item.draft","subject":"\#(name)","day":"\#(day)","title":"测试件","body":"b-\#(name)","formed":"\#(day)","category":"art20_15"}"#
        )
        try office.done(#"{"act":"item.submit","subject":"\#(name)","day":"\#(day)","secrecy":"不涉密"}"#)
        for (role, actor) in [("reviewer", "li-si"), ("leader", "zhao-liu")] {
            try office.done(#"{"act":"item.approve","subject":"\#(name)","day":"\#(day)"}"#, as: role, by: actor)
        }
        try office.done(
            #"{"act":"item.publish","subject":"\#(name)","day":"\#(day)","index":"X/\#(name)","channels":["website"]}"#)
    }

    @Test(
        "they are counted by form and year as they stand, lead to an item only while it is on line, and leave out what was struck",
        arguments: DatabaseEngine.allCases)
    func list(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.record("f-1", "interview", on: "2024-05-06", #","item":"i-1""#))
            try office.done(Self.record("f-2", "survey", on: "2025-05-06"))
            try office.done(Self.record("f-3", "survey", on: "2025-05-07"))
            try office.done(Self.record("f-4", "response", on: "2025-05-07"))
            try office.done(#"{"act":"supervision.strike","subject":"f-3","day":"2025-05-08","reasons":"重复登记"}"#)
            try office.done(
                #"{"act":"supervision.record_training","subject":"s-1","day":"2025-05-06","title":"测试培训","participants":3}"#
            )
            try office.done(#"{"act":"supervision.strike","subject":"s-1","day":"2025-05-08","reasons":"重复登记"}"#)
            try office.done(
                Self.record("f-4", "opinion_collection", on: "2025-05-09", verb: "correct", #","because":"形式填错""#))
            let show = ShowInteractions(ledger: office.ledger)
            let code = try #require(AgencyCode("office"))
            let all = try show.run(of: code)
            #expect(all.lines.map(\.listed.record.reference.text) == ["f-4", "f-2", "f-1"])
            #expect(all.lines.allSatisfy { $0.item == nil })
            #expect(all.counts.map(\.year) == [2025, 2024] && all.more == 0)
            #expect(all.counts.map(\.forms) == [[.survey: 1, .opinionCollection: 1], [.interview: 1]])
            #expect(try show.run(year: 2024).lines.map(\.listed.office) == [code])
            #expect(try show.run(of: AgencyCode("street")).counts.isEmpty)
            let one = try show.run(limit: 1)
            #expect(one.lines.count == 1 && one.more == 2)
            try publish("i-1", in: office)
            #expect(try show.run(year: 2024).lines.first?.item?.description == "office.i-1")
            try office.done(#"{"act":"item.withdraw","subject":"i-1","day":"2025-06-10","reasons":"附件有误"}"#)
            #expect(try show.run(year: 2024).lines.first?.item == nil)
        }
    }
}
