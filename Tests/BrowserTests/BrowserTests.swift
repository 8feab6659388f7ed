import Foundation
import TestSupport
import Testing

@Suite(
    "In a real browser", .slow, .serialized,
    .enabled(
        if: TestEnvironment.tool("chromedriver") != nil
            && (TestEnvironment.tool("chromium") ?? TestEnvironment.tool("google-chrome")) != nil
            && TestEnvironment.accessibilityEngine != nil, TestEnvironment.browserIsAbsent))
struct BrowserTests {
    private static let pages = [
        "/", "/reports", "/reports?q=%E6%B2%A1%E6%9C%89", "/agencies/sample-bureau", "/reports/sample-bureau/2021",
        "/reports/shishi-bigdata/2020", "/check", "/nowhere",
    ]

    /// A server with the demonstration, and a browser.
    private func withSite(_ body: (Browser, String) throws -> Void) throws {
        let folder = TemporaryFolder()
        let server = try RunningProgram.gongkai(["serve", "--data", folder.url.path, "--listen", "127.0.0.1:0"])
        defer { server.end() }
        let port = try server.waitUntilReady().port
        try body(try Browser(), "http://127.0.0.1:\(port)")
        #expect(server.terminate() == 0)
    }

    /// What the accessibility engine finds wrong on the page shown.
    private func violations(_ browser: Browser) throws -> [String] {
        let engine = try String(contentsOf: try #require(TestEnvironment.accessibilityEngine), encoding: .utf8)
        _ = try browser.run("\(engine); return 1;")
        let found = try browser.runAsync(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document).then(r => done(r.passes.length < 10 ? ["hardly anything was checked"] : r.violations.map(
                v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.target.join(" ")).join(", "))));
            """)
        return try #require(found as? [String])
    }

    /// Pixels by which the page is wider than the screen.
    private func overflow(_ browser: Browser) throws -> Int {
        try #require(
            try browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth;")
                as? Int)
    }

    @Test("no page has an accessibility violation or moves sideways, on a desk, a phone and a small phone, in any view")
    func accessibility() throws {
        try withSite { browser, site in
            for page in Self.pages {
                try browser.open(site + page)
                for width in [1280, 390, 320] {
                    try browser.resize(width: width)
                    #expect(try overflow(browser) <= 0, "\(page) at \(width)")
                    if width != 320 { #expect(try violations(browser) == [], "\(page) at \(width)") }
                }
            }
            for view in ["view=elder", "contrast=high", "lang=en"] {
                try browser.open("\(site)/view?\(view)&to=%2F")
                for page in ["/", "/reports", "/reports/sample-bureau/2021", "/check"] {
                    try browser.open(site + page)
                    for width in [1280, 390] {
                        try browser.resize(width: width)
                        #expect(try overflow(browser) <= 0, "\(page) with \(view) at \(width)")
                        #expect(try violations(browser) == [], "\(page) with \(view) at \(width)")
                    }
                }
            }
        }
    }

    @Test("on a phone nothing to touch is lower than 44 px but the numbers of findings and the way to the text")
    func touchTargets() throws {
        try withSite { browser, site in
            for page in Self.pages {
                try browser.open(site + page)
                try browser.resize(width: 390)
                let small = try browser.run(
                    """
                    return [...document.querySelectorAll("a, button, input, select")]
                        .filter(e => e.type !== "hidden" && !e.matches(".skip, .form td a, mark + a"))
                        .filter(e => e.getBoundingClientRect().height < 43.5)
                        .map(e => e.outerHTML.slice(0, 120));
                    """)
                #expect(try #require(small as? [String]) == [], "\(page)")
            }
        }
    }

    @Test("the first key leads to the way past the head, and the focus can be seen")
    func keyboard() throws {
        try withSite { browser, site in
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
        try withSite { browser, site in
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
            #expect(try violations(browser) == [])
            try browser.resize(width: 390)
            #expect(try overflow(browser) <= 0)
            #expect(try violations(browser) == [])
        }
    }
}
