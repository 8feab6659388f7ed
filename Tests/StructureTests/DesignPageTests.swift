import Foundation
import Testing

@Suite("The page of the design")
struct DesignPageTests {
    private static let page = Repository.text(of: "docs/design.md")

    @Test("every type that it names is declared, and every component is named")
    func types() {
        let rows = Self.page.components(separatedBy: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") }
        let named = Set(rows.flatMap(Self.names))
        let declared = (SwiftSource.sources + SwiftSource.tests).reduce(into: Set<String>()) { declared, source in
            for line in source.code {
                let words = line.text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
                for (kind, name) in zip(words, words.dropFirst()) where ["struct", "enum", "class"].contains(kind) {
                    declared.insert(name)
                }
            }
        }
        #expect(named.count >= 10)
        #expect(named.subtracting(declared).sorted() == [], "docs/design.md names them, but there is no such type")
        let components = Repository.files(under: "Sources/Web/Component/", ending: ".swift")
            .map { (($0.path as NSString).lastPathComponent as NSString).deletingPathExtension }
        #expect(Set(components).subtracting(named).sorted() == [], "not in docs/design.md")
    }

    @Test("every class that it names is defined")
    func classes() {
        let style = Repository.text(of: "Resources/web/gongkai.css")
        let named = Self.page.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
            .filter { $0.hasPrefix(".") && !$0.hasPrefix("./") && !$0.hasPrefix(".build") }
        #expect(named.count >= 20)
        for name in named { #expect(style.contains(name), "\(name)") }
    }

    /// The names of types between backticks in a row.
    private static func names(in row: String) -> [String] {
        row.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
            .filter { $0.first?.isUppercase == true && $0.allSatisfy(\.isLetter) }
    }
}
