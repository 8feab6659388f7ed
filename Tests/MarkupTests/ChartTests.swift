import Foundation
@testable import Markup
import Testing

@Suite("Charts")
struct ChartTests {
    private static let hostile = "<script>alert(1)</script>\"'&局"

    private func bars(_ lines: [BarChart.Line]) -> String {
        BarChart(id: "c1", title: "新收申请", description: "说明", lines: lines).svg.text
    }

    @Test("every bar has its name and its number, and the picture its title and description")
    func numbersInMarks() {
        let svg = bars([
            .init("测试一局", ChartValue(412, text: "412"), before: ChartValue(388, text: "388")),
            .init("测试二局", ChartValue(58, text: "58"), isTop: true),
        ])
        for text in [
            "测试一局", ">412</text>", "测试二局", ">58</text>", "<title id=\"c1-t\">新收申请</title>", "<desc id=\"c1-d\">说明",
        ] {
            #expect(svg.contains(text), "\(text)")
        }
        #expect(svg.contains("role=\"img\" aria-labelledby=\"c1-t\" aria-describedby=\"c1-d\""))
        #expect(svg.components(separatedBy: "class=\"bar\"").count == 2 && svg.contains("class=\"bar top\""))
        #expect(svg.contains("class=\"was\""))
    }

    @Test("no chart carries a style, which the pages would not be allowed")
    func noStyles() {
        #expect(!bars([.init("甲", ChartValue(1, text: "1"))]).contains("style"))
    }

    @Test("nothing of a label, a number or a title is taken for markup")
    func escaping() {
        let text = Self.hostile
        let value = ChartValue(1, text: text)
        let all =
            BarChart(id: "c", title: text, description: text, lines: [.init(text, value)]).svg.text
            + GroupedBarChart(
                id: "c", title: text, description: text,
                groups: [.init(text, sections: [.init(text, bars: [.init(text, value)])], notes: [text])]
            ).svg.text
            + LineChart(
                id: "c", title: text, description: text, steps: [text], series: [.init(text, [value])]
            ).svg.text
        #expect(!all.contains("<script") && !all.contains("\"'&局"))
        #expect(all.contains("&lt;script&gt;"))
    }

    @Test("a value without a number has its word and no mark; zero has its number and no mark")
    func gaps() {
        let svg = bars([.init("甲", ChartValue(nil, text: "空白")), .init("乙", ChartValue(0, text: "0"))])
        #expect(!svg.contains("<rect"))
        #expect(svg.contains(">空白</text>") && svg.contains(">0</text>"))
    }

    @Test(
        "nothing, numbers that are none and numbers below zero give a picture without marks",
        arguments: [
            [], [BarChart.Line("甲", ChartValue(.nan, text: "?"))],
            [BarChart.Line("甲", ChartValue(.infinity, text: "?"))],
            [BarChart.Line("甲", ChartValue(-5, text: "-5"))],
        ])
    func empty(_ lines: [BarChart.Line]) {
        let svg = bars(lines)
        #expect(!svg.contains("<rect") && svg.contains("<title") && svg.hasSuffix("</svg>\n"))
        let group = GroupedBarChart(id: "c", title: "", description: "", groups: []).svg.text
        let line = LineChart(id: "c", title: "", description: "", steps: [], series: []).svg.text
        #expect(group.contains("viewBox=\"0 0 360 1\"") && line.contains("viewBox=\"0 0 360 1\""))
    }

    @Test("the largest bar leaves room for its number, also a long one beside the longest bar")
    func room() throws {
        let svg = bars([.init("甲", ChartValue(9e12, text: "9,000,000,000,000"))])
        let width = try #require(svg.firstMatch(of: /width="(\d+)"/)?.1)
        #expect(try #require(Int(width)) < 220)
    }

    @Test("a long name goes on in a second line and is not cut off")
    func longNames() {
        let name = String(repeating: "测", count: 40) + "局"
        let svg = bars([.init(name, ChartValue(1, text: "1"))])
        let shown = svg.matches(of: /<text[^>]*>(测+局?)<\/text>/).map { String($0.1) }
        #expect(shown.count == 2 && shown.joined() == name)
    }

