import Foundation
import TestSupport
import Testing

/// What only the drawn page shows: bars told from their track, days beside each other, words on one line.
@Suite("What can be seen of a page", .slow, .serialized, .inBrowser)
struct SightTests {
    @Test("shares are told from the whole, days of a period stand whole, and short words on one line")
    func sights() throws {
        try LiveSite.run(environment: ["GONGKAI_SITE_PLACE": "测试市"]) { site in
            let browser = try Browser()
            func show(_ address: String, _ view: String) throws {
                try browser.open("\(site.origin)/view?\(view)&to=%2F")
                try browser.open(site.origin + address)
            }
            for contrast in ["high", "normal"] {
                try show("/", "contrast=\(contrast)")
                let fills = try browser.run(
                    "return ['.a', '.b'].map(e => getComputedStyle(document.querySelector('.meter ' + e)).fill);")
                let found = try #require(fills as? [String])
                #expect(found.count == 2 && found[0] != found[1], "\(contrast): \(found)")
            }
            for view in ["standard", "elder"] {
                try show("/requests/new?agency=sample-bureau", "view=\(view)")
                for width in [1280, 1024, 360] {
                    try browser.resize(width: width)
                    #expect(try cutDays(browser) == [], "\(view), \(width) px")
                }
            }
            let words = [
                ("/requests/new?agency=xiangzhi", "view=elder", ".note th.keep", 56.0),
                ("/requests/new?agency=xiangzhi", "view=standard", ".note th.keep", 40),
                ("/?lang=en", "lang=en", ".name i", 40), ("/explore", "lang=zh", ".picks input[type=checkbox]", 24),
            ]
            for (address, view, selector, most) in words {
                try show(address, view)
                let found = try heights(selector, browser)
                #expect(!found.isEmpty && found.allSatisfy { $0 < most }, "\(address), \(view): \(found)")
            }
        }
    }

    /// What of a calendar runs over its cell, and whether the whole moves sideways or has weeks of other than seven days.
    private func cutDays(_ browser: Browser) throws -> [String] {
        let cut = try browser.run(
            """
            const table = document.querySelector('.cal'), room = table.parentElement;
            const days = [...table.querySelectorAll('td')];
            const parts = [...table.querySelectorAll('td, td *')]
                .filter(e => e.clientWidth && e.scrollWidth > e.clientWidth + 1);
            return parts.map(e => e.textContent).concat(days.length && days.length % 7 === 0 ? [] : ['weeks'])
                .concat(room.scrollWidth > room.clientWidth ? ['sideways'] : []);
            """)
        return try #require(cut as? [String])
    }

    /// How high what a selector finds is, in pixels: of the words in it, where it has some.
    private func heights(_ selector: String, _ browser: Browser) throws -> [Double] {
        let heights = try browser.run(
            """
            return [...document.querySelectorAll('\(selector)')].map(e => {
                const range = document.createRange();
                if (e.firstChild) range.selectNodeContents(e); else range.selectNode(e);
                return range.getBoundingClientRect().height;
            });
            """)
        return try #require(heights as? [Double])
    }
}
