import Foundation
import HTTPCore
import TestSupport
import Testing

@testable import Web

/// The narrower search that is offered where a word is the name of a category, a kind or a column.
@Suite("Narrower searches that are offered")
struct SearchOfferTests {
    private func page(_ typed: String, _ more: [(String, String)] = [], english: Bool = false) throws -> String {
        try WebFixture.shared.get().page(
            "/search?" + FormFields([("q", typed)] + more).encoded, cookies: english ? ["lang=en"] : [])
    }

    /// The way that is offered: its address and its words; nil where none is.
    private func offer(_ page: String) throws -> (path: String, text: String)? {
        guard let begin = page.range(of: "也是") ?? page.range(of: "is also") else { return nil }
        let rest = page[begin.upperBound...]
        let link = try #require(rest.range(of: "<a href=\""))
        let path = rest[link.upperBound...].prefix { $0 != "\"" }.replacing("&amp;", with: "&")
        let text = rest[link.upperBound...].drop { $0 != ">" }.dropFirst()
        return (String(path), text.components(separatedBy: "</a>")[0])
    }

    @Test(
        "a word that names a whole column leads to it",
        arguments: [
            ("预算", "/published/art20_7"), ("公开指南", "/guide"), ("年度报告", "/reports"),
            ("测试市示例区人民政府 预算", "/agencies/sample-district/published/art20_7"),
            ("测试市示例区人民政府 年度报告", "/agencies/sample-district/reports"),
        ])
    func columns(typed: String, path: String) throws {
        for isEnglish in [false, true] {
            let page = try page(typed, english: isEnglish)
            let offered = try offer(page)
            #expect(offered?.path == path, "\(typed): \(offered?.path ?? "-")")
            #expect(try WebFixture.shared.get().get(path).status == .ok)
            #expect(PageMarkup(page).faults == [])
            if isEnglish { EnglishCheck.expect(page, typed) }
        }
    }

    @Test("with other words beside it the search in that category is offered, with how much it finds")
    func narrower() throws {
        for isEnglish in [false, true] {
            let page = try page("部门 预算", english: isEnglish)
            let offered = try #require(try offer(page))
            #expect(offered.path == "/search?" + FormFields([("q", "部门"), ("category", "art20_7")]).encoded)
            let then = try WebFixture.shared.get().page(offered.path)
            #expect(then.contains("<option value=\"art20_7\" selected>") && then.contains("<mark>部门</mark>"))
            let count = try #require(then.firstMatch(of: /共(\d+)条/)?.output.1)
            #expect(offered.text.contains(isEnglish ? "(\(count))" : "（\(count)条）"), "\(offered.text)")
            if isEnglish { EnglishCheck.expect(page, "部门 预算") }
        }
    }

    @Test("nothing is offered for words in quotation marks, for very words, or where it is chosen already")
    func none() throws {
        #expect(try offer(page("部门 “预算”")) == nil)
        #expect(try offer(page("部门 预算", [("literal", "1")])) == nil)
        #expect(try offer(page("部门 预算", [("category", "art20_7")])) == nil)
        #expect(try offer(page("部门 会议")) == nil)
    }
}
