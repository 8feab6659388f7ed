import Foundation

/// What the structure tests read out of a Swift file, line by line.
struct SwiftSource {
    /// The file.
    var file: Repository.File

    /// The target whose source this is.
    var target: String { file.path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// The modules it imports.
    var imports: [String] {
        file.lines.compactMap { line in
            var words = line.text.split(separator: " ")[...]
            while let word = words.first, word.hasPrefix("@") || Self.accessLevels.contains(String(word)) {
                words = words.dropFirst()
            }
            guard words.first == "import" else { return nil }
            words = words.dropFirst()
            // `import struct Foundation.URL` names the kind first.
            if let kind = words.first, Self.importKinds.contains(String(kind)) { words = words.dropFirst() }
            return words.first.flatMap { $0.split(separator: ".").first }.map(String.init)
        }
    }

    /// The lines of code: without comments, and without what stands in string literals.
    var code: [(number: Int, text: String)] {
        var isInText = false
        return file.lines.map { line in
            let quotes = line.text.components(separatedBy: "\"\"\"").count - 1
            let startsInText = isInText
            if quotes % 2 == 1 { isInText.toggle() }
            // A line that holds a border of a multi-line text is taken up to the border at most.
            if startsInText { return (line.number, "") }
            return (line.number, Self.withoutTextAndComment(line.text))
        }
    }

    private static let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
    private static let importKinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "var", "let"]

    private static func withoutTextAndComment(_ line: String) -> String {
        var kept = ""
        var isText = false
        var previous: Character = " "
        for character in line {
            if character == "\"" && previous != "\\" {
                isText.toggle()
            } else if !isText {
                if character == "/" && previous == "/" {
                    kept.removeLast()
                    return kept
                }
                kept.append(character)
            }
            previous = previous == "\\" && character == "\\" ? " " : character
        }
        return kept
    }

    /// Every Swift file of the product.
    static let product = Repository.files(under: "Sources/", ending: ".swift").map(SwiftSource.init)
        .filter { $0.target != "TestSupport" }
    /// Every Swift file under `Sources`.
    static let sources = Repository.files(under: "Sources/", ending: ".swift").map(SwiftSource.init)
    /// Every Swift file of the tests.
    static let tests = Repository.files(under: "Tests/", ending: ".swift").map(SwiftSource.init)
}
