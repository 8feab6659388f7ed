import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("departments, people and roles of an office")
struct StaffTests {
    static func join(_ officer: String, in department: String? = nil, on text: String = "2019-03-04") throws
        -> JoinOfficer
    {
        JoinOfficer(
            try reference(officer), try DisclosureTests.text("测试人员"),
            at: Placement(in: try department.map { try reference($0) }, as: try DisclosureTests.text("科员")),
            on: try day(text))
    }
    static func grant(_ role: StaffRole, _ officer: String, on text: String) throws -> GrantRole {
        GrantRole(role, to: try reference(officer), on: try day(text), basis: try DisclosureTests.text("局办公会决定"))
    }
    static func revoke(_ role: StaffRole, _ officer: String, on text: String) throws -> RevokeRole {
        RevokeRole(role, from: try reference(officer), on: try day(text), basis: try DisclosureTests.text("岗位调整"))
    }
    static func release(_ officer: String, on text: String) throws -> ReleaseOfficer {
        ReleaseOfficer(try reference(officer), on: try day(text), reasons: try DisclosureTests.text("调离"))
    }
    static func place(_ officer: String, in department: String?, on text: String) throws -> PlaceOfficer {
        PlaceOfficer(
            try reference(officer), at: Placement(in: try department.map { try reference($0) }), on: try day(text))
    }

    @Test("roles hold from the day they are granted to the day before they are revoked")
    func roles() throws {
        var town = try OfficeTown.small()
        try town.run("a", Self.join("o-wangwu"))
        try town.run("a", Self.grant(.officer, "o-wangwu", on: "2019-03-04"))
        try town.run("a", Self.grant(.reviewer, "o-wangwu", on: "2020-01-02"))
        try town.run("a", Self.revoke(.officer, "o-wangwu", on: "2020-06-01"))
        try town.run("a", Self.release("o-wangwu", on: "2021-02-01"))
        try town.run("a", Self.join("o-wangwu", on: "2022-01-04"))
        func roles(_ on: String) throws -> [StaffRole] {
            try #require(town.tree.offices[reference("a")]).roles(of: reference("o-wangwu"), on: day(on))
        }
        #expect(try roles("2019-03-03") == [] && roles("2019-03-04") == [.officer])
        #expect(try roles("2020-05-31") == [.officer, .reviewer] && roles("2020-06-01") == [.reviewer])
        #expect(try roles("2021-01-31") == [.reviewer] && roles("2021-02-01") == [])
        #expect(try roles("2022-01-04") == [])
        let office = try #require(town.tree.offices[reference("a")])
        #expect(try office.staff(on: day("2021-06-01")).isEmpty && office.staff(on: day("2022-01-04")).count == 1)
        #expect(try town.codes("a", Self.join("o-wangwu", on: "2022-02-01")) == [.officeOfficerThere])
        #expect(try town.codes("a", Self.grant(.officer, "o-lisi", on: "2022-02-01")) == [.officeNoOfficer])
        #expect(try town.codes("a", Self.grant(.officer, "o-wangwu", on: "2022-01-03")) == [.actDayOrder])
        #expect(try town.codes("a", Self.revoke(.leader, "o-wangwu", on: "2022-02-01")) == [.officeNoRole])
        // With the office all roles end.
        try town.run("a", Self.grant(.leader, "o-wangwu", on: "2022-02-01"))
        try town.run("c", town.move(under: "b", on: "2022-03-01"))
        try town.run("a", town.abolish(on: "2023-01-01"))
        #expect(try roles("2022-12-31") == [.leader] && roles("2023-01-01") == [])
    }

    @Test("nobody holds two of the three administrators, and one who handles cases besides is remarked")
    func administrators() throws {
        var town = try OfficeTown.small()
        try town.run("a", Self.join("o-lisi"))
        try town.run("a", Self.grant(.systemAdministrator, "o-lisi", on: "2019-03-04"))
        for role in [StaffRole.securityAdministrator, .auditAdministrator] {
            #expect(try town.codes("a", Self.grant(role, "o-lisi", on: "2019-03-05")) == [.officeAdministrators])
        }
        #expect(try town.codes("a", Self.grant(.systemAdministrator, "o-lisi", on: "2019-03-05")) == [.officeRoleThere])
        try town.run("a", Self.grant(.officer, "o-lisi", on: "2019-03-05"))
        #expect(town.remarks.map(\.code) == [.officeAdministratorHandles])
        try town.run("a", Self.revoke(.systemAdministrator, "o-lisi", on: "2019-04-01"))
        try town.run("a", Self.grant(.auditAdministrator, "o-lisi", on: "2019-04-01"))
        let office = try #require(town.tree.offices[reference("a")])
        #expect(try office.roles(of: reference("o-lisi"), on: day("2019-04-01")) == [.officer, .auditAdministrator])
    }

