/// The parts of a docx file and how they refer to each other.
enum WordPackage {
    /// The name of the part that holds the text.
    static func mainPart(of package: ZipPackage, limits: ReadingLimits) throws(DocumentError) -> String {
        let usual = "word/document.xml"
        if package.index(of: usual) != nil { return usual }
        let relations = try Relations.read(of: "", in: package, limits: limits)
        guard let main = relations.target(type: "/officeDocument") else { throw .damaged("文件") }
        return main
    }
}

/// The relations of one part of an office file: ids and types to the names of other parts.
struct Relations: MarkupConsumer {
    struct Relation {
        var id: String
        var type: String
        var target: String
    }
    private(set) var all: [Relation] = []
    private let folder: String

    private init(folder: String) { self.folder = folder }

    /// Reads the relations of a part; none where the part has none. The part `""` is the package itself.
    static func read(
        of part: String, in package: ZipPackage, limits: ReadingLimits
    ) throws(DocumentError) -> Relations {
        let slash = part.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(part[...$0]) } ?? ""
        let file = slash.map { String(part[part.utf8.index(after: $0)...]) } ?? part
        guard let index = package.index(of: folder + "_rels/" + file + ".rels") else {
            return Relations(folder: folder)
        }
        return try XMLStream.parse(try package.open(index), Relations(folder: folder), limits: limits)
    }

    func target(type ending: String) -> String? { all.first { $0.type.hasSuffix(ending) }?.target }
    func target(id: String) -> String? { all.first { $0.id == id }?.target }

    static func tag(_ local: String, space: String) -> Bool { local == "Relationship" }

    mutating func start(_ isRelation: Bool, _ attributes: MarkupAttributes) throws(DocumentError) {
        guard isRelation, all.count < 100_000, let id = attributes["Id"], let target = attributes["Target"] else {
            return
        }
        let name: String
        if target.utf8.first == UInt8(ascii: "/") {
            name = String(target.dropFirst())
        } else if target.hasPrefix("../") {
            name = parent(of: folder) + target.dropFirst(3)
        } else {
            name = folder + target
        }
        all.append(Relation(id: id, type: attributes["Type"] ?? "", target: name))
    }

    mutating func end(_ isRelation: Bool) throws(DocumentError) {}
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentError) {}

    private func parent(of folder: String) -> String {
        let parts = folder.split(separator: "/").dropLast()
        return parts.isEmpty ? "" : parts.joined(separator: "/") + "/"
    }
}
