import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("what holds for the tree of offices, whatever is tried")
struct OfficePropertyTests {
    static let seed: UInt64 = 43

    @Test("on every day each office stands under one that exists, names differ, and nobody holds two administrators")
    func tree() throws {
        var random = SeededGenerator(seed: Self.seed)
        let codes = ["gov", "a", "b", "c", "d", "e"]
        let names = ["测试一局", "测试二局", "测试三局", "测试四局", "测试五局", "测试六局", "测试七局"]
        let officers = ["o-zhangsan", "o-lisi", "o-wangwu"]
        var done = 0
        for round in 0..<40 {
            var town = try OfficeTown()
            for step in 0..<80 {
                let place = "seed \(Self.seed), town \(round), step \(step)"
                let on = try #require(
                    try day("2018-01-01").adding(
                        days: max(0, step * 15 + Int.random(in: -40...40, using: &random))))
                let code = try #require(codes.randomElement(using: &random))
                let other = Int.random(in: 0..<6, using: &random) == 0 ? nil : codes.randomElement(using: &random)
                let name = try #require(names.randomElement(using: &random))
                let officer = try #require(officers.randomElement(using: &random))
                let role = try #require(StaffRole.allCases.randomElement(using: &random))
                let command: any OfficeCommand
                switch Int.random(in: 0..<12, using: &random) {
                case 0, 1, 2: command = try town.found(code, name, under: other, on: on.description)
                case 3: command = try town.rename(name, on: on.description)
                case 4, 5: command = try town.move(under: other, on: on.description)
                case 6 where step % 4 == 0: command = try town.merge(into: other ?? code, on: on.description)
                case 7 where step % 4 == 0: command = try town.abolish(other, on: on.description)
                case 8, 6: command = try StaffTests.join(officer, on: on.description)
                case 9, 7: command = try StaffTests.grant(role, officer, on: on.description)
                case 10: command = try StaffTests.revoke(role, officer, on: on.description)
                default: command = try StaffTests.release(officer, on: on.description)
                }
                let before = town.tree
                do throws(Refusal) {
                    try town.run(code, command)
                    done += 1
                } catch {
                    #expect(town.tree == before, "\(place)")
                    #expect(!error.findings.contains { $0.code == .actEntryMisfit }, "\(place): \(error)")
                }
            }
            for (code, entries) in town.entries {
                #expect(try OfficeRecord(folding: entries) == town.tree.offices[code])
            }
            try check(town, "seed \(Self.seed), town \(round)")
        }
        #expect(done > 350, "\(done)")
    }

    private func check(_ town: OfficeTown, _ place: String) throws {
        for days in stride(from: 0, through: 1_300, by: 13) {
            let on = try #require(try day("2018-01-01").adding(days: days))
            let snapshot = town.tree.snapshot(on: on)
            let names = snapshot.nodes.values.map(\.name.full)
            #expect(Set(names).count == names.count, "\(place), \(on): \(names)")
            for node in snapshot.nodes.values {
                #expect(node.parent.map { snapshot.nodes[$0] != nil } ?? true, "\(place), \(on): \(node.code)")
                let path = snapshot.path(to: node.code)
                #expect(path.first.map { snapshot.roots.contains($0) } == true, "\(place), \(on): \(path)")
            }
            let below = snapshot.roots.reduce(0) { $0 + 1 + snapshot.descendants(of: $1).count }
            #expect(below == snapshot.nodes.count, "\(place), \(on)")
            for office in town.tree.offices.values {
                for one in office.staff.values {
                    let roles = office.roles(of: one.officer, on: on)
                    #expect(roles.filter(\.isAdministrator).count <= 1, "\(place), \(on): \(roles)")
                    #expect(Set(roles).count == roles.count, "\(place), \(on): \(roles)")
                }
            }
        }
    }
}
