import Foundation
import TestSupport
import Testing

/// Looks at the page that a browser shows, as a person with a disability or a small phone would.
struct PageInspector {
    let browser: Browser

    /// Gives every page that the browser opens from now on the accessibility engine.
    init(_ browser: Browser) throws {
        self.browser = browser
        let engine = try String(contentsOf: try #require(TestEnvironment.accessibilityEngine), encoding: .utf8)
        try browser.command("Page.addScriptToEvaluateOnNewDocument", ["source": engine])
    }

    /// What the accessibility engine finds wrong: the rules of WCAG 2.2 A and AA and its own good practice, target
    /// size with them.
    func violations() throws -> [String] {
        let found = try browser.runAsync(
            """
            const done = arguments[arguments.length - 1];
            const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
            axe.run(document, {runOnly: tags, rules: {"target-size": {enabled: true}}, resultTypes: ["violations"]})
                .then(r => done(r.passes.length < 10 ? ["hardly anything was checked"] : r.violations.map(
                    v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.target.join(" ")).join(", "))),
                    e => done(["the engine failed: " + e]));
            """)
        return try #require(found as? [String])
    }

    /// Pixels by which the page is wider than the screen.
    func overflow() throws -> Int {
        try #require(
            try browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth;")
                as? Int)
    }

    /// What to touch is lower than 44 px; the numbers of findings and the way to the text may be.
    func smallTargets() throws -> [String] {
        let small = try browser.run(
            """
            return [...document.querySelectorAll("a, button, input, select, textarea, summary")]
                .filter(e => e.type !== "hidden" && !e.matches(".skip, .form td a, mark + a"))
                .filter(e => e.type !== "radio" && e.type !== "checkbox" || !e.labels.length)
                .filter(e => e.getClientRects().length > 0 && e.getBoundingClientRect().height < 43.5)
                .map(e => e.outerHTML.slice(0, 120));
            """)
        return try #require(small as? [String])
    }
}
