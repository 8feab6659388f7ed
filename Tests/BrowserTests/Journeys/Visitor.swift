import Foundation
import TestSupport
import Testing

/// A person at a browser who finds things by their words, in one of several ways: a journey is written once and made
/// in each.
final class Visitor {
    /// How the person uses the browser.
    enum Way: String, CaseIterable {
        /// With a mouse on a desk.
        case pointer
        /// With nothing but Tab, Enter, Space and letters.
        case keyboard
        /// With a browser that runs no scripts, on a phone.
        case withoutScript = "without-script"
        /// In the view for elders.
        case elder
        /// In the view for elders with high contrast, with the keyboard and without scripts.
        case elderKeyboard = "elder-keyboard"

        var hasKeyboardOnly: Bool { self == .keyboard || self == .elderKeyboard }
        var runsScripts: Bool { self != .withoutScript && self != .elderKeyboard }
        var view: PageView {
            switch self {
            case .pointer, .keyboard, .withoutScript: .standard
            case .elder: .elder
            case .elderKeyboard: .elderContrast
            }
        }
    }

    /// What can be found by its words.
    enum Thing: String {
        case link = "a[href]"
        case button = "button, summary"
        case field = "input, select, textarea"
    }

    let browser: Browser
    let way: Way
    private let journey: String
    private let origin: String
    private let inspector: PageInspector
    private var pictures = 0

    /// A visitor on the first page of a site, in the view of the way.
    init(_ way: Way, journey: String, to site: LiveSite) throws {
        self.way = way
        self.journey = journey
        origin = site.origin
        browser = try Browser()
        inspector = try PageInspector(browser)
        try browser.resize(width: way == .withoutScript ? 360 : 1280)
        try browser.open("\(site.origin)/view?\(way.view.query)&to=%2F")
        if !way.runsScripts { try browser.command("Emulation.setScriptExecutionDisabled", ["value": true]) }
    }

    /// Goes to an address of the site, as from a bookmark.
    func go(to path: String) throws { try browser.open(origin + path) }

    /// Takes a file by the words of its link, and gives its bytes.
    func download(_ words: String) throws -> Data {
        let folder = TemporaryFolder()
        try browser.command("Browser.setDownloadBehavior", ["behavior": "allow", "downloadPath": folder.path])
        try reach(.link, words)
        if way.hasKeyboardOnly { try browser.press(Self.enter) } else { try browser.click(Self.mark) }
        let end = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < end {
            // A file that is still coming has a name of its own kind, and its own name is held by an empty one.
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            if names.count == 1, !names[0].hasSuffix(".crdownload"), !names[0].hasPrefix(".") {
                let bytes = try Data(contentsOf: folder.url.appending(path: names[0]))
                if !bytes.isEmpty { return bytes }
            }
            _ = try browser.run("return 1;")
        }
        throw RunningProgram.Failure(description: "\(way.rawValue): “\(words)” brings no file")
    }

    /// Follows a link by its words.
    func follow(_ words: String) throws { try use(.link, words) }

    /// Presses a button by its words.
    func press(_ words: String) throws { try use(.button, words) }

    /// Writes into a field, which is found by its label.
    func write(_ text: String, into label: String) throws {
        try reach(.field, label)
        if way.hasKeyboardOnly { try browser.write(text) } else { try browser.type(text, into: Self.mark) }
    }

    /// Chooses a file. The dialog for files belongs to the system, not to the page: it is not used in any way.
    func choose(_ file: URL, for label: String) throws {
        try reach(.field, label)
        try browser.type(file.path, into: Self.mark)
    }

    /// Sets a box or a point of a choice.
    func tick(_ label: String) throws {
        try reach(.field, label)
        let isSet = try browser.run("return document.querySelector('\(Self.mark)').checked;") as? Bool == true
        guard !isSet else { return }
        if way.hasKeyboardOnly { try browser.press(Self.space) } else { try browser.click(Self.mark) }
    }

    /// Chooses an entry of a list by its words.
    func pick(_ words: String, from label: String) throws {
        try reach(.field, label)
        if way.hasKeyboardOnly { try browser.write(words) } else { try browser.type(words, into: Self.mark) }
    }

    /// Waits for words on the page, whatever space is between them, and fails where they do not come.
    func sees(_ words: String, at location: SourceLocation = #_sourceLocation) throws {
        let isThere = try browser.becomes(
            "document.body.innerText.replace(/\\s/g, '').includes(\(Self.quoted(words.filter { !$0.isWhitespace })))")
        #expect(isThere, "\(way.rawValue) does not see “\(words)”", sourceLocation: location)
    }

