import CivilTime
import Disclosure
import TestSupport
import Testing

/// A tree of offices that is led through acts.
struct OfficeTown {
    let calendar: WorkingCalendar
    let today: Day
    var tree = OfficeTree([])
    var entries: [AgencyReference: [OfficeEntry]] = [:]
    var remarks: [Finding] = []

    init() throws {
        calendar = try OfficialCalendar.load()
        today = try day("2026-07-01")
    }

    /// Does it with an office.
    mutating func run(_ code: String, _ command: some OfficeCommand) throws(Refusal) {
        guard let code = AgencyReference(code) else { return }
        let ruling = try command.decide(on: tree.offices[code], today: today, calendar: calendar)
        for entry in ruling.entries {
            tree.put(try OfficeRecord.applying(entry, to: tree.offices[code]))
            entries[code, default: []].append(entry)
        }
        remarks += ruling.remarks
    }

    func codes(_ code: String, _ command: some OfficeCommand) -> [Finding.Code] {
        do throws(Refusal) {
            guard let code = AgencyReference(code) else { return [] }
            _ = try command.decide(on: tree.offices[code], today: today, calendar: calendar)
            return []
        } catch {
            #expect(error.findings.allSatisfy { !$0.message.isEmpty && !$0.remedy.isEmpty })
            return error.findings.filter { $0.severity == .error }.map(\.code)
        }
    }

    static func name(_ full: String, short: String? = nil) throws -> OfficeName {
        OfficeName(try text(full), short: try short.map { try text($0) })
    }
    static let character = OfficeCharacter(.department, .county)

    func found(_ code: String, _ name: String, under parent: String? = "gov", on text: String = "2015-03-02") throws
        -> FoundOffice
    {
        FoundOffice(
            try reference(code), try Self.name(name), Self.character, under: try parent.map { try reference($0) },
            on: try day(text), basis: try DisclosureTests.text("测编〔2015〕1号"), in: tree)
    }
    func move(under parent: String?, on text: String) throws -> MoveOffice {
        MoveOffice(
            under: try parent.map { try reference($0) }, on: try day(text),
            basis: try DisclosureTests.text("测编〔2020〕2号"), in: tree)
    }
    func rename(_ name: String, on text: String) throws -> RenameOffice {
        RenameOffice(
            to: try Self.name(name), on: try day(text), basis: try DisclosureTests.text("测编〔2019〕3号"), in: tree)
    }
    func merge(into code: String, on text: String) throws -> MergeOffice {
        MergeOffice(
            into: try reference(code), on: try day(text), basis: try DisclosureTests.text("测编〔2021〕4号"), in: tree)
    }
    func abolish(_ successor: String? = nil, on text: String) throws -> AbolishOffice {
        AbolishOffice(
            followedBy: try successor.map { try reference($0) }, on: try day(text),
            basis: try DisclosureTests.text("测编〔2023〕5号"), in: tree)
    }

    /// A government with two departments, one of them with an office below.
    static func small() throws -> OfficeTown {
        var town = try OfficeTown()
        try town.run("gov", town.found("gov", "测试市人民政府", under: nil))
        try town.run("a", town.found("a", "数字测试建设办公室"))
        try town.run("b", town.found("b", "测试市行政服务中心"))
        try town.run("c", town.found("c", "测试市数据中心", under: "a"))
        return town
    }

    func children(_ code: String, on text: String) throws -> [String] {
        tree.snapshot(on: try day(text)).children(of: try reference(code)).map(\.text)
    }
}

@Suite("offices as a tree over time")
struct OfficeTests {
    @Test("what the tree looked like on a day is known for every day")
    func overTime() throws {
        var town = try OfficeTown.small()
        try town.run("a", town.rename("测试市大数据管理局", on: "2019-03-01"))
        try town.run("c", town.move(under: "b", on: "2020-07-01"))
        try town.run("d", town.found("d", "测试市数据局", on: "2021-01-01"))
        #expect(try town.tree.snapshot(on: day("2015-03-01")).nodes.isEmpty)
        let early = try town.tree.snapshot(on: day("2019-02-28"))
        #expect(early.roots.map(\.text) == ["gov"])
        #expect(try early.nodes[reference("a")]?.name.full.text == "数字测试建设办公室")
        #expect(try early.descendants(of: reference("gov")).map(\.text) == ["a", "c", "b"])
        #expect(try early.path(to: reference("c")).map(\.text) == ["gov", "a", "c"])
        let late = try town.tree.snapshot(on: day("2020-07-01"))
        #expect(try late.nodes[reference("a")]?.name.full.text == "测试市大数据管理局")
        #expect(try late.path(to: reference("c")).map(\.text) == ["gov", "b", "c"])
        #expect(try town.children("a", on: "2020-06-30") == ["c"] && town.children("a", on: "2020-07-01") == [])
        #expect(try late.path(to: reference("nobody")) == [])
    }

