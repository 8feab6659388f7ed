import AnnualReport
import DocumentReading
import DocumentWriting
import Foundation
import HTTPCore
import Ledger
import Markup
@testable import Service
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("Comparing on the site")
struct ExploreTests {
    /// Two offices over three years; the second has a gap in 2020 and a blank in 2021.
    private func fixture(_ settings: SiteSettings = SiteSettings()) throws -> WebFixture {
        let fixture = try WebFixture(settings: settings)
        func add(_ code: String, _ name: String, _ year: Int, _ received: Int?) throws {
            var report = ConsistentReport.empty(year < 2021 ? .edition2019 : .edition2021, year: year)
            if let received {
                ConsistentReport.set(&report, "t3_applications.new_received.total", received)
                for row in ["disclosed", "results_total"] {
                    ConsistentReport.set(&report, "t3_applications.\(row).total", received)
                }
            } else {
                report[try #require(CellAddress("t3_applications.new_received.total"))] = Cell(state: .blank)
            }
            try fixture.add(report, code: code, name: name)
        }
        try add("one", "测试市甲局", 2019, 12)
        try add("one", "测试市甲局", 2020, 30)
        try add("one", "测试市甲局", 2021, 31)
        try add("two", "测试市<乙>局", 2019, 4)
        try add("two", "测试市<乙>局", 2021, nil)
        return fixture
    }

    @Test(
        "every view answers with a page whose number leads to its report",
        arguments: [
            "requests", "results", "appeals", "channels", "days", "findings", "cell",
        ])
    func views(_ view: String) throws {
        let site = try fixture()
        let page = try site.page("/explore?view=\(view)")
        #expect(page.contains("<option value=\"\(view)\" selected>"))
        #expect(PageMarkup(page).faults == [])
        if ["requests", "results", "appeals", "cell"].contains(view) {
            #expect(page.contains("href=\"/reports/one/2020\""))
            #expect(page.contains("<svg class=\"chart\""))
        }
    }

    @Test("what a report does not say is named, never shown as zero, and leaves a sum open")
    func gaps() throws {
        let page = try fixture().page("/explore?view=requests&year=2019&year=2020&year=2021")
        for text in ["未收录", "空白", "不全", ">12</a>", ">30</a>", ">16</b>"] { #expect(page.contains(text), "\(text)") }
        #expect(page.contains("测试市&lt;乙&gt;局") && !page.contains("<乙>"))
    }

    private func figure(_ page: String) throws -> String {
        try #require(page.components(separatedBy: "<figure>").last?.components(separatedBy: "</figure>").first)
    }

    @Test("the view for elders draws the same bars with larger letters", arguments: ["requests", "results"])
    func elder(_ view: String) throws {
        let site = try fixture()
        let usual = try figure(site.page("/explore?view=\(view)"))
        let elder = try figure(site.get("/explore?view=\(view)", cookies: ["view=elder"]).text)
        #expect(usual.contains("viewBox=\"0 0 360 ") && elder.contains("viewBox=\"0 0 240 "))
        #expect(
            !elder.contains("0 0 360")
                && elder.components(separatedBy: ">12</text>").count
                    == usual.components(separatedBy: ">12</text>").count
        )
    }

    @Test("a chart of several measures draws every chosen year, and says once where an office has no report of one")
    func chartYears() throws {
        let page = try fixture().page("/explore?view=results&year=2019&year=2020")
        let figure = try figure(page)
        #expect(figure.contains("<h3>申请办理结果分类，2019年至2020年</h3>"))
        #expect(figure.components(separatedBy: ">2020年：未收录</text>").count == 2)
        // Two results of one office in two years; of the other in one, in which nothing is a line instead of a bar.
        #expect(figure.components(separatedBy: ">2019</text>").count == 3 + 7)
        #expect(figure.components(separatedBy: ">2020</text>").count == 3)
        #expect(figure.components(separatedBy: ">部分公开：各年都是0</text>").count == 2)
        #expect(figure.components(separatedBy: "<svg").count == 3 && PageMarkup(page).faults == [])
        let one = try self.figure(try fixture().page("/explore?view=results&year=2020"))
        #expect(one.contains("<h3>申请办理结果分类，2020年</h3>") && one.components(separatedBy: ">未收录</text>").count == 2)
        let apart = try self.figure(try fixture().page("/explore?view=requests&year=2019&year=2021"))
        #expect(apart.contains("2019年、2021年</h3>") && apart.contains(">12</text>") && apart.contains(">31</text>"))
    }

    @Test(
        "more bars than the limit leave out early years, then offices, and the chart says which",
        arguments: [
            (28, "只画了2020年至2021年；其余年度见数据表", 3), (14, "只画了2021年；其余年度见数据表", 3),
            (7, "只画了前1个机关的2021年；其余见数据表", 2), (1, "只画了前1个机关的2021年", 2), (42, nil, 3),
        ] as [(Int, String?, Int)])
    func chartLimit(_ most: Int, _ sentence: String?, _ pictures: Int) throws {
        var settings = SiteSettings()
        settings.exploreBars = most
        let page = try fixture(settings).page("/explore?view=results&year=2019&year=2020&year=2021")
        let figure = try figure(page)
        #expect(figure.components(separatedBy: "<svg").count == pictures)
        if let sentence { #expect(figure.contains(sentence) && figure.contains("图上最多画\(most)条")) }
        #expect(figure.contains("图上最多画") == (sentence != nil))
        // The table has them all.
        for year in [2019, 2020, 2021] { #expect(page.contains("测试市甲局 \(year)</th>")) }
    }

    @Test("the count of applications is no bar among days, and stands in the table")
    func chartUnits() throws {
        let measures = [("days.median", "天"), ("days.longest", "天"), ("days.counted", "件")].map {
            ComparedMeasure($0.0, $0.0, english: $0.0, unit: $0.1, cells: [])
        }
        let year = try #require(ReportYear(2021))
        let site = try fixture()
        let office = try #require(try ListReports(ledger: site.ledger).run().offices.first)
        let seven = ComparedValue.number(try #require(FormNumber(7)))
        let comparison = Comparison(
            measures: measures, years: [year],
            lines: [.init(office: office, values: [[seven, seven, .number(try #require(FormNumber(70)))]])],
            isFromRecords: true)
        let t = Wording(isEnglish: false)
        let chart = ComparisonCharts(comparison: comparison, title: "答复用时", t: t).html.text
        #expect(!chart.contains("counted") && !chart.contains(">70<") && chart.contains("days.longest"))
        #expect(ComparisonTable(comparison: comparison, title: "答复用时", t: t).html.text.contains(">70<"))
    }

    @Test("a notable change says its rule and leads to both reports; a small one is none")
    func notable() throws {
        let page = try fixture().page("/explore?view=requests&year=2019&year=2020&year=2021")
        let section = try #require(page.components(separatedBy: "id=\"h-notable\"").last)
        #expect(section.contains("至少翻一番或者减少一半，并且相差10以上"))
        #expect(section.contains("href=\"/reports/one/2019\"") && section.contains("href=\"/reports/one/2020\""))
        #expect(!section.contains("href=\"/reports/one/2021\""))
        var settings = SiteSettings()
        settings.notableDifference = 100
        #expect(try fixture(settings).page("/explore?view=requests").contains("没有这样的变化"))
    }

    @Test("a cell that only one form has says so, and 其他处理 says that three rows are added up")
    func forms() throws {
        let site = try fixture()
        let inForce = try site.page("/explore?cell=t2_art20_1.regulations.in_force&year=2020&year=2021")
        #expect(inForce.contains("格式无此格") && inForce.contains("2019年格式（国办公开办函〔2019〕60号）没有意思相同的格"))
        #expect(try site.page("/explore?cell=t3_applications.other.total").contains("这里用三行之和"))
        #expect(try site.page("/explore?view=cell&row=t3_applications.denied&column=natural_person").contains("自然人"))
    }

    @Test(
        "a wrong choice is refused with the form filled, the field named and nothing of it taken for markup",
        arguments: [
            ("view=%3Cscript%3E", "unknown_view"),
            ("view=cell&row=t4_review_litigation.cases&column=total", "unknown_cell"),
            ("cell=%3Cb%3E", "unknown_cell"), ("cell=a.b.c", "unknown_cell"),
            ("view=cell&row=%3Cb%22&column=x", "unknown_cell"), ("office=nobody", "unknown_office"),
            ("office=%22%3E%3Cscript%3E", "unknown_office"), ("year=0", "unknown_year"), ("year=20x1", "unknown_year"),
            ("year=99999999999999999999", "unknown_year"),
        ])
    func refused(_ query: String, _ code: String) throws {
        let response = try fixture().get("/explore?\(query)")
        #expect(response.status == .badRequest)
        #expect(!response.text.contains(code) && response.text.contains("role=\"alert\""))
        #expect(response.text.contains("<title>错误："))
        #expect(!response.text.contains("<script") && PageMarkup(response.text).faults == [])
        #expect(response.headers["ETag"] == nil)
        #expect(try fixture().get("/explore.json?\(query)").status == .badRequest)
    }

    @Test("more offices or years than the limits are refused by number, as many as the limits are not")
    func limits() throws {
        var settings = SiteSettings()
        settings.exploreOffices = 1
        settings.exploreYears = 2
        let site = try fixture(settings)
        #expect(try site.get("/explore?office=one&office=two").text.contains("一次最多比较1个机关，现在选了2个"))
        #expect(try site.get("/explore?year=2019&year=2020&year=2021").text.contains("一次最多比较2个年度，现在选了3个"))
        #expect(try site.get("/explore?office=one&year=2019&year=2020&office=ONE").status == .ok)
        #expect(try site.page("/explore").contains("最多1个，现在比较1个"))
    }

    @Test("the form offers offices by name, and keeps those chosen")
    func finding() throws {
        let page = try fixture().page("/explore?office=one&find=%E4%B9%99")
        #expect(page.contains("value=\"one\" checked") && page.contains("value=\"two\">"))
        let none = try fixture().page("/explore?office=one&find=zzz%22%3E")
        #expect(
            none.contains("value=\"one\" checked") && !none.contains("value=\"two\"") && none.contains("zzz&quot;&gt;"))
    }

    @Test("what is seen can be taken as CSV, JSON and workbook with one value a row and its state")
    func seen() throws {
        let site = try fixture()
        let csv = try site.get("/explore.csv?view=requests&office=two&year=2019&year=2020&year=2021")
        #expect(csv.status == .ok && csv.body.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(csv.headers["Content-Disposition"]?.hasPrefix("attachment") == true)
        let lines = csv.text.split(separator: "\r\n").map(String.init)
        #expect(lines.count == 4)
        #expect(lines[1] == "two,测试市<乙>局,2019,t3_applications.new_received.total,本年新收申请,4,number,件")
        #expect(lines[2].hasSuffix(",,no_report,件") && lines[3].hasSuffix(",,blank,件"))
        let json = try site.get("/explore.json?view=requests&office=two&year=2021")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.body)) as? [String: Any])
        let row = try #require((object["rows"] as? [[String: Any]])?.first)
        #expect(row["value"] is NSNull && row["state"] as? String == "blank" && row["year"] as? Int == 2021)
        let workbook = try site.get("/explore.xlsx?view=requests")
        let document = try DocumentReader.read(name: "a.xlsx", bytes: workbook.body)
        #expect(document.tables.count == 1)
        for view in ["results", "appeals", "channels", "days", "findings"] {
            for kind in ["csv", "json", "xlsx"] { #expect(try site.get("/explore.\(kind)?view=\(view)").status == .ok) }
        }
    }

    @Test("everything can be taken: a row a report, a column a cell of either form, blank told from zero")
    func everything() throws {
        let site = try fixture()
        let csv = try site.get("/explore/all.csv")
        let lines = csv.text.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(lines.count == 6 && lines.allSatisfy { $0.count == lines[0].count })
        let column = try #require(lines[0].firstIndex { $0 == "t3_applications.new_received.total" })
        #expect(Set(lines.dropFirst().map { String($0[column]) }) == ["12", "30", "31", "4", "blank"])
        #expect(
            Set(lines[0]).count == lines[0].count
                && lines[0].contains("t2_art20_9.centralized_procurement.procurement_items"))
        #expect(try site.get("/explore/all.csv?year=2019").text.split(separator: "\r\n").count == 3)
        #expect(try site.get("/explore/all.csv?year=x").status == .badRequest)
        #expect(try site.get("/explore/all.xlsx").status == .ok && site.get("/explore/all.json").status == .ok)
    }

    @Test("in the download of everything a cell without a number has its state, and amounts are those printed")
    func states() throws {
        let amount = try #require(CellAddress("t2_art20_9.centralized_procurement.procurement_amount"))
        let rows: [(CellState?, String, String)] = [
            (nil, "元", "251000"), (nil, "万元", "25.1"), (nil, "", "7"), (.blank, "", "blank"),
            (.notApplicable, "", "not_applicable"), (.unreadable, "", "unreadable"), (.absent, "", "absent"),
        ]
        for (state, unit, expected) in rows {
            let site = try WebFixture()
            var report = ConsistentReport.empty(.edition2019, year: 2020)
            report[amount] =
                try state.map { Cell(state: $0) }
                ?? .number(try #require(FormNumber(expected)), unit: unit.isEmpty ? nil : unit)
            try site.add(report, code: "one")
            let object = try JSONSerialization.jsonObject(with: Data(try site.get("/explore/all.json").body))
            let row = try #require(((object as? [String: Any])?["rows"] as? [[String: Any]])?.first)
            #expect(row[amount.description].map { "\($0)" } == expected, "\(expected)")
            #expect(row[amount.description] is String == (state != nil), "\(expected)")
            // A cell of the other form alone.
            #expect(row["t2_art20_1.regulations.in_force"] is NSNull)
        }
    }

    @Test("a download is made some rows at a time, and gives its place back when it ends or its client leaves")
    func streamed() throws {
        var settings = SiteSettings()
        settings.exportsAtOnce = 1
        let site = try fixture(settings)
        func ask(_ kind: String, holding tag: String? = nil) throws -> Response {
            let headers = Headers(tag.map { [("If-None-Match", $0)] } ?? [])
            return site.site.respond(
                to: try Request(method: .get, target: "/explore/all.\(kind)", headers: headers, id: "t"))
        }
        for kind in ["csv", "json", "xlsx"] {
            do {
                let held = try ask(kind)
                #expect(held.status == .ok && held.body.isEmpty && held.stream != nil)
                #expect(try ask(kind).status == .unavailable, "\(kind): one at a time")
                #expect(held.stream?.next() != .end, "\(kind)")
            }
            let whole = try ask(kind)
            let tag = try #require(whole.headers["ETag"])
            #expect(whole.collected().body.count > 1_000, "\(kind)")
            #expect(try ask(kind, holding: tag).status == .notModified, "\(kind)")
        }
        let json =
            try JSONSerialization.jsonObject(with: Data(try site.get("/explore/all.json").body)) as? [String: Any]
        #expect((json?["rows"] as? [[String: Any]])?.count == 5)
        let rows = try DocumentReader.read(name: "a.xlsx", bytes: site.get("/explore/all.xlsx").body)
        #expect(rows.tables.first?.rowCount == 6)
    }

    @Test("a workbook that would be too large is refused with what to do, and gives its place back")
    func tooWide() {
        let ended = Mutex(0)
        let columns = (0..<16_385).map { DataTable.Column("c\($0)", "c", "c") }
        let table = DataTable(title: "测试", columns: columns, rows: [], licence: .standard, t: Wording(isEnglish: false))
        let refused = table.response(.xlsx, ended: { ended.withLock { $0 += 1 } })
        #expect(refused.status == .contentTooLarge && refused.text.contains("请减少列数"))
        #expect(ended.withLock { $0 } == 1)
    }

    @Test("a list of many parts is the same as one that is written at once, also with none at all")
    func parts() throws {
        for count in [0, 1, DataTable.part, DataTable.part * 2 + 1] {
            let rows = (0..<count).map { [CellValue.whole($0), .text("=甲\($0)"), .blank] }
            let columns = ["a", "b", "c"].map { DataTable.Column($0, $0, $0) }
            let table = DataTable(
                title: "测试", columns: columns, rows: rows, licence: .standard, t: Wording(isEnglish: false))
            let csv = table.response(.csv).collected().body
            #expect(csv == SeparatedText.bytes(of: [columns.map { CellValue.text($0.label.chinese) }] + rows))
            let json = table.response(.json).collected().body
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
            #expect((object["rows"] as? [[String: Any]])?.count == count && object["title"] as? String == "测试")
            let xlsx = table.response(.xlsx).collected().body
            #expect(table.response(.xlsx).collected().body == xlsx, "the same list is the same file")
        }
    }

    @Test("everything is refused where it is more than the limit, and where one address asks too often")
    func exportLimits() throws {
        var settings = SiteSettings()
        settings.exportReports = 3
        settings.exportsPerMinute = 3
        let site = try fixture(settings)
        #expect(try site.get("/explore/all.csv").status == .contentTooLarge)
        #expect(try site.get("/explore/all.csv").text.contains("年报超过3份"))
        #expect(try site.get("/explore/all.csv?year=2019").status == .ok)
        let refused = try site.get("/explore/all.csv?year=2019")
        #expect(refused.status == .tooManyRequests && refused.headers["Retry-After"] == "60")
    }

    @Test("figures are kept in memory by version up to the limit, and a new version is seen at once")
    func shelf() throws {
        let site = try fixture()
        let shelf = FigureShelf(ledger: site.ledger, limit: 2)
        let standings = try site.ledger.reports.standings()
        #expect(try shelf.figures(of: standings).compactMap { $0 }.count == 5)
        #expect(shelf.count == 2)
        #expect(try site.page("/explore?view=requests&office=two&year=2019").contains(">4</a>"))
        var report = ConsistentReport.empty(.edition2019, year: 2019)
        ConsistentReport.set(&report, "t3_applications.new_received.total", 77)
        try site.add(report, code: "two", bytes: Array("新版".utf8))
        #expect(try site.page("/explore?view=requests&office=two&year=2019").contains(">77</a>"))
    }

    @Test("a site without reports says so in place of a comparison")
    func empty() throws {
        for view in ["requests", "results", "channels", "days", "findings", "cell"] {
            let page = try WebFixture().page("/explore?view=\(view)")
            #expect(page.contains("class=\"nil") && !page.contains("<svg"))
        }
    }

    @Test(
        "items by channel and days to answer come from the records of the demonstration, and say where there are none")
    func records() throws {
        let site = try fixture()
        #expect(try site.page("/explore?view=days").contains("无台账"))
        #expect(try site.page("/explore?view=channels").contains("没有按渠道登记的公开记录"))
    }

    @Test(
        "a year that there are no reports of is told from what is no year",
        arguments: [("1999", "没有1999年的年报"), ("2999", "没有2999年的年报"), ("x", "四位数字"), ("20190", "四位数字")])
    func yearOfAll(year: String, words: String) throws {
        let response = try fixture().get("/explore/all.csv?year=\(year)")
        #expect(response.status == .badRequest && response.text.contains(words))
    }

    @Test("the list of reports and each report can be taken as tables, with the filter of the page")
    func reportTables() throws {
        let site = try fixture()
        let list = try site.get("/reports.csv?year=2021")
        #expect(list.text.split(separator: "\r\n").count == 3 && list.text.contains("one,测试市甲局,,2021,2021,"))
        #expect(try site.get("/reports.json?q=none").text.contains("\"rows\":[]"))
        #expect(try site.page("/reports?year=2021").contains("href=\"/reports.xlsx?year=2021\""))
        let cells = try site.get("/reports/two/2021.csv").text.split(separator: "\r\n")
        #expect(cells.count == 201)
        #expect(cells.contains { $0.hasPrefix("t3_applications.new_received.total,") && $0.contains(",,blank,,") })
        let workbook = try DocumentReader.read(name: "a.xlsx", bytes: try site.get("/reports/one/2020.xlsx").body)
        #expect(workbook.tables.count >= 5)
        for target in ["/reports/one/1999.csv", "/reports/one/2018.xlsx", "/reports/nobody/2021.csv"] {
            #expect(try site.get(target).status == .notFound)
        }
    }
}
