import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("The guide of an office and its editions")
struct GuideTests {
    typealias Sample = SubjectSample<DisclosureGuide>

    static func content(hours: String = "工作日 8:30—12:00") throws -> GuideContent {
        GuideContent(
            try text("按法定类别划分"), arrangement: try text("按公开日期排列"), ways: [try text("在本站查阅"), try text("到查阅点查阅")],
            unit: DisclosureUnit(
                try text("测试局办公室"), at: try text("测试路1号"), postcode: PostCode("000000"),
                hours: try text(hours), telephone: try #require(TelephoneNumber("000-00000001转801")),
                fax: TelephoneNumber("000-00000002"),
                email: EmailAddress("ceshi@example.cn"),
                website: WebAddress("https://example.cn/xxgk")),
            channels: [
                AnnouncedChannel(.inPerson, try text("到测试局办公室")), AnnouncedChannel(.signedPost, try text("寄至测试路1号")),
                AnnouncedChannel(.internet, try text("在本站填写")),
            ],
            complaints: ComplaintContact(
                try text("测试市人民政府办公室"), telephone: try #require(TelephoneNumber("000-00000003")),
                at: try text("测试路2号"), email: EmailAddress("tousu@example.cn")),
            remedies: try text("也可以向测试市人民政府申请行政复议"))
    }

    private func revise(_ content: GuideContent, on text: String) throws -> ReviseGuide {
        ReviseGuide(content, on: try day(text), by: try reference("o-lisi"))
    }

    @Test("each edition holds from its day on, and earlier ones stay as they were")
    func editions() throws {
        var sample = try Sample()
        try sample.run(revise(Self.content(), on: "2024-01-02"))
        try sample.run(revise(Self.content(hours: "工作日 9:00—12:00"), on: "2025-06-03"))
        let guide = try #require(sample.subject)
        #expect(guide.latest.content.unit.email != nil && guide.latest.content.unit.fax != nil)
        #expect(guide.editions.map(\.number) == [1, 2])
        #expect(guide.editions.map(\.since) == [try day("2024-01-02"), try day("2025-06-03")])
        #expect(guide.editions[0].content.unit.hours.text == "工作日 8:30—12:00")
        #expect(guide.latest.content.unit.hours.text == "工作日 9:00—12:00")
        try checkGolden(sample.entries, "guide-entries.jsonl")
    }

    @Test("what Article 12 and the notice on channels ask for cannot be left out, and nothing is recorded twice")
    func refusals() throws {
        var sample = try Sample()
        try sample.run(revise(Self.content(), on: "2024-01-02"))
        func codes(_ change: (inout GuideContent) -> Void, on text: String = "2025-06-03") throws -> [Finding.Code] {
            var content = try Self.content(hours: "周一 9:00—12:00")
            change(&content)
            return sample.codes(against: try revise(content, on: text))
        }
        #expect(try codes { _ in } == [])
        #expect(try sample.codes(against: revise(Self.content(), on: "2025-06-03")) == [.guideUnchanged])
        #expect(try codes { $0.ways = [] } == [.guideWays])
        #expect(
            try codes { $0.ways = Array(repeating: $0.ways[0], count: GuideContent.wayLimit + 1) } == [.guideWays])
        #expect(
            try codes {
                $0.unit.email = nil
                $0.unit.website = nil
            } == [.guideNoContact])
        #expect(try codes { $0.channels.append($0.channels[2]) } == [.guideChannelTwice])
        #expect(try codes { $0.channels.remove(at: 1) } == [.guideBasicChannel])
        #expect(try codes({ _ in }, on: "2024-01-01").count == 1)
        #expect(try codes({ _ in }, on: "2026-07-02").count == 1)
    }
}

@Suite("How an office is reached")
struct ContactTextTests {
    @Test(
        "telephone numbers, post codes and addresses exist only in their form",
        arguments: [
            ("t", "0595-12345678", true), ("t", "+86 (595) 1234567转80", true), ("t", "12345", true),
            ("t", "1234", false),
            ("t", "0595-1234567a", false), ("t", " 12345", false), ("t", "", false),
            ("t", String(repeating: "1", count: 21), false), ("p", "362700", true), ("p", "36270", false),
            ("p", "３６２７００", false), ("e", "a.b-c@example.gov.cn", true), ("e", "a@b", false), ("e", "a b@c.cn", false),
            ("e", "@example.cn", false), ("e", "a@@example.cn", false), ("e", "a@example..cn", false),
            ("e", "a@example.cn?subject=x", false), ("w", "https://www.example.gov.cn/a?b=c#d", true),
            ("w", "http://example.cn", true), ("w", "javascript:alert(1)", false), ("w", "https://example", false),
            ("w", "https://user@example.cn", false), ("w", "https://example.cn/\"><script>", false),
            ("w", "ftp://example.cn", false), ("w", "https://.cn", false),
            ("w", "https://example.cn/" + String(repeating: "a", count: 500), false),
        ])
    func form(kind: String, text: String, isRight: Bool) {
        let isThere =
            switch kind {
            case "t": TelephoneNumber(text) != nil
            case "p": PostCode(text) != nil
            case "e": EmailAddress(text) != nil
            default: WebAddress(text) != nil
            }
        #expect(isThere == isRight, "\(kind) \(text)")
    }
}
