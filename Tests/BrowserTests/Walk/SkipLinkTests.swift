import Foundation
import TestSupport
import Testing

@Suite("The way past the head", .slow, .serialized, .inBrowser)
struct SkipLinkTests {
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
}
