import Foundation
import TestSupport
import Testing

/// Whole journeys through the site, each with a pointer, with the keyboard alone, without scripts, and in the view for
/// elders. Pictures of their stations stay in a folder of the build.
@Suite("Journeys", .slow, .serialized, .inBrowser)
struct JourneyTests {
    private static func journey(_ way: Visitor.Way, _ name: String, _ body: (Visitor) throws -> Void) throws {
        try LiveSite.run { site in try body(try Visitor(way, journey: name, to: site)) }
    }

    @Test(
        "a visitor finds the report of an office, reads it, and goes from a finding to its cell",
        arguments: Visitor.Way.allCases)
    func findReport(way: Visitor.Way) throws {
        try Self.journey(way, "report") { visitor in
            try visitor.follow("年报一览")
            try visitor.write("示例局", into: "机关名称或地区")
            try visitor.press("查")
            try visitor.sees("符合条件的1个机关")
            try visitor.looks()
            try visitor.follow("测试市示例局2021年年报")
            try visitor.sees("测试市示例局2021年政府信息公开工作年度报告")
            try visitor.follow("看这一格")
            #expect(try visitor.browser.becomes("document.querySelector('td:target') !== null"))
            try visitor.looks()
        }
    }

    @Test("a visitor has a report checked that nobody keeps", arguments: Visitor.Way.allCases)
    func checkReport(way: Visitor.Way) throws {
        let document = TestEnvironment.packageFolder.appending(
            path: "Resources/demo/sample-with-mistakes-2021.docx")
        try Self.journey(way, "check") { visitor in
            try visitor.follow("核对我的年报")
            try visitor.sees("怎样核对")
            try visitor.choose(document, for: "年度报告文件")
            try visitor.press("开始核对")
            try visitor.sees("核对完毕，不相符")
            try visitor.looks()
        }
    }

    @Test("a visitor searches by two words, and reads what was found", arguments: Visitor.Way.allCases)
    func search(way: Visitor.Way) throws {
        try Self.journey(way, "search") { visitor in
            try visitor.go(to: "/search")
            try visitor.write("示例局 公开", into: "标题、文号或正文里的词")
            // Titles offered while typing must not be in the way of the button.
            try visitor.press("查")
            #expect(try visitor.browser.becomes("document.querySelectorAll('.results mark').length > 1"))
            try visitor.looks()
            try visitor.follow("测试市示例局2021年")
            try visitor.sees("测试市示例局2021年政府信息公开工作年度报告")
        }
    }

    @Test(
        "a researcher compares offices, and takes what is shown and everything as data", arguments: Visitor.Way.allCases
    )
    func explore(way: Visitor.Way) throws {
        try Self.journey(way, "explore") { visitor in
            try visitor.go(to: "/explore")
            try visitor.pick("申请办理结果分类", from: "看什么")
            try visitor.tick("2021")
            try visitor.press("比较")
            #expect(try visitor.browser.becomes("location.search.includes('view=results')"))
            #expect(try visitor.browser.becomes("location.search.includes('year=2021')"))
            try visitor.looks()
            let shown = String(decoding: try visitor.download("下载这张表 CSV"), as: UTF8.self)
            #expect(shown.contains("测试市示例局") && shown.contains("2021"))
            let all = String(decoding: try visitor.download("全部年报的全部数据 CSV"), as: UTF8.self)
            #expect((2021...2023).allSatisfy { all.contains("测试市示例区人民政府,\($0),") })
        }
    }

    @Test("where scripts are switched off none runs, and a focus that cannot be seen is found")
    func visitorWorks() throws {
        let page = """
            <!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>测试</title><style>a { outline: none }</style>
            <body><a href="#b">乙</a><p id="b">未改</p><script>document.getElementById("b").textContent = "已改"</script>
            """
        let folder = TemporaryFolder()
        let file = try folder.write(page, to: "page.html")
        try LiveSite.run { site in
            for way in [Visitor.Way.withoutScript, .keyboard] {
                let visitor = try Visitor(way, journey: "self", to: site)
                try visitor.browser.open("file://\(file.path)")
                try visitor.sees(way.runsScripts ? "已改" : "未改")
            }
            let visitor = try Visitor(.keyboard, journey: "self", to: site)
            try visitor.browser.open("file://\(file.path)")
            #expect(throws: RunningProgram.Failure.self) { try visitor.follow("乙") }
        }
    }
}