    @Test("a department is closed when nobody works in it any more")
    func departments() throws {
        var town = try OfficeTown.small()
        try town.run("a", OpenDepartment(reference("k-1"), text("综合科"), on: day("2015-03-02")))
        #expect(
            try town.codes("a", OpenDepartment(reference("k-2"), text("综合科"), on: day("2016-01-04")))
                == [.officeDepartmentTaken])
        #expect(
            try town.codes("a", OpenDepartment(reference("k-1"), text("公开科"), on: day("2016-01-04")))
                == [.officeDepartmentTaken])
        try town.run("a", OpenDepartment(reference("k-2"), text("公开科"), on: day("2016-01-04")))
        try town.run("a", RenameDepartment(reference("k-2"), to: text("政务公开科"), on: day("2018-01-02")))
        #expect(
            try town.codes("a", RenameDepartment(reference("k-2"), to: text("综合科"), on: day("2018-02-01")))
                == [.officeDepartmentTaken])
        #expect(try town.codes("a", Self.join("o-wangwu", in: "k-9")) == [.officeNoDepartment])
        #expect(try town.codes("a", Self.join("o-wangwu", in: "k-2", on: "2016-01-03")) == [.actDayOrder])
        try town.run("a", Self.join("o-wangwu", in: "k-2"))
        let closing = CloseDepartment(try reference("k-2"), on: try day("2020-01-02"), reasons: try text("机构改革"))
        #expect(town.codes("a", closing) == [.officeDepartmentInUse])
        try town.run("a", Self.place("o-wangwu", in: "k-1", on: "2020-01-02"))
        #expect(try town.codes("a", Self.place("o-wangwu", in: "k-1", on: "2020-01-03")) == [.officeUnchanged])
        try town.run("a", closing)
        #expect(town.codes("a", closing) == [.officeNoDepartment])
        let office = try #require(town.tree.offices[reference("a")])
        #expect(try office.departments(on: day("2020-01-01")).map { $0.names.latest.text } == ["综合科", "政务公开科"])
        #expect(
            try office.departments(on: day("2017-01-01")).compactMap { try $0.name(on: day("2017-01-01"))?.text }
                == ["综合科", "公开科"])
        #expect(try office.departments(on: day("2020-01-02")).count == 1)
        #expect(try office.staff[reference("o-wangwu")]?.placement(on: day("2019-12-31"))?.department?.text == "k-2")
    }

    @Test("the written form never changes, and an entry that does not fit is refused")
    func golden() throws {
        var town = try OfficeTown()
        try town.run("gov", town.found("gov", "测试市人民政府", under: nil))
        var founding = try town.found("a", "数字测试建设办公室")
        founding.name = try OfficeTown.name("数字测试建设办公室", short: "数字办")
        founding.character = OfficeCharacter(.department, .prefectural, region: try text("测试省测试市"))
        try town.run("a", founding)
        try town.run("b", town.found("b", "测试市行政服务中心"))
        try town.run("a", town.rename("测试市大数据管理局", on: "2019-03-01"))
        try town.run("a", town.move(under: "b", on: "2019-04-01"))
        try town.run(
            "a",
            CorrectOffice(
                to: OfficeTown.name("测试市大数据局"), OfficeTown.character, on: day("2019-05-06"), reasons: text("文件为准"),
                in: town.tree))
        try town.run("a", OpenDepartment(reference("k-1"), text("综合科"), on: day("2019-03-01")))
        try town.run("a", RenameDepartment(reference("k-1"), to: text("办公室"), on: day("2019-06-03")))
        try town.run("a", Self.join("o-wangwu", in: "k-1", on: "2019-06-04"))
        try town.run("a", Self.grant(.officer, "o-wangwu", on: "2019-06-04"))
        try town.run("a", Self.revoke(.officer, "o-wangwu", on: "2019-07-01"))
        try town.run("a", Self.place("o-wangwu", in: nil, on: "2019-07-02"))
        try town.run("a", Self.release("o-wangwu", on: "2019-08-01"))
        try town.run("a", CloseDepartment(reference("k-1"), on: day("2019-09-02"), reasons: text("机构改革")))
        try town.run("a", SetLetterRule(LetterRule(text("测数"), .byKind), from: day("2019-10-08")))
        try town.run("a", town.merge(into: "gov", on: "2020-01-01"))
        try town.run("b", town.abolish("gov", on: "2020-02-03"))
        let code: AgencyReference = try reference("a")
        let own = try #require(town.entries[code])
        let entries = try own + [#require(town.entries[reference("b")]?.last)]
        #expect(Set(entries.map(\.kind)) == Set(OfficeAct.Kind.allCases))
        try checkGolden(entries, "office-entries.jsonl")
        #expect(try OfficeRecord(folding: own) == town.tree.offices[code])
        for entry in own.dropFirst() {
            #expect(throws: Refusal.self) { try OfficeRecord(folding: [entry]) }
            #expect(throws: Refusal.self) { try OfficeRecord(folding: own + [entry]) }
        }
        #expect(throws: Refusal.self) { try OfficeRecord(folding: [own[0], own[0]]) }
    }
}
