import AnnualReport
import CivilTime
import Foundation
import HTTPCore
import Ledger
import Service
import TestSupport
import Testing

@testable import Web

@Suite("Statutory columns, feeds and the site map")
struct ColumnTests {
    private func page(_ target: String) throws -> String { try WebFixture.shared.get().page(target) }

    @Test("the first page leads to the four columns in their order, and lists what was published last")
    func home() throws {
        let text = try page("/")
        let places = ["/guide\"", "/rules\"", "/published\"", "/reports\""].compactMap {
            text.range(of: "class=\"big\" href=\"\($0)")
        }
        #expect(places.count == 4 && places.map(\.lowerBound) == places.map(\.lowerBound).sorted())
        #expect(text.contains("href=\"/info/"))
        #expect(text.contains("type=\"application/atom+xml\""))
    }

    @Test("every page of an office has the menu of its columns, and marks the one it is")
    func menu() throws {
        for column in OfficeColumn.allCases {
            let text = try page("/agencies/xiangzhi/\(column.rawValue)")
            #expect(text.contains("<a href=\"/agencies/xiangzhi/\(column.rawValue)\" aria-current=\"page\">"))
            for other in OfficeColumn.allCases {
                #expect(text.contains("href=\"/agencies/xiangzhi/\(other.rawValue)\""))
            }
            #expect(try WebFixture.shared.get().get("/agencies/nobody/\(column.rawValue)").status == .notFound)
        }
    }

    @Test(
        "the short address of a catalogue leads for good to the catalogue of the office, and nowhere else",
        arguments: [
            ("/catalogue/xiangzhi", "/agencies/xiangzhi/catalogue", Status.ok),
            ("/catalogue/nobody", "/agencies/nobody/catalogue", .notFound),
            ("/catalogue/%E5%B1%80%3Fx", "/agencies/%E5%B1%80%3Fx/catalogue", .notFound),
        ])
    func shortCatalogue(_ short: String, _ long: String, _ status: Status) throws {
        let site = try WebFixture.shared.get()
        let response = try site.get(short)
        #expect(response.status == .permanentRedirect && response.headers["Location"] == long)
        #expect(try site.get(long).status == status)
    }

    @Test(
        "short addresses lead for good to the page that is meant, codes in other letters to the address of the page",
        arguments: [
            ("/agencies", "/#h-org"), ("/info", "/published"), ("/requests", "/requests/new"),
            ("/reports/xiangzhi", "/agencies/xiangzhi/reports"), ("/reports/nobody", "/agencies/nobody/reports"),
            ("/agencies/XiangZhi", "/agencies/xiangzhi"), ("/reports/XIANGZHI/2020", "/reports/xiangzhi/2020"),
            ("/agencies/XIANGZHI/published/art20_12?lang=en", "/agencies/xiangzhi/published/art20_12?lang=en"),
            ("/agencies/XIANGZHI/catalogue/4.1", "/agencies/xiangzhi/catalogue/4.1"),
        ])
    func shortAddresses(_ short: String, _ long: String) throws {
        let site = try WebFixture.shared.get()
        for _ in 1...2 {
            let response = try site.get(short)
            #expect(response.status == .permanentRedirect && response.headers["Location"] == long)
        }
    }

    @Test("a category lists its items only; an empty one says that it is, and what to do")
    func categories() throws {
        let emergencies = try page("/agencies/xiangzhi/published/art20_12")
        #expect(emergencies.contains("xiangzhi.xz-6-1") && !emergencies.contains("xiangzhi.xz-1-1"))
        let all = try page("/agencies/xiangzhi/published")
        #expect(all.contains("还没有公开，可以依法申请") && all.contains("<strong>9</strong>"))
        #expect(try page("/agencies/xiangzhi/published/art20_6").contains("这里还没有公开的信息"))
        #expect(try WebFixture.shared.get().get("/agencies/xiangzhi/published/art20_99").status == .notFound)
    }

