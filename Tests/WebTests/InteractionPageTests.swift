import HTTPCore
import TestSupport
import Testing

@testable import Web

@Suite("The page of interactions with the public")
struct InteractionPageTests {
    @Test(
        "what offices recorded is listed by form and counted by year, and leads to the item that tells of it",
        arguments: ["/interaction", "/agencies/xiangzhi/interaction", "/interaction?year=2020"])
    func list(address: String) throws {
        let page = try WebFixture.shared.get().page(address)
        for text in [
            ">在线访谈</h2>", "演示在线访谈：群众关切", ">民意征集</h2>", "href=\"/info/xiangzhi.xz-3-1\">演示民意征集：为民办实事项目",
            "负责人参加", "各年互动交流的次数", "href=\"/interaction\">互动交流</a>",
        ] { #expect(page.contains(text), "\(text)") }
        #expect(!page.contains("demo-handler"))
        #expect(PageMarkup(page).faults == [])
    }

    @Test("an office without any says so and what to do, a year without any leads to all years")
    func empty() throws {
        let fixture = try WebFixture.shared.get()
        #expect(try fixture.page("/agencies/sample-bureau/interaction").contains("还没有登记的互动交流"))
        #expect(try fixture.page("/interaction?year=1999").contains("1999年没有登记"))
        #expect(try fixture.get("/interaction?year=x").status == .badRequest)
        #expect(try fixture.get("/agencies/nobody/interaction").status == .notFound)
        #expect(try WebFixture().page("/interaction").contains("还没有登记的互动交流"))
    }

    @Test("it stands in the menu of every office, in the maps of the site and in English")
    func ways() throws {
        let fixture = try WebFixture.shared.get()
        #expect(try fixture.page("/agencies/xiangzhi/guide").contains("href=\"/agencies/xiangzhi/interaction\">互动交流"))
        #expect(try fixture.page("/agencies/xiangzhi/interaction").contains("interaction\" aria-current=\"page\">互动交流"))
        #expect(try fixture.page("/sitemap").contains("href=\"/interaction\""))
        #expect(try fixture.get("/sitemap/pages.xml").text.contains("/agencies/xiangzhi/interaction</loc>"))
        #expect(try fixture.page("/interaction?lang=en").contains("Online interview"))
    }
}
