/// What a page says aloud, each piece with the language it is marked with: texts between tags and those in attributes.
///
/// A screen reader takes its voice from `lang`. On an English page a Chinese sentence without the mark is read as noise, and
/// an English one with the mark is read with a Chinese voice.
struct SpokenText {
    struct Piece: Hashable {
        /// Where it stands: the name of the element, or `element@attribute`.
        var place: String
        var text: String
        var isChinese: Bool
        /// True for a text that cannot carry marks inside: an attribute, the title of the window, an option.
        var isWhole: Bool
    }

    private(set) var pieces: [Piece] = []
    /// What the visitor wrote, as the fields of forms have it: the language is the visitor's own.
    private(set) var typed: [String] = []

    /// Attributes that are read or shown.
    private static let spoken: Set<String> = ["title", "aria-label", "alt", "placeholder", "data-l", "label"]
    private static let void: Set<String> = [
        "meta", "link", "input", "wbr", "br", "img", "hr", "rect", "path", "circle", "line", "polyline",
    ]

    init(_ page: String) {
        var rest = page[...]
        var open: [(name: String, isChinese: Bool)] = []
        while let begin = rest.firstIndex(of: "<") {
            add(rest[..<begin], open)
            rest = rest[rest.index(after: begin)...]
            guard let end = rest.firstIndex(of: ">") else { break }
            let inside = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if inside.hasPrefix("!") { continue }
            if inside.hasPrefix("/") {
                if !open.isEmpty { open.removeLast() }
                continue
            }
            guard let tag = PageMarkup("<\(inside)>").tags.first else { continue }
            let isChinese = tag["lang"].map { $0.hasPrefix("zh") } ?? open.last?.isChinese ?? false
            add(tag, isChinese)
            if !Self.void.contains(tag.name), !inside.hasSuffix("/") { open.append((tag.name, isChinese)) }
        }
    }

    private mutating func add(_ text: Substring, _ open: [(name: String, isChinese: Bool)]) {
        let text = Self.plain(String(text))
        guard !text.isEmpty, let last = open.last, last.name != "script", last.name != "style" else { return }
        guard last.name != "textarea" else { return typed.append(text) }
        pieces.append(
            Piece(
                place: last.name, text: text, isChinese: last.isChinese,
                isWhole: ["title", "desc", "option"].contains(last.name)))
    }

    private mutating func add(_ tag: PageMarkup.Tag, _ isChinese: Bool) {
        if tag.name == "input", ["text", "search"].contains(tag["type"]), let value = tag["value"] {
            typed.append(Self.plain(value))
        }
        for attribute in tag.attributes {
            let isLabel =
                tag.name == "input" && attribute.name == "value" && ["submit", "button"].contains(tag["type"])
            guard Self.spoken.contains(attribute.name) || isLabel else { continue }
            // The feed of a page is named for programs.
            if tag.name == "link" { continue }
            pieces.append(
                Piece(
                    place: "\(tag.name)@\(attribute.name)", text: Self.plain(attribute.value), isChinese: isChinese,
                    isWhole: true))
        }
    }

    private static func plain(_ text: String) -> String {
        var text = text
        for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.replacing(entity, with: sign)
        }
        return String(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    // MARK: What is wrong on an English page

    /// Chinese that is not marked, and English that is marked as Chinese.
    ///
    /// The whole list of exceptions:
    /// - a name that stands marked on the page, or what the visitor typed, may come again where no mark is possible: in an
    ///   attribute, the title of the window, an option, the description of a picture;
    /// - the name of a region that scrolls may be English within a Chinese text, as the mark would fall on the text too.
    var faults: [String] {
        let marked = (Set(pieces.filter(\.isChinese).map(\.text)).union(typed)).joined(separator: "\u{1F}")
        return pieces.compactMap { piece in
            let chinese = Self.chinese(piece.text)
            if piece.isChinese {
                return chinese.isEmpty && Self.words(piece.text) > 2 && piece.place != "div@aria-label"
                    ? "\(piece.place), English marked as Chinese: \(piece.text)" : nil
            }
            guard !chinese.isEmpty else { return nil }
            if piece.isWhole {
                if marked.contains(Self.span(piece.text)) || chinese.allSatisfy(marked.contains) { return nil }
            }
            return "\(piece.place): \(piece.text)"
        }
    }

    /// From the first Chinese character to the last.
    private static func span(_ text: String) -> Substring {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: isChinese), let last = scalars.lastIndex(where: isChinese) else {
            return ""
        }
        return text[first..<scalars.index(after: last)]
    }

    /// Runs of Chinese characters and signs.
    static func chinese(_ text: String) -> [String] {
        var runs: [String] = []
        var run = ""
        for scalar in text.unicodeScalars {
            if isChinese(scalar) {
                run.unicodeScalars.append(scalar)
            } else if !run.isEmpty {
                runs.append(run)
                run = ""
            }
        }
        return run.isEmpty ? runs : runs + [run]
    }

    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Signs (、。《》【】), full-width forms (，：（）), ideographs.
        case 0x3000...0x303F, 0xFF00...0xFFEF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F: true
        default: false
        }
    }

    private static func words(_ text: String) -> Int {
        text.split { !$0.isLetter }.count { $0.count > 2 && $0.allSatisfy(\.isASCII) }
    }
}
