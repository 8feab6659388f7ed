import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("leading groups and their members over time")
struct LeadingGroupTests {
    typealias Sample = SubjectSample<LeadingGroup>

    static func member(_ name: String, _ part: GroupMember.Part = .member, _ post: String = "科长") throws -> GroupMember
    {
        GroupMember(try reference(name), as: part, post: try text(post))
    }

    static func formed() throws -> Sample {
        var sample = try Sample()
        try sample.run(
            FormGroup(
                reference("g-1"), text("测试局政务公开领导小组"), for: .disclosure,
                of: [member("o-lisi"), member("o-wangwu", .deputy, "副局长"), member("o-zhangsan", .head, "局长")],
                on: day("2020-03-02"), basis: text("测试〔2020〕3号")))
        return sample
    }

    private func change(
        out: [String] = [], in joining: [GroupMember] = [], on text: String = "2020-05-06"
    ) throws -> ChangeGroup {
        ChangeGroup(
            leaving: try out.map { try reference($0) }, joining: joining, on: try day(text),
            basis: try DisclosureTests.text("人事变动"))
    }

    @Test("who was in the group on a day is known for every day")
    func overTime() throws {
        var sample = try Self.formed()
        #expect(sample.remarks.isEmpty)
        try sample.run(change(out: ["o-wangwu"], in: [Self.member("o-zhaoliu", .deputy, "副局长")]))
        try sample.run(RenameGroup(to: text("测试局政府信息公开领导小组"), on: day("2021-01-04"), basis: text("统一名称")))
        try sample.run(DissolveGroup(on: day("2022-03-01"), basis: text("机构改革")))
        let group = try #require(sample.subject)
        func names(_ text: String) throws -> [String] {
            group.members(on: try day(text)).map(\.officer.text)
        }
        #expect(try names("2020-03-01") == [])
        #expect(try names("2020-05-05") == ["o-zhangsan", "o-wangwu", "o-lisi"])
        #expect(try names("2020-05-06") == ["o-zhangsan", "o-zhaoliu", "o-lisi"])
        #expect(try names("2022-02-28").count == 3 && names("2022-03-01") == [])
        #expect(try group.name(on: day("2020-12-31"))?.text == "测试局政务公开领导小组")
        #expect(try group.name(on: day("2021-01-04"))?.text == "测试局政府信息公开领导小组")
        #expect(try group.name(on: day("2022-03-01")) == nil && group.name(on: day("2020-03-01")) == nil)
        try checkGolden(sample.entries, "group-entries.jsonl")
        #expect(Set(sample.entries.map(\.kind)) == Set(LeadingGroupAct.Kind.allCases))
        for entry in sample.entries.dropFirst() {
            #expect(throws: Refusal.self) { try LeadingGroup(folding: [entry]) }
        }
    }

    @Test("nobody stands in it twice, leaves without being in it, or changes nothing; a group without head is remarked")
    func refusals() throws {
        var sample = try Self.formed()
        #expect(try sample.codes(against: change()) == [.groupUnchanged])
        #expect(try sample.codes(against: change(out: ["o-sunqi"])) == [.groupNoMember])
        #expect(try sample.codes(against: change(in: [Self.member("o-lisi", .deputy)])) == [.groupMemberTwice])
        let twice = [try Self.member("o-sunqi"), try Self.member("o-sunqi", .deputy)]
        #expect(try sample.codes(against: change(in: twice)) == [.groupMemberTwice])
        #expect(try sample.codes(against: change(out: ["o-lisi"], on: "2020-03-01")) == [.actDayOrder])
        let again = FormGroup(
            try reference("g-1"), try text("测试"), for: .other, of: [try Self.member("o-lisi", .head)],
            on: try day("2020-06-01"))
        #expect(sample.codes(against: again) == [.groupAlreadyFormed])
        #expect(
            try sample.codes(against: RenameGroup(to: text("测试局政务公开领导小组"), on: day("2021-01-04"), basis: text("无")))
                == [.groupUnchanged])
        try sample.run(change(out: ["o-lisi"], in: [Self.member("o-lisi", .deputy)]))
        #expect(sample.subject?.members(on: sample.today).map(\.part) == [.head, .deputy, .deputy])
        try sample.run(change(out: ["o-zhangsan"]))
        #expect(sample.remarks.map(\.code) == [.groupNoHead])
        try sample.run(DissolveGroup(on: day("2022-03-01"), basis: text("机构改革")))
        #expect(try sample.codes(against: change(out: ["o-lisi"], on: "2022-03-02")) == [.groupDissolved])
        #expect(try Sample().codes(against: change(out: ["o-lisi"])) == [.groupNotFormed])
    }
}
