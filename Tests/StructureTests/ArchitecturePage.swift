import Foundation

/// The tables of `docs/architecture.md`, which are the one place where targets, imports and libraries are listed.
struct ArchitecturePage {
    /// One row of the table of targets.
    struct Target {
        var name: String
        var layer: String
        var mayImport: [String]
    }

    /// The table of targets, top to bottom.
    let targets: [Target]
    /// The modules named in the table of dependencies.
    let dependencyModules: Set<String>
    /// How many declarations overrule the compiler's checks, as the page tells.
    let uncheckedCount: Int?

    static let current = ArchitecturePage(text: Repository.text(of: "docs/architecture.md"))

    init(text: String) {
        var targets: [Target] = []
        var modules: Set<String> = []
        var isDependencies = false
        for line in text.components(separatedBy: "\n") {
            if line.hasPrefix("## ") { isDependencies = line == "## Dependencies" }
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            if isDependencies {
                if cells.count == 5 { modules.formUnion(Self.names(in: cells[1])) }
            } else if cells.count == 4, let name = Self.names(in: cells[0]).first {
                targets.append(Target(name: name, layer: cells[1], mayImport: Self.names(in: cells[3])))
            }
        }
        self.targets = targets
        dependencyModules = modules
        let marked = text.components(separatedBy: "Unchecked declarations in the sources: **").dropFirst().first
        uncheckedCount = marked.flatMap { $0.components(separatedBy: "**").first }.flatMap { Int($0) }
    }

    func target(_ name: String) -> Target? { targets.first { $0.name == name } }

    /// The words in backticks.
    private static func names(in cell: String) -> [String] {
        cell.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
}
