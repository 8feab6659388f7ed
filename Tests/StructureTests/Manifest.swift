import Foundation

/// The targets of `Package.swift`, read from its text.
struct Manifest {
    /// One target.
    struct Target {
        var name: String
        var dependencies: [String]
        var isTest: Bool
    }

    /// In the order of the manifest.
    let targets: [Target]

    static let current = Manifest(text: Repository.text(of: "Package.swift"))

    /// How a target begins, and whether it is a test target.
    private static let heads: [(text: String, isTest: Bool)] = [
        ("library(", false), ("system(", false), (".target(", false), (".executableTarget(", false),
        ("tests(", true), (".testTarget(", true), (".systemLibrary(", false),
    ]

    init(text: String) {
        // The list of targets; what stands before it are the functions that make them.
        let list = text.components(separatedBy: "targets: [\n").dropFirst().joined(separator: "targets: [\n")
        var targets: [Target] = []
        var rest = list[...]
        while let (head, start) = Self.nextHead(in: rest) {
            let end = Self.closing(from: start, in: rest)
            if let target = Self.target(in: String(rest[start..<end]), isTest: head.isTest) { targets.append(target) }
            rest = rest[end...]
        }
        self.targets = targets
    }

    private static func nextHead(in text: Substring) -> (head: (text: String, isTest: Bool), start: String.Index)? {
        heads.compactMap { head in text.range(of: head.text).map { (head, $0.upperBound) } }
            .min { $0.1 < $1.1 }
    }

    /// The place of the parenthesis that closes the one before `start`.
    private static func closing(from start: String.Index, in text: Substring) -> String.Index {
        var depth = 1
        var index = start
        while index < text.endIndex {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" { depth -= 1 }
            if depth == 0 { return index }
            index = text.index(after: index)
        }
        return text.endIndex
    }

    private static func target(in call: String, isTest: Bool) -> Target? {
        let pieces = call.components(separatedBy: "\"")
        guard pieces.count > 1 else { return nil }
        // Dependencies are the first array, right after their label or, in the short forms, after the name.
        var dependencies: [String] = []
        if let open = call.firstIndex(of: "["), let close = call[open...].firstIndex(of: "]") {
            let before = call[..<open].filter { !$0.isWhitespace }
            if before.hasSuffix("dependencies:") || before == "\"\(pieces[1])\"," {
                dependencies = call[open..<close].components(separatedBy: "\"").enumerated()
                    .filter { $0.offset % 2 == 1 }.map(\.element)
            }
        }
        return Target(name: pieces[1], dependencies: dependencies, isTest: isTest)
    }
}