    /// Whether words stand on the page now.
    func isShown(_ words: String) throws -> Bool {
        let shown = try read("document.body.innerText.replace(/\\s/g, '')") as? String
        return shown?.contains(words.filter { !$0.isWhitespace }) ?? false
    }

    /// The value of an expression on the page.
    func read(_ expression: String) throws -> Any { try browser.run("return \(expression);") }

    /// Keeps a picture of the page, and holds it against what every page must keep.
    func looks(at location: SourceLocation = #_sourceLocation) throws {
        pictures += 1
        try browser.picture(
            to: WalkTests.folder.appending(path: "journeys/\(journey)-\(pictures)-\(way.rawValue).jpg"))
        #expect(try inspector.overflow() <= 0, sourceLocation: location)
        if way.runsScripts { #expect(try inspector.violations() == [], sourceLocation: location) }
    }

    /// The page as a printer gets it: its text without spaces, one a sheet. The file stays beside the pictures.
    func sheets() throws -> [String] {
        let answer = try browser.command("Page.printToPDF", ["preferCSSPageSize": true])
        let data = try #require((answer["data"] as? String).flatMap { Data(base64Encoded: $0) })
        let file = WalkTests.folder.appending(path: "journeys/\(journey)-\(pictures)-\(way.rawValue).pdf")
        try data.write(to: file)
        return try PaperTests.sheets(of: file)
    }

    // MARK: Finding

    private static let mark = "[data-found]"
    private static let (tab, enter, space) = ("\u{E004}", "\u{E007}", " ")

    private func use(_ thing: Thing, _ words: String) throws {
        let before = try browser.run("return performance.timeOrigin;") as? Double
        try reach(thing, words)
        if way.hasKeyboardOnly { try browser.press(Self.enter) } else { try browser.click(Self.mark) }
        // On another page, or at a place of the same one.
        _ = try browser.becomes(
            "document.readyState === 'complete' && (performance.timeOrigin !== \(before ?? 0) || location.hash !== '')")
    }

    /// Marks the first thing that has the words for its name, or that begins with them or holds them; where nothing
    /// but the keyboard is used, brings the focus to it.
    private func reach(_ thing: Thing, _ words: String) throws {
        let find = """
            const name = e => (e.getAttribute("aria-label") || [...(e.labels || [])].map(l => l.innerText).join(" ")
                || e.innerText || e.value || "").trim();
            const all = [...document.querySelectorAll("\(thing.rawValue)")]
                .filter(e => e.type !== "hidden" && e.getClientRects().length > 0);
            const words = \(Self.quoted(words));
            const found = all.find(e => name(e) === words) || all.find(e => name(e).startsWith(words))
                || all.find(e => name(e).includes(words));
            document.querySelectorAll("\(Self.mark)").forEach(e => e.removeAttribute("data-found"));
            if (found) found.setAttribute("data-found", "");
            """
        guard try browser.becomes("(() => { \(find) return !!found; })()") else {
            throw RunningProgram.Failure(description: "\(way.rawValue): there is no \(thing) “\(words)”")
        }
        if way.hasKeyboardOnly { try tabToMark(words) }
    }

    /// Presses Tab until the marked thing has the focus; at every stop the focus must be seen.
    private func tabToMark(_ words: String) throws {
        let stops = try browser.run(
            "return document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]').length;")
        for _ in 0...((stops as? Int ?? 0) * 2) {
            if try browser.run("return document.activeElement.matches('\(Self.mark)');") as? Bool == true { return }
            try browser.press(Self.tab)
            let hidden = try browser.run(Self.hiddenFocus) as? String
            if let hidden {
                throw RunningProgram.Failure(description: "the focus cannot be seen on \(hidden)")
            }
        }
        throw RunningProgram.Failure(description: "the Tab key does not come to “\(words)”")
    }

    /// The element with the focus where nobody could see that it has it: no line of two px around it, or off the screen.
    private static let hiddenFocus = """
        const e = document.activeElement;
        if (e === document.body || e === document.documentElement) return null;
        const s = getComputedStyle(e), r = e.getBoundingClientRect();
        const isLined = s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2;
        const isOnScreen = r.width > 0 && r.height > 0 && r.right > 0 && r.left < innerWidth && r.bottom > 0
            && r.top < innerHeight;
        return isLined && isOnScreen ? null : e.outerHTML.slice(0, 160);
        """

    private static func quoted(_ text: String) -> String {
        let data = (try? JSONSerialization.data(withJSONObject: [text])) ?? Data("[\"\"]".utf8)
        return String(decoding: data, as: UTF8.self) + "[0]"
    }
}
