import TestSupport
import Testing

/// Titles that are offered while a visitor types.
@Suite("Suggestions of the search", .slow, .serialized, .inBrowser)
struct SuggestionTests {
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