    @Test(
        "an office has the category of Article 21 that is for its level, and any other that holds something",
        arguments: [
            ("测试市人民政府", nil, "市政建设、公共服务、征收、治安、社会救助"), ("测试镇人民政府", nil, "农业农村政策、农田水利、土地和宅基地、社会救助"),
            ("测试街道办事处", nil, "农业农村政策、农田水利、土地和宅基地、社会救助"), ("北京市人民政府", nil, nil), ("测试局", nil, nil),
            ("测试局", "county", "市政建设、公共服务、征收、治安、社会救助"), ("测试中心", "township", "农业农村政策、农田水利、土地和宅基地、社会救助"),
            ("测试市人民政府", "provincial", nil),
        ] as [(String, String?, String?)])
    func furtherCategory(_ name: String, _ level: String?, _ wanted: String?) throws {
        let fixture = try WebFixture()
        let acts = PerformActs(ledger: fixture.ledger, calendar: try OfficialCalendar.load(), vault: nil)
        let level = level.map { ",\"level\":\"\($0)\"" } ?? ""
        let outcome = try LoadActs(acts).run(
            Array(#"{"act":"office.found","subject":"one","name":"\#(name)"\#(level)}"#.utf8),
            by: .init(agency: "one", actor: "o-1", role: "system_administrator"), at: WebFixture.now)
        guard case .recorded = outcome else {
            Issue.record("\(outcome)")
            return
        }
        for address in ["/agencies/one", "/agencies/one/published"] {
            let page = try fixture.page(address)
            for name in ["市政建设、公共服务、征收、治安、社会救助", "农业农村政策、农田水利、土地和宅基地、社会救助"] {
                #expect(page.contains("<span>\(name)<small>") == (name == wanted), "\(address) \(name)")
            }
        }
        #expect(try fixture.page("/published").contains("农业农村政策、农田水利、土地和宅基地、社会救助"))
    }

    @Test(
        "what is published begins with its categories, and further pages with their items",
        arguments: ["/published", "/agencies/xiangzhi/published"])
    func order(address: String) throws {
        func headings(_ text: String) -> [String] {
            PageMarkup(text).all("h2").compactMap { $0["id"] }.filter { ["h-cat", "h-list"].contains($0) }
        }
        let first = try page(address)
        #expect(headings(first) == ["h-cat", "h-list"] && first.contains("href=\"#h-list\""))
        #expect(PageMarkup(first).faults == [])
        let next = try #require(PageMarkup(first).all("a").compactMap { $0["href"] }.first { $0.contains("after=") })
        #expect(headings(try page(next)) == ["h-list", "h-cat"])
    }

    @Test("the way on leads through all items of the site, each once")
    func paging() throws {
        var (target, seen): (String?, [String]) = ("/published", [])
        while let address = target {
            let text = try page(address)
            seen += text.components(separatedBy: "class=\"ttl\" lang=\"zh-CN\" href=\"/info/").dropFirst()
                .map { String($0.prefix { $0 != "\"" }) }
            target = text.components(separatedBy: "href=\"/published?after=").dropFirst().first
                .map { "/published?after=" + $0.prefix { $0 != "\"" } }
        }
        #expect(seen.count == 41 && Set(seen).count == seen.count)
    }

    @Test(
        "feeds name their items with whole addresses, the latest first",
        arguments: [
            ("/feed.xml", 41), ("/published/art20_7/feed.xml", 5), ("/agencies/xiangzhi/feed.xml", 24),
            ("/agencies/xiangzhi/published/art20_12/feed.xml", 9),
        ])
    func feeds(target: String, count: Int) throws {
        let fixture = try WebFixture.shared.get()
        let response = try fixture.get(target, headers: [("Host", "example.cn:8080")])
        #expect(response.headers["Content-Type"] == "application/atom+xml; charset=utf-8")
        #expect(response.headers["Last-Modified"] != nil)
        #expect(response.text.components(separatedBy: "<entry>").count - 1 == count)
        #expect(
            response.text.contains(
                "<link rel=\"self\" type=\"application/atom+xml\" href=\"http://example.cn:8080\(target)\"/>"))
        let tag = try #require(response.headers["ETag"])
        #expect(
            try fixture.get(target, headers: [("Host", "example.cn:8080"), ("If-None-Match", tag)]).status
                == .notModified)
        for wrong in ["/agencies/nobody/feed.xml", "/published/x/feed.xml"] {
            #expect(try fixture.get(wrong).status == .notFound)
        }
    }

    @Test("a host that is none does not get into addresses", arguments: ["a b", "a\"b", "a/b", "<x>", ""])
    func hosts(host: String) throws {
        let response = try WebFixture.shared.get().get("/feed.xml", headers: [("Host", host)])
        #expect(response.text.contains("href=\"/feed.xml\"/>"))
    }

    private static func ids(_ text: String) -> [String] {
        text.components(separatedBy: "<id>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }

    @Test("names of feeds and entries do not follow the address that is asked, and are the same in every feed")
    func feedNames() throws {
        let fixture = try WebFixture.shared.get()
        func ids(_ path: String, _ host: String) throws -> [String] {
            Self.ids(try fixture.get(path, headers: [("Host", host)]).text)
        }
        let all = try ids("/feed.xml", "a.example.cn")
        #expect(try ids("/feed.xml", "b.example.cn:81") == all && Set(all).count == 42)
        #expect(
            all.allSatisfy {
                $0.wholeMatch(of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
            })
        let office = try ids("/agencies/xiangzhi/feed.xml", "a.example.cn")
        #expect(Set(office.dropFirst()).isSubset(of: all.dropFirst()) && !all.contains(office[0]))
        #expect(try ids("/agencies/XIANGZHI/feed.xml", "a.example.cn") == office)
        #expect(try ids("/published/art20_7/feed.xml", "a.example.cn")[0] != all[0])
        // Another ledger with the same office and items has other names.
        let other = try WebFixture.working(SiteSettings())
        #expect(Set(Self.ids(try other.get("/agencies/xiangzhi/feed.xml").text)).isDisjoint(with: office))
    }

    private static func places(_ response: Response) -> [String] {
        response.text.components(separatedBy: "<loc>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }

    @Test("the site map names parts, and the parts every page and item")
    func siteMap() throws {
        let fixture = try WebFixture.shared.get()
        let index = try fixture.get("/sitemap.xml", headers: [("Host", "example.cn")])
        let parts = Self.places(index)
        #expect(parts.contains("http://example.cn/sitemap/pages.xml"))
        var items = 0
        for part in parts {
            let response = try fixture.get(
                part.replacing("http://example.cn", with: ""), headers: [("Host", "example.cn")])
            #expect(response.status == .ok)
            let places = Self.places(response)
            items += places.count { $0.contains("/info/") }
            for place in places.prefix(50) {
                #expect(try fixture.get(place.replacing("http://example.cn", with: "")).status == .ok, "\(place)")
            }
        }
        #expect(items == 41)
        for wrong in ["/sitemap/xiangzhi-1999.xml", "/sitemap/nobody-2020.xml", "/sitemap/x.xml", "/sitemap/-2020.xml"]
        {
            #expect(try fixture.get(wrong).status == .notFound, "\(wrong)")
        }
    }

    @Test("who runs the site stands in the foot and the tags where it is given, and nothing where it is not")
    func identity() throws {
        var settings = SiteSettings()
        #expect(try !WebFixture(settings: settings).page("/").contains("网站标识码"))
        settings.identity.origin = "https://www.example.gov.cn"
        settings.identity.code = "0000000001"
        settings.identity.filing = "某ICP备00000001号"
        settings.identity.organiser = "测试市<办>"
        let text = try WebFixture(settings: settings).page("/")
        for part in [
            "<meta name=\"SiteDomain\" content=\"www.example.gov.cn\">",
            "<meta name=\"SiteIDCode\" content=\"0000000001\">",
            "<meta name=\"SiteName\" content=\"政府信息公开\">", "网站标识码：<span lang=\"zh-CN\">0000000001", "某ICP备00000001号",
            "测试市&lt;办&gt;", "rel=\"canonical\" href=\"https://www.example.gov.cn/\"",
        ] { #expect(text.contains(part), "\(part)") }
        for wrong in ["ftp://a", "https://", "https://a/b", "https://a b", "a.cn"] {
            #expect(!SiteIdentity.isOrigin(wrong))
        }
        #expect(SiteIdentity.isOrigin("http://127.0.0.1:8080"))
    }

    @Test("a guide shows what Article 12 asks for, says since when, and keeps earlier editions by their day")
    func guide() throws {
        let now = try page("/agencies/shishi-bigdata/guide")
        for text in [
            "信息的分类", "编排体系", "办公地址", "邮政编码", "办公时间", "联系电话", "传真号码", "电子邮箱", "当面提交", "邮政寄送", "历次版本",
            "<time datetime=\"2020-04-02\">", "mailto:yanshi1@example.cn",
            "href=\"/agencies/shishi-bigdata/guide/2019-05-15\"",
        ] { #expect(now.contains(text), "\(text)") }
        #expect(!now.contains("这是以前的版本"))
        let before = try page("/agencies/shishi-bigdata/guide/2020-04-01")
        #expect(before.contains("这是以前的版本") && before.contains("没有设置") && before.contains("noindex"))
        #expect(try page("/agencies/shishi-bigdata/guide/2019-05-14").contains("这一天还没有起用的指南"))
        #expect(try page("/agencies/forms/guide").contains("本机关的公开指南还没有登记"))
        #expect(try WebFixture.shared.get().get("/agencies/shishi-bigdata/guide/today").status == .notFound)
    }

    @Test("a standard catalogue lists every matter, also those without items, and each leads to what is on line of it")
    func catalogue() throws {
        let all = try page("/agencies/xiangzhi/catalogue")
        #expect(all.contains("财政预决算") && all.contains("还没有信息") && all.contains("1项还没有信息"))
        let matter = try page("/agencies/xiangzhi/catalogue/4.1")
        #expect(matter.contains("xiangzhi.xz-6-1") && !matter.contains("xiangzhi.xz-1-1") && matter.contains("共9条"))
        #expect(try page("/agencies/xiangzhi/catalogue/1.1").contains("这个事项还没有公开的信息"))
        let way = "<a href=\"/agencies/xiangzhi/catalogue/4.1\">应急预案和预警信息</a>"
        #expect(try page("/info/xiangzhi.xz-6-1").contains(way))
        #expect(try !page("/info/xiangzhi.xz-1-1").contains("公开事项"))
        #expect(try page("/agencies/forms/catalogue").contains("本机关的公开标准目录还没有登记"))
        #expect(try page("/agencies/xiangzhi/published").contains("href=\"/agencies/xiangzhi/catalogue\""))
        #expect(try WebFixture.shared.get().get("/agencies/xiangzhi/catalogue/99").status == .notFound)
    }

    @Test("a category that was confirmed to be empty says why and since when")
    func confirmed() throws {
        for address in ["/agencies/xiangzhi", "/agencies/xiangzhi/published", "/agencies/xiangzhi/published/art20_14"] {
            let text = try page(address)
            #expect(text.contains("本机关不组织公务员招考") && text.contains("2020-12-30"), "\(address)")
        }
    }

    @Test("the offices of the first page are narrowed by a part of the name, without script")
    func offices() throws {
        let found = try page("/?office=%E6%B3%89%E5%B7%9E")
        #expect(
            found.contains("href=\"/agencies/quanzhou-digital\"")
                && !found.contains("href=\"/agencies/yantai-bigdata\""))
        #expect(try page("/?office=%E6%B2%A1%E6%9C%89").contains("没有符合条件的机关"))
        #expect(try page("/").contains("data-suggest=\"/search/suggest\""))
    }

    @Test("while reports are due the first page says who is awaited and until when, and not after March")
    func season() throws {
        for (text, isDue) in [("2026-01-14", true), ("2026-03-31", true), ("2026-04-01", false)] {
            var settings = SiteSettings()
            let day = try #require(Day(text))
            settings.today = { day }
            let fixture = try WebFixture(settings: settings)
            try fixture.add(ConsistentReport.empty(.edition2021, year: 2025), code: "forms")
            let home = try fixture.page("/")
            #expect(home.contains("2025年度报告") == isDue, "\(text)")
            #expect(home.contains("各年度核对情况"))
            EnglishCheck.expect(try fixture.page("/", cookies: ["lang=en"]), text)
        }
    }
}
