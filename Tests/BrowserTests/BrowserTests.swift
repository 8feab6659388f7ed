import Foundation
import TestSupport
import Testing

@Suite("In a real browser", .slow, .serialized, .inBrowser)
struct BrowserTests {
    @Test("the first key leads to the way past the head, and the focus can be seen")
    func keyboard() throws {
        try LiveSite.run { live in
            let (browser, site) = (try Browser(), live.origin)
            try browser.open(site + "/reports/sample-bureau/2021")
            try browser.resize(width: 1280)
            try browser.press("\u{E004}")
            let first = try browser.run(
                """
                const e = document.activeElement, s = getComputedStyle(e);
                return [e.className, e.getBoundingClientRect().left >= 0, s.outlineStyle + " " + s.outlineWidth];
                """)
            let parts = try #require(first as? [Any])
            #expect(parts[0] as? String == "skip" && parts[1] as? Bool == true && parts[2] as? String == "solid 3px")
        }
    }

    @Test("a visitor finds a report with mistakes, goes from a finding to its cell, and has a report checked")
    func journey() throws {
        try LiveSite.run { live in
            let (browser, site) = (try Browser(), live.origin)
            let inspector = try PageInspector(browser)
            try browser.resize(width: 1280)
            try browser.open(site + "/")
            try browser.type("示例局", into: "#q")
            try browser.click(".seek button")
            #expect(try browser.becomes("document.querySelectorAll('tbody tr').length === 1"))
            try browser.click("tbody td a")
            #expect(
                try browser.becomes("document.querySelector('h1').textContent === '测试市示例局2021年政府信息公开工作年度报告'"))
            try browser.click("#f1 .go a")
            #expect(try browser.becomes("document.querySelector(':target').className === 'hit'"))
            let document = TestEnvironment.packageFolder.appending(
                path: "Resources/demo/sample-with-mistakes-2021.docx")
            try browser.click(".foot a[href='/check']")
            try browser.type(document.path, into: "#file")
            try browser.click("form[method=post] button")
            #expect(try browser.becomes("document.querySelectorAll('.hits li').length >= 6"))
            #expect(try browser.becomes("document.querySelector('.verdict') !== null"))
            #expect(try inspector.violations() == [])
            try browser.resize(width: 390)
            #expect(try inspector.overflow() <= 0)
            #expect(try inspector.violations() == [])
        }
    }

    @Test("titles are offered while typing, taken with the keys, and the search finds what is in the text")
    func search() throws {
        try LiveSite.run { live in
            let (browser, site) = (try Browser(), live.origin)
            let inspector = try PageInspector(browser)
            try browser.resize(width: 1280)
            try browser.open(site + "/search")
            try browser.type("政府信息", into: "#sq")
            #expect(try browser.becomes("document.querySelectorAll('[role=option]').length > 1"))
            #expect(try browser.becomes("document.querySelector('#sq').getAttribute('aria-expanded') === 'true'"))
            #expect(try inspector.violations() == [])
            // Down takes the first; Escape closes the list and keeps what was typed.
            try browser.press("\u{E015}")
            #expect(
                try browser.becomes(
                    "document.querySelector('#sq').getAttribute('aria-activedescendant') === document.querySelector('[role=option]').id"
                ))
            try browser.press("\u{E00C}")
            #expect(try browser.becomes("document.querySelectorAll('[role=option]').length === 0"))
            #expect(try browser.becomes("document.querySelector('#sq').value === '政府信息'"))
            try browser.click("form.sift button")
            #expect(try browser.becomes("document.querySelectorAll('.results mark').length > 3"))
            #expect(try inspector.violations() == [])
            try browser.click(".results a.ttl")
            #expect(try browser.becomes("location.pathname.startsWith('/reports/')"))
            // A title taken from the list leads to its page.
            try browser.open(site + "/search")
            try browser.type("政府信息", into: "#sq")
            #expect(try browser.becomes("document.querySelectorAll('[role=option]').length > 1"))
            try browser.press("\u{E015}")
            try browser.press("\u{E007}")
            #expect(try browser.becomes("location.pathname.startsWith('/reports/')"))
        }
    }
}