    @Test("a line breaks where a year has no number, and every point has one")
    func brokenLine() {
        let values = [1.0, 2, nil, 4, 5].map { size in ChartValue(size, text: size.map { "\(Int($0))" } ?? "未收录") }
        let svg = LineChart(
            id: "c", title: "", description: "", steps: (2019...2023).map(String.init), series: [.init("甲", values)]
        ).svg.text
        #expect(svg.components(separatedBy: "class=\"line\"").count == 3)
        #expect(svg.components(separatedBy: "class=\"dot\"").count == 5)
        #expect(svg.contains(">未收录</text>") && svg.contains(">2021</text>"))
    }

    @Test("more years than fit go on below, each once")
    func strips() {
        let years = (2003...2022).map(String.init)
        let svg = LineChart(
            id: "c", title: "", description: "", steps: years,
            series: [.init("甲", years.map { _ in ChartValue(1, text: "1") })]
        ).svg.text
        for year in years { #expect(svg.components(separatedBy: ">\(year)</text>").count == 2) }
    }

    @Test("words of neighbouring points never touch, and none leaves the picture", arguments: [3, 7, 20])
    func points(count: Int) throws {
        let steps = (2003..<2003 + count).map(String.init)
        let svg = LineChart(
            id: "c", title: "", description: "", steps: steps,
            series: [.init("甲", steps.map { _ in ChartValue(1, text: "1,234,567") })]
        ).svg.text
        // Each strip is read for itself: the words of one height.
        var ends: [Int: Int] = [:]
        let found = svg.matches(of: /<text x="(\d+)" y="(\d+)" text-anchor="middle">1,234,567</)
        for match in found {
            let (x, y) = (try #require(Int(match.1)), try #require(Int(match.2)))
            #expect(x - 41 >= ends[y] ?? 0 && x + 41 <= 360, "\(x)")
            ends[y] = x + 41
        }
        #expect(found.count == count)
    }

    @Test("each series is a picture of its own with a name of its own")
    func parts() {
        let svg = LineChart(
            id: "c", title: "历年", description: "", steps: ["2020"],
            series: ["甲", "乙"].map { .init($0, [ChartValue(1, text: "1")]) }
        ).svg.text
        #expect(svg.contains("<title id=\"c1-t\">甲 – 历年</title>") && svg.contains("<title id=\"c2-t\">乙 – 历年</title>"))
    }

    @Test("each bar of a group has its year and its number before colour, and a year without any is said in words")
    func years() {
        let section = GroupedBarChart.Section(
            "予以公开",
            bars: [
                .init("2019", ChartValue(4, text: "4"), isBefore: true), .init("2021", ChartValue(8, text: "8")),
            ])
        let svg = GroupedBarChart(
            id: "c", title: "历年", description: "",
            groups: [.init("甲局", sections: [section], notes: ["2020年：未收录"]), .init("乙局", sections: [], notes: ["无"])]
        ).svg.text
        for text in [">甲局<", ">予以公开<", ">2019<", ">2021<", ">4<", ">8<", ">2020年：未收录<", ">乙局<", ">无<"] {
            #expect(svg.components(separatedBy: text).count == 2, "\(text)")
        }
        #expect(svg.components(separatedBy: "class=\"was\"").count == 2)
        #expect(svg.components(separatedBy: "class=\"bar\"").count == 2)
        #expect(!svg.contains("style"))
    }

    @Test("a group too high for a sheet of paper goes on in another picture that says so, and loses no bar")
    func highGroups() throws {
        let sections = (1...9).map { number in
            GroupedBarChart.Section(
                "第\(number)项",
                bars: (2010...2019).map { .init("\($0)", ChartValue(Double($0), text: "\($0 * number)")) })
        }
        let svg = GroupedBarChart(id: "c", title: "", description: "", groups: [.init("甲局", sections: sections)]).svg
            .text
        #expect(svg.components(separatedBy: "class=\"bar\"").count == 91)
        #expect(svg.contains(">甲局（1/5）<") && svg.contains(">甲局（5/5）<") && !svg.contains("（6/"))
        for height in svg.matches(of: /viewBox="0 0 360 (\d+)"/) { #expect(try #require(Int(height.1)) <= 700) }
    }

    @Test("a long label breaks between words, a word longer than the line where it must")
    func words() {
        #expect(ChartText.lines("Days to reply, median", width: 140) == ["Days to reply,", "median"])
        #expect(ChartText.lines("测试市示例局测试", width: 60) == ["测试市示", "例局测试"])
        #expect(ChartText.lines("one abcdefghijklmnop", width: 90) == ["one", "abcdefghij", "klmnop"])
        for text in ["", " ", "a  b", "测 试 a"] { #expect(!ChartText.lines(text, width: 15).isEmpty) }
    }
}
