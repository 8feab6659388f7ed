import Foundation
import TestSupport
import Testing

/// What only the drawn page shows: bars told from their track, days beside each other, words beside each other.
@Suite("What can be seen of a page", .slow, .serialized, .inBrowser)
struct SightTests {
    @Test("a share is told from the whole in every contrast", arguments: ["normal", "high"])
    func shares(contrast: String) throws {
        try LiveSite.run { site in
            let browser = try Browser()
            try browser.open("\(site.origin)/view?contrast=\(contrast)&to=%2F")
            let fills = try browser.run(
                "return ['.a', '.b'].map(e => getComputedStyle(document.querySelector('.meter ' + e)).fill);")
            let found = try #require(fills as? [String])
            #expect(found.count == 2 && found[0] != found[1], "\(found)")
        }
    }

    @Test("every day of a period stands whole in its place, without moving sideways", arguments: ["standard", "elder"])
    func days(view: String) throws {
        try LiveSite.run { site in
            let browser = try Browser()
            try browser.open("\(site.origin)/view?view=\(view)&to=%2F")
            try browser.open("\(site.origin)/requests/new?agency=sample-bureau")
            for width in [1280, 1024, 360] {
                try browser.resize(width: width)
                let cut = try browser.run(
                    """
                    const table = document.querySelector('.cal'), room = table.parentElement;
                    const parts = [...table.querySelectorAll('td, td *')].filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth);
                    return parts.map(e => e.textContent).concat(room.scrollWidth > room.clientWidth ? ['sideways'] : []);
                    """)
                #expect(cut as? [String] == [], "\(width) px")
                let days = try browser.run("return document.querySelectorAll('.cal td').length % 7;")
                #expect(days as? Int == 0)
            }
        }
    }
}
