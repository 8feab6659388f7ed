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
}
