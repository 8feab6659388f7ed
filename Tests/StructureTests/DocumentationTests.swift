import Foundation
import TestSupport
import Testing

@Suite("Documentation")
struct DocumentationTests {
    let operations = Repository.text(of: "docs/operations.md")

    @Test("every command that the program lists is described in the operations page, and no other")
    func commands() throws {
        let help = try CommandRunner().run(["help"])
        #expect(help.status == 0)
        let listed = help.output.components(separatedBy: "\n").filter { $0.hasPrefix("  ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        let told = operations.components(separatedBy: "\n| `gongkai ").dropFirst()
            .map { String($0.prefix { $0 != " " && $0 != "`" }) }
        #expect(listed.count >= 5)
        #expect(Set(listed).subtracting(told).sorted() == [], "not in docs/operations.md")
        #expect(
            Set(told).subtracting(listed).sorted() == [], "in docs/operations.md, but the program has no such command")
    }

    @Test("every setting is described in the operations page, and none that does not exist")
    func settings() {
        let places = SwiftSource.sources.map(\.file) + Repository.files.filter { ["run", "test"].contains($0.path) }
        let used = places.reduce(into: Set<String>()) { $0.formUnion(Self.settings(in: $1.text ?? "")) }
        let told = Self.settings(in: operations)
        #expect(!used.isEmpty)
        #expect(used.subtracting(told).sorted() == [], "not in docs/operations.md")
        #expect(told.subtracting(used).sorted() == [], "in docs/operations.md, but nothing reads them")
    }

    @Test("every decision record is listed, numbered without gaps and has its four parts")
    func records() {
        let list = Repository.text(of: "docs/adr/README.md")
        let records = Repository.files(under: "docs/adr/", ending: ".md").filter { !$0.path.hasSuffix("README.md") }
        #expect(records.count >= 5)
        for (index, record) in records.enumerated() {
            let name = (record.path as NSString).lastPathComponent
            #expect(list.contains("(\(name))"), "\(name) is not listed in docs/adr/README.md")
            #expect(Int(name.prefix(4)) == index + 1, "\(name)")
            for part in ["## Status", "## Context", "## Decision", "## Consequences"] {
                #expect(record.text?.contains(part) == true, "\(name) has no \(part)")
            }
        }
    }

    @Test("a link between documents leads somewhere")
    func links() {
        let paths = Set(Repository.files.map(\.path))
        for page in Repository.files where page.path.hasSuffix(".md") {
            let folder = (page.path as NSString).deletingLastPathComponent
            for piece in (page.text ?? "").components(separatedBy: "](").dropFirst() {
                let target = piece.prefix { $0 != ")" && $0 != "#" && $0 != " " }
                guard !target.isEmpty, !target.contains(":") else { continue }
                let path = NSString.path(withComponents: [folder, String(target)])
                let plain = (("/" + path) as NSString).standardizingPath.dropFirst()
                let isThere = paths.contains(String(plain)) || paths.contains { $0.hasPrefix(plain + "/") }
                #expect(isThere, "\(page.path) links to \(target)")
            }
        }
    }

    @Test("the changelog has a place for what is not released yet")
    func changelog() {
        #expect(Repository.text(of: "CHANGELOG.md").contains("\n## [Unreleased]\n"))
    }

    /// The names of settings in a text.
    private static func settings(in text: String) -> Set<String> {
        var names: Set<String> = []
        for piece in text.components(separatedBy: "GONGKAI_").dropFirst() {
            let name = piece.prefix { ($0.isASCII && $0.isUppercase) || $0 == "_" }
            if !name.isEmpty { names.insert("GONGKAI_" + name) }
        }
        return names
    }
}
