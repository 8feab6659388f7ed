import Foundation
import TestSupport
import Testing

@Suite("Sources")
struct SourceTests {
    @Test("no Swift file is longer than 500 lines")
    func length() {
        let all = SwiftSource.sources + SwiftSource.tests
        #expect(all.count > 60)
        let long = all.map { ($0.file.path, $0.file.lines.count - 1) }.filter { $0.1 > 300 }
        for (path, lines) in long.sorted(by: { $0.1 > $1.1 }) {
            print("note: \(path) has \(lines) lines; 300 is the aim")
            #expect(lines <= 500, "\(path)")
        }
    }

    @Test("nothing in the sources stops the program or is left for later")
    func noTraps() {
        let forbidden = ["try!", "as!", "fatalError(", "TODO", "FIXME", "NSRegularExpression", "Regex<"]
        for source in SwiftSource.product {
            for line in source.code {
                for word in forbidden where line.text.contains(word) {
                    Issue.record("\(source.file.path):\(line.number): \(word)")
                }
            }
            for line in source.file.lines where line.text.contains("// TODO") || line.text.contains("// FIXME") {
                Issue.record("\(source.file.path):\(line.number): left for later")
            }
        }
    }

    @Test("where the compiler is overruled, the reason stands there, and the page tells how often")
    func unchecked() {
        var count = 0
        for source in SwiftSource.product {
            let lines = source.file.lines
            for line in source.code where line.text.contains("@unchecked") || line.text.contains("nonisolated(unsafe)")
            {
                count += 1
                let before = line.number >= 2 ? lines[line.number - 2].text : ""
                let here = lines[line.number - 1].text
                let isExplained = here.contains("//") || before.contains("//")
                #expect(isExplained, "\(source.file.path):\(line.number) does not say what protects the value")
            }
        }
        #expect(ArchitecturePage.current.uncheckedCount == count, "the number in docs/architecture.md")
    }

    @Test("names say what a thing is")
    func names() {
        let empty = ["Manager", "Helper", "Helpers", "Utils", "Util", "Utilities", "Common", "Base"]
        for source in SwiftSource.product {
            let name = (source.file.path as NSString).lastPathComponent.dropLast(".swift".count)
            #expect(!empty.contains { name.hasSuffix($0) }, "\(source.file.path)")
        }
    }

    @Test("a file that declares types declares or extends the one it is named after")
    func fileNames() {
        let kinds: Set<String> = ["struct", "enum", "class", "actor", "protocol"]
        let named = kinds.union(["extension", "typealias"])
        for source in SwiftSource.product {
            let file = (source.file.path as NSString).lastPathComponent.dropLast(".swift".count)
            let name = file.split(separator: "+").first.map(String.init) ?? ""
            // Declarations of the outermost level: the kind and the name that follows it.
            let declared = source.code.filter { $0.text.first?.isWhitespace == false }.flatMap { line in
                let words = line.text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
                return zip(words, words.dropFirst()).filter { named.contains($0.0) }
            }
            // A file of extensions or functions is named after what they are for; a stub waits for its first type.
            let types = declared.filter { kinds.contains($0.0) && $0.1 != source.target + "Module" }
            guard !types.isEmpty else { continue }
            #expect(declared.contains { $0.1 == name }, "\(source.file.path) declares \(types.map(\.1))")
        }
    }

    @Test("the layout tool refuses public declarations without a description")
    func documentation() {
        #expect(Repository.text(of: ".swift-format").contains("\"AllPublicDeclarationsHaveDocumentation\": true"))
        #expect(Repository.text(of: "scripts/lint.sh").contains("swift format lint --strict"))
        #expect(Repository.text(of: "test").contains("scripts/lint.sh"))
    }

    @Test("the line scanner sees code, not texts or comments")
    func scanner() {
        func code(_ text: String) -> String {
            let folder = FileManager.default.temporaryDirectory
            let name = "scanner-\(UUID().uuidString).swift"
            try? text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
            defer { try? FileManager.default.removeItem(at: folder.appending(path: name)) }
            let steps = String(repeating: "../", count: TestEnvironment.packageFolder.pathComponents.count)
            let path = steps + folder.path.dropFirst() + "/" + name
            return SwiftSource(file: .init(path: path, size: 0)).code.map(\.text).joined(separator: "\n")
        }
        #expect(code(#"let a = "try!" // as!"#) == "let a =  ")
        #expect(code("let a = try! b()").contains("try!"))
        #expect(code("let a = \"\"\"\n  try!\n  \"\"\"\nas!").hasSuffix("as!"))
        #expect(!code("let a = \"\"\"\n  try!\n  \"\"\"\nas!").contains("try!"))
    }
}
