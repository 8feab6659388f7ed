import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("The standard catalogue, and categories without information")
struct CatalogueTests {
    static func content(_ name: String = "部门预算") throws -> MatterContent {
        MatterContent(
            try text(name), try text("收支总表及说明"), basis: try text("预算法"), timeLimit: try text("批准后20日内"),
            publisher: try text("测试局"), on: [.website, .noticeBoard], besides: [.print], field: try text("财政预决算"),
            group: try text("预决算"), audience: try text("村民"), level: try text("县级"), category: .budgets)
    }

    private func list(_ content: MatterContent, on text: String) throws -> ListMatter {
        ListMatter(try reference("1.2"), content, on: try day(text), by: try reference("o-lisi"))
    }

    @Test("a matter is entered, changed, taken out and entered again")
    func course() throws {
        var sample = try SubjectSample<CatalogueMatter>()
        try sample.run(list(Self.content(), on: "2024-01-02"))
        try sample.run(list(Self.content("部门预算和决算"), on: "2024-03-04"))
        #expect(sample.subject?.since == (try day("2024-03-04")) && sample.subject?.isListed == true)
        let removal = RemoveMatter(on: try day("2024-06-03"), reasons: try text("目录调整"), by: try reference("o-lisi"))
        try sample.run(removal)
        #expect(sample.subject?.isListed == false)
        #expect(sample.codes(against: removal) == [.matterNotListed])
        try checkGolden(sample.entries, "matter-entries.jsonl")
        // The same words again are no change of nothing: it was gone.
        try sample.run(list(Self.content("部门预算和决算"), on: "2024-06-03"))
        #expect(sample.subject?.isListed == true)
    }

    @Test("a catalogue has no matter without a carrier, none twice, and nothing that is not published")
    func refusals() throws {
        var sample = try SubjectSample<CatalogueMatter>()
        let empty = RemoveMatter(on: try day("2024-06-03"), reasons: try text("目录调整"), by: try reference("o-lisi"))
        #expect(sample.codes(against: empty) == [.matterNotListed])
        try sample.run(list(Self.content(), on: "2024-01-02"))
        #expect(try sample.codes(against: list(Self.content(), on: "2024-02-02")) == [.matterUnchanged])
        var content = try Self.content("另一项")
        content.carriers = []
        #expect(try sample.codes(against: list(content, on: "2024-02-02")) == [.matterCarriers])
        content.carriers = [.print]
        #expect(try sample.codes(against: list(content, on: "2024-02-02")) == [.matterCarriers])
        content.furtherCarriers = nil
        content.attribute = .denied
        #expect(try sample.codes(against: list(content, on: "2024-02-02")) == [.matterDenied])
        content.attribute = .onRequest
        #expect(try sample.codes(against: list(content, on: "2024-02-02")) == [])
        #expect(try sample.codes(against: list(content, on: "2024-01-01")).count == 1)
        #expect(try sample.codes(against: list(content, on: "2026-07-02")).count == 1)
    }

    @Test("that there is nothing of a category is confirmed with a reason, only where nothing is on line, and can end")
    func emptyCategory() throws {
        var sample = try SubjectSample<CategoryStanding>()
        func confirm(_ number: Int, on text: String) throws -> ConfirmEmptyCategory {
            ConfirmEmptyCategory(
                .licensing, published: number, on: try day(text), reasons: try DisclosureTests.text("本机关无行政许可事项"),
                by: try reference("o-lisi"))
        }
        let end = EndConfirmation(on: try day("2025-06-03"), reasons: try text("职能调整"), by: try reference("o-lisi"))
        #expect(sample.codes(against: end) == [.categoryNotConfirmed])
        #expect(try sample.codes(against: confirm(2, on: "2025-01-06")) == [.categoryNotEmpty])
        try sample.run(confirm(0, on: "2025-01-06"))
        #expect(sample.subject?.emptiness?.text == "本机关无行政许可事项")
        try sample.run(end)
        #expect(sample.subject?.emptiness == nil && sample.subject?.category == .licensing)
        #expect(sample.codes(against: end) == [.categoryNotConfirmed])
        #expect(try sample.codes(against: confirm(0, on: "2025-06-02")).count == 1)
        try checkGolden(sample.entries, "category-entries.jsonl")
        try sample.run(confirm(0, on: "2025-06-03"))
        #expect(sample.subject?.emptiness != nil)
    }
}
