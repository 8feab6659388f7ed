/// The rules of a page's own style sheets that hide elements of a class or an id.
///
/// Only plain rules are believed (`.class`, `td.class`, `#id`), and none for a class that some other rule shows: a tab
/// that is hidden until it is chosen is part of the page. Rules for certain media say nothing about the page as such.
struct StyleRules {
    /// Classes and ids beyond which rules are no longer collected.
    private static let mostRules = 10_000

    private struct Selector: Hashable {
        var tag: HTMLTag?
        /// With its `.` or `#`.
        var name: String
    }
    private var hidden: Set<Selector> = []
    private var shown: Set<String> = []

    /// Whether nothing is hidden.
    var isEmpty: Bool { hidden.isEmpty }

    /// Whether a sheet for that medium counts.
    static func isForScreens(_ media: String?) -> Bool {
        guard let media = media?.lowercased().filter({ $0 != " " }) else { return true }
        return media.isEmpty || media.split(separator: ",").contains { $0 == "all" || $0 == "screen" }
    }

    /// Whether an element is hidden.
    func hides(_ tag: HTMLTag, classes: String?, id: String?) -> Bool {
        if let id, hides(tag, "#" + id) { return true }
        guard let classes else { return false }
        return classes.utf8.split(whereSeparator: { $0 <= 0x20 }).contains { hides(tag, "." + String(Substring($0))) }
    }

    private func hides(_ tag: HTMLTag, _ name: String) -> Bool {
        guard !shown.contains(name) else { return false }
        return hidden.contains(Selector(tag: nil, name: name)) || hidden.contains(Selector(tag: tag, name: name))
    }

    /// Takes in a style sheet.
    mutating func add(_ sheet: [UInt8]) {
        let sheet = Self.withoutComments(sheet)
        var start = 0
        var index = 0
        while index < sheet.count {
            switch sheet[index] {
            case UInt8(ascii: ";"):
                // The end of an `@import` or the like.
                start = index + 1
            case UInt8(ascii: "{"):
                let selectors = sheet[start..<index]
                let end = Self.blockEnd(sheet, from: index)
                if selectors.first(where: { $0 > 0x20 }) != UInt8(ascii: "@") {
                    addRule(selectors, declarations: sheet[(index + 1)..<end])
                }
                index = end
                start = end + 1
            default: break
            }
            index += 1
        }
    }

    private mutating func addRule(_ selectors: ArraySlice<UInt8>, declarations: ArraySlice<UInt8>) {
        guard declarations.holds("isplay") || declarations.holds("ISPLAY") else { return }
        var display: String?
        for declaration in StyleDeclarations(declarations) where declaration.property == "display" {
            display = declaration.value
        }
        guard let display, hidden.count + shown.count < Self.mostRules else { return }
        for selector in selectors.split(separator: UInt8(ascii: ",")) {
            let text = selector.filter { $0 > 0x20 }
            // Blanks inside make it a rule about elements within others.
            let isPlain = selector.split(whereSeparator: { $0 <= 0x20 }).count == 1
            let marks = text.indices.filter { text[$0] == UInt8(ascii: ".") || text[$0] == UInt8(ascii: "#") }
            if display.hasPrefix("none") {
                guard isPlain, marks.count == 1, let mark = marks.first, text.allSatisfy(Self.isNameByte) else {
                    continue
                }
                let tag = mark == 0 ? nil : HTMLTag(String(decoding: text[..<mark], as: UTF8.self).lowercased())
                hidden.insert(Selector(tag: tag, name: String(decoding: text[mark...], as: UTF8.self)))
            } else {
                for mark in marks {
                    let name = text[(mark + 1)...].prefix { Self.isNameByte($0) && $0 != 0x2E && $0 != 0x23 }
                    shown.insert(String(decoding: [text[mark]] + name, as: UTF8.self))
                }
            }
        }
    }

    /// Letters, figures, `-`, `_`, anything beyond ASCII, and the marks of class and id.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., 0x2D, 0x2E, 0x23, 0x5F: return true
        default: return false
        }
    }

    /// The index of the brace that closes the block opened at `start`.
    private static func blockEnd(_ sheet: [UInt8], from start: Int) -> Int {
        var depth = 0
        for index in start..<sheet.count {
            if sheet[index] == UInt8(ascii: "{") { depth += 1 }
            if sheet[index] == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return sheet.count
    }

    private static func withoutComments(_ sheet: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var index = 0
        var inComment = false
        while index < sheet.count {
            let next = index + 1 < sheet.count ? sheet[index + 1] : 0
            if inComment {
                inComment = !(sheet[index] == 0x2A && next == 0x2F)
                index += inComment ? 1 : 2
            } else if sheet[index] == 0x2F, next == 0x2A {
                inComment = true
                index += 2
            } else if sheet[index...].starts(with: "<!--".utf8) {
                index += 4
            } else if sheet[index...].starts(with: "-->".utf8) {
                index += 3
            } else {
                kept.append(sheet[index])
                index += 1
            }
        }
        return kept
    }
}
