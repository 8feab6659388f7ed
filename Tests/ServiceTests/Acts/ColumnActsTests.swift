import CivilTime
import Disclosure
import Ledger
import Service
import TestSupport
import Testing

@Suite("Guides, standard catalogues and empty categories as acts")
struct ColumnActsTests {
    private static let guide = """
        {"act":"guide.revise","day":"2025-01-06","classification":"按法定类别划分","arrangement":"按公开日期排列","ways":["在本站查阅"],"unit":{"name":"测试局办公室","address":"测试路1号","hours":"工作日","telephone":"000-00000001","email":"ceshi@example.cn"},"channels":[{"channel":"in_person","conditions":"到办公室"},{"channel":"signed_post","conditions":"寄至测试路1号"}]}
        """
    private static let matter = """
        {"act":"matter.list","subject":"1.10","day":"2025-01-06","field":"财政预决算","name":"部门预算","content":"收支总表","basis":"预算法","time_limit":"批准后20日内","publisher":"测试局","carriers":["website"],"category":"art20_7"}
        """

    /// Drafts, reviews and publishes an item of a matter.
    private func publish(
        _ name: String, _ matter: String, on day: String, in office: ActOffice, channels: String = #""website""#
    ) throws {
        let draft =
            #"{"act":"item.draft","subject":"\#(name)","day":"\#(day)","title":"测试件","body":"b-\#(name)","formed":"\#(day)","category":"art20_7","matter":"\#(matter)"}"#
        try office.done(draft, by: "zhang-san")
        try office.done(
            #"{"act":"item.submit","subject":"\#(name)","day":"\#(day)","secrecy":"不涉密"}"#, by: "zhang-san")
        try office.done(#"{"act":"item.approve","subject":"\#(name)","day":"\#(day)"}"#, as: "reviewer", by: "li-si")
        try office.done(#"{"act":"item.approve","subject":"\#(name)","day":"\#(day)"}"#, as: "leader", by: "zhao-liu")
        try office.done(
            #"{"act":"item.publish","subject":"\#(name)","day":"\#(day)","index":"X/\#(name)","channels":[\#(channels)]}"#
        )
    }

    @Test("a guide is kept edition by edition, the same after a rebuild", arguments: DatabaseEngine.allCases)
    func guides(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.guide)
            try office.done(
                Self.guide.replacing("2025-01-06", with: "2025-06-03").replacing("测试路1号", with: "测试路9号"))
            let code = try #require(AgencyCode("office"))
            let editions = try office.ledger.columns.guide(of: code)
            #expect(editions.map(\.number) == [1, 2])
            #expect(editions.map(\.content.unit.address.text) == ["测试路1号", "测试路9号"])
            #expect(try office.ledger.columns.guide(of: #require(AgencyCode("street"))).isEmpty)
            #expect(try office.ledger.projectionDifferences() == [])
        }
    }

    @Test("what is wrong in a guide is named with its place, and only who handles may write it")
    func guideFaults() throws {
        try ActOffice.with { office in
            for (old, new, field) in [
                ("000-00000001", "没有电话", "unit.telephone"), ("ceshi@example.cn", "ceshi", "unit.email"),
                (#""hours":"工作日","#, "", "unit.hours"), ("in_person", "by_hand", "channels[0].channel"),
                (#""ways":["在本站查阅"]"#, #""ways":[]"#, "ways"),
            ] {
                let findings = try office.refused(Self.guide.replacing(old, with: new))
                #expect(findings.contains { $0.field == field }, "\(field): \(findings.map { $0.field ?? "" })")
            }
            #expect(try office.refused(Self.guide, as: "report_editor").first?.code == .policyRoleRefused)
        }
    }

    @Test("items stand under the matter they name while they are on line", arguments: DatabaseEngine.allCases)
    func matters(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.matter)
            for code in ["1.2", "2"] { try office.done(Self.matter.replacing("1.10", with: code)) }
            let code = try #require(AgencyCode("office"))
            let columns = office.ledger.columns
            #expect(try columns.catalogue(of: code).map(\.matter.text) == ["1.2", "1.10", "2"])
            for number in 1...3 { try publish("i-\(number)", "1.10", on: "2025-06-0\(number)", in: office) }
            let matter = try #require(MatterReference("1.10"))
            let listed = try #require(try columns.matter(matter, of: code))
            #expect(listed.number == 3 && listed.latest == Day("2025-06-03"))
            let first = try columns.items(under: matter, of: code, limit: 2)
            #expect(first.map(\.item.text) == ["i-3", "i-2"])
            let rest = try columns.items(under: matter, of: code, after: first.last.map { PublicPlace($0) }, limit: 2)
            #expect(rest.map(\.item.text) == ["i-1"])
            try office.done(#"{"act":"item.withdraw","subject":"i-3","day":"2025-06-09","reasons":"内容有误"}"#)
            #expect(try columns.matter(matter, of: code)?.number == 2)
            #expect(try columns.items(under: matter, of: code).map(\.item.text) == ["i-2", "i-1"])
            try office.done(#"{"act":"matter.remove","subject":"1.10","day":"2025-06-09","reasons":"目录调整"}"#)
            #expect(try columns.matter(matter, of: code) == nil && columns.catalogue(of: code).count == 2)
            #expect(try office.ledger.projectionDifferences() == [])
        }
    }

    @Test("an item cannot name a matter that the catalogue does not have")
    func unknownMatter() throws {
        try ActOffice.with { office in
            let draft =
                #"{"act":"item.draft","subject":"i-1","day":"2025-06-03","title":"测试件","body":"b-1","formed":"2025-06-03","category":"art20_7","matter":"9.9"}"#
            let findings = try office.refused(draft)
            #expect(findings.first?.code == .matterNotListed && findings.first?.field == "matter")
        }
    }

    @Test("a category with items on line cannot be confirmed to be empty", arguments: DatabaseEngine.allCases)
    func categories(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.matter)
            try publish("i-1", "1.10", on: "2025-06-03", in: office)
            func confirm(_ category: String) -> String {
                #"{"act":"category.confirm_empty","subject":"\#(category)","day":"2025-06-09","reasons":"本机关无此类信息"}"#
            }
            #expect(try office.refused(confirm("art20_7")).first?.code == .categoryNotEmpty)
            #expect(try office.refused(confirm("art20_99")).first?.field == "subject")
            try office.done(confirm("art20_5"))
            let code = try #require(AgencyCode("office"))
            #expect(try office.ledger.columns.emptyCategories(of: code).map(\.category) == [.licensing])
            try office.done(
                #"{"act":"category.end_confirmation","subject":"art20_5","day":"2025-06-10","reasons":"职能调整"}"#)
            #expect(try office.ledger.columns.emptyCategories(of: code).isEmpty)
            #expect(try office.ledger.projectionDifferences() == [])
        }
    }

    @Test("items are counted by channel and year of publication, whoever asks", arguments: DatabaseEngine.allCases)
    func channels(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.matter)
            try publish("i-1", "1.10", on: "2025-06-03", in: office, channels: #""website","wechat""#)
            try publish("i-2", "1.10", on: "2025-06-04", in: office)
            try publish("i-3", "1.10", on: "2026-01-05", in: office, channels: #""wechat""#)
            let code = try #require(AgencyCode("office"))
            let statistics = office.ledger.statistics
            func counts(_ years: ClosedRange<Int>) throws -> [String] {
                try #require(try statistics.channels(of: code, in: years)).counts.map {
                    "\($0.year) \($0.fact.split(separator: ".").last ?? "") \($0.items)"
                }
            }
            #expect(try counts(2024...2026) == ["2025 website 2", "2025 wechat 1", "2026 wechat 1"])
            #expect(try counts(2026...2026) == ["2026 wechat 1"] && counts(2020...2024) == [])
            #expect(try statistics.channels(of: code, in: 2024...2026)?.kept == 2025...2026)
            #expect(try statistics.channels(of: #require(AgencyCode("nobody")), in: 2024...2026) == nil)
        }
    }
}
