import Foundation
import Testing

/// The names of classes on both sides: what pages write, and what the style sheet knows.
@Suite("Classes of the style sheet")
struct StyleClassTests {
    private static let pages = SwiftSource.product.filter { ["Web", "Markup"].contains($0.target) }.map { source in
        source.file.lines.filter { !$0.text.drop { $0 == " " }.hasPrefix("//") }.map(\.text).joined(separator: "\n")
    }

    @Test("every class that a page writes is defined, and every class defined is written by some page")
    func bothWays() {
        let defined = Self.classes(ofStyle: Repository.text(of: "Resources/web/gongkai.css"))
        let written = Self.pages.reduce(into: Set<String>()) { $0.formUnion(Self.classes(ofPage: $1)) }
        // Severities and the looks of statutory tables are values, and classes by their names.
        let layouts = Repository.files(under: "Sources/AnnualReport/Layout/", ending: ".swift").compactMap(\.text)
        let chosen = (Self.pages + layouts).reduce(into: Set(["error", "warning"])) {
            $0.formUnion(Self.names(inTextsOf: $1))
        }
        #expect(defined.count > 60 && written.count > 60)
        #expect(written.subtracting(defined).sorted() == [], "not in Resources/web/gongkai.css")
        #expect(defined.subtracting(written).subtracting(chosen).sorted() == [], "no page in Sources/Web writes it")
    }

    @Test("the reading of classes sees selectors only, and both forms of an attribute with what is chosen in it")
    func reading() {
        #expect(
            Self.classes(ofStyle: "/* .no */ a.x-1 > .b:not(.c)::before { content: \".d\"; margin: .5em }") == [
                "x-1", "b", "c",
            ])
        #expect(Self.classes(ofStyle: "@media (max-width: 47.99rem) { .e, .f { margin: 0 } }") == ["e", "f"])
        #expect(
            Self.classes(ofPage: #"<p class="a b"> \(bad ? " class=\"c\"" : "")<i class="\(x ? "d e" : f(1))">"#) == [
                "a", "b", "c", "d", "e",
            ])
    }

    /// The classes in the selectors of a style sheet.
    private static func classes(ofStyle text: String) -> Set<String> {
        var style = text
        for pattern in [#"/\*[^]*?\*/"#.replacing("[^]", with: "[\\s\\S]"), #""[^"]*""#] {
            style = style.replacingOccurrences(of: pattern, with: "", options: .regularExpression)
        }
        var classes: Set<String> = []
        // A selector is what stands before a brace that opens.
        for piece in style.components(separatedBy: "{").dropLast() {
            let head = piece.components(separatedBy: CharacterSet(charactersIn: "};")).last ?? ""
            guard !head.contains("@") else { continue }
            for name in head.components(separatedBy: ".").dropFirst() {
                classes.insert(String(name.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }))
            }
        }
        return classes
    }

    /// The classes in the attributes that a source writes; of an interpolation, the names that it chooses from.
    private static func classes(ofPage source: String) -> Set<String> {
        var classes: Set<String> = []
        for piece in source.components(separatedBy: "class=").dropFirst() {
            var rest = piece[...]
            let isEscaped = rest.hasPrefix("\\\"")
            guard isEscaped || rest.hasPrefix("\"") else { continue }
            rest = rest.dropFirst(isEscaped ? 2 : 1)
            var plain = ""
            while let character = rest.first {
                if rest.hasPrefix("\\(") {
                    let inside = interpolation(&rest)
                    classes.formUnion(names(inTextsOf: inside))
                    plain += " "
                    continue
                }
                if isEscaped ? rest.hasPrefix("\\\"") : character == "\"" { break }
                plain.append(character)
                rest = rest.dropFirst()
            }
            classes.formUnion(plain.split(separator: " ").map(String.init))
        }
        return classes
    }

    /// Takes an interpolation from the begin of a text, with the brackets in it.
    private static func interpolation(_ rest: inout Substring) -> String {
        var depth = 0
        var inside = ""
        while let character = rest.first {
            rest = rest.dropFirst()
            inside.append(character)
            if character == "(" { depth += 1 }
            if character == ")" {
                depth -= 1
                if depth == 0 { break }
            }
        }
        return inside
    }

    /// The names in those texts that hold nothing but names.
    private static func names(inTextsOf source: String) -> Set<String> {
        var names: Set<String> = []
        for line in source.components(separatedBy: "\n") {
            for text in line.replacing("\\\"", with: "\"").components(separatedBy: "\"") {
                let words = text.split(separator: " ")
                let isNames = words.allSatisfy { word in
                    word.first?.isLowercase == true
                        && word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
                }
                if isNames { names.formUnion(words.map(String.init)) }
            }
        }
        return names
    }
}