    @Test("two offices go up in a new one, and their successor is found over several steps")
    func mergers() throws {
        var town = try OfficeTown.small()
        try town.run("d", town.found("d", "测试市政务和大数据局", on: "2021-01-01"))
        #expect(try town.codes("a", town.merge(into: "d", on: "2021-01-01")) == [.officeHasChildren])
        try town.run("c", town.move(under: "d", on: "2021-01-01"))
        try town.run("a", town.merge(into: "d", on: "2021-01-01"))
        try town.run("b", town.merge(into: "d", on: "2021-01-01"))
        try town.run("e", town.found("e", "测试市数据局", on: "2024-01-15"))
        try town.run("c", town.move(under: "e", on: "2024-01-15"))
        try town.run("d", town.abolish("e", on: "2024-01-15"))
        func successor(_ code: String, _ on: String) throws -> String? {
            town.tree.successor(of: try reference(code), on: try day(on))?.text
        }
        #expect(try successor("a", "2020-12-31") == "a" && successor("a", "2021-01-01") == "d")
        #expect(try successor("b", "2024-01-15") == "e" && successor("d", "2024-01-14") == "d")
        try town.run("c", town.abolish(on: "2025-01-01"))
        #expect(try successor("c", "2025-01-01") == nil && successor("nobody", "2025-01-01") == nil)
        #expect(try town.children("gov", on: "2022-06-01") == ["d"] && town.children("gov", on: "2024-02-01") == ["e"])
        #expect(try town.codes("a", town.rename("新名", on: "2025-01-01")) == [.officeEnded])
        #expect(town.tree.offices.count == 6)
    }

    @Test("codes and names are unique, nobody stands under itself, and who stands above must exist")
    func refusals() throws {
        var town = try OfficeTown.small()
        #expect(try town.codes("a", town.found("a", "别的名称")) == [.officeAlreadyFounded])
        #expect(try town.codes("x", town.found("x", "数字测试建设办公室")) == [.officeNameTaken])
        #expect(try town.codes("x", town.found("x", "新局", under: "nobody")) == [.officeUnknown])
        #expect(try town.codes("x", town.found("x", "新局", on: "2015-03-01")) == [.officeNotThere])
        #expect(try town.codes("x", town.found("x", "新局", on: "2026-07-02")) == [.actDayInFuture])
        let long = String(repeating: "长", count: 101)
        #expect(try town.codes("x", town.found("x", long)).first == .officeName)
        #expect(try town.codes("x", town.found("x", "两\n行")).first == .officeName)
        #expect(try town.codes("x", town.rename("新局", on: "2020-01-01")) == [.officeNotFounded])
        #expect(try town.codes("a", town.rename("数字测试建设办公室", on: "2020-01-01")) == [.officeUnchanged])
        #expect(try town.codes("a", town.rename("测试市行政服务中心", on: "2020-01-01")) == [.officeNameTaken])
        #expect(try town.codes("a", town.move(under: "gov", on: "2020-01-01")) == [.officeUnchanged])
        #expect(try town.codes("a", town.move(under: "a", on: "2020-01-01")) == [.officeCircle])
        #expect(try town.codes("a", town.move(under: "c", on: "2020-01-01")) == [.officeCircle])
        #expect(try town.codes("a", town.merge(into: "a", on: "2020-01-01")) == [.officeCircle, .officeHasChildren])
        #expect(try town.codes("gov", town.abolish(on: "2020-01-01")) == [.officeHasChildren])
        // A circle that would come about only by a later change is seen too.
        try town.run("b", town.move(under: "c", on: "2022-01-01"))
        #expect(try town.codes("c", town.move(under: "b", on: "2021-01-01")) == [.officeCircle])
        // A name is free again when its bearer gave it up.
        try town.run("a", town.rename("测试市大数据管理局", on: "2019-03-01"))
        #expect(try town.codes("x", town.found("x", "数字测试建设办公室", on: "2019-02-28")) == [.officeNameTaken])
        #expect(try town.codes("x", town.found("x", "数字测试建设办公室", on: "2019-03-01")) == [])
        let correction = CorrectOffice(
            to: try OfficeTown.name("测试市大数据局"), OfficeTown.character, on: try day("2019-05-06"),
            reasons: try text("文件为准"), in: town.tree)
        try town.run("a", correction)
        #expect(try town.tree.offices[reference("a")]?.name(on: day("2019-03-01"))?.full.text == "测试市大数据局")
        #expect(town.codes("a", correction) == [.officeUnchanged])
    }
}
