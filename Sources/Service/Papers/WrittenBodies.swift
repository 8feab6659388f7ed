internal import CanonicalJSON
public import Disclosure
internal import Ledger

/// Bodies that stand in the documents of acts themselves, as `{"text":"…","files":["path",…]}` in the place of a reference.
///
/// They are read before the acts begin, and kept in the transaction of their act.
public struct WrittenBodies: Sendable {
    let prepare: PreparePaper
    let file: @Sendable (String) throws(Refusal) -> PreparePaper.File

    /// A source of bodies.
    ///
    /// - Parameter file: the file that a path names; it refuses where files cannot be named.
    public init(prepare: PreparePaper, file: @escaping @Sendable (String) throws(Refusal) -> PreparePaper.File) {
        self.prepare = prepare
        self.file = file
    }

    /// The most files a document may name; the limit of papers is asked later.
    private static let mostFiles = 1_000

    /// The fields with references in the place of written bodies, and the papers they name.
    func resolve(_ fields: JSONValue) throws(Refusal) -> (fields: JSONValue, papers: [Paper]) {
        guard let members = fields.members else { return (fields, []) }
        var papers: [Paper] = []
        var resolved: [JSONValue.Member] = []
        for member in members {
            switch member.name {
            case "body" where member.value.members != nil:
                let paper = try paper(member.value)
                papers.append(paper)
                resolved.append(JSONValue.Member(name: member.name, value: .string(paper.reference.text)))
            case "draft":
                let inner = try resolve(member.value)
                papers += inner.papers
                resolved.append(JSONValue.Member(name: member.name, value: inner.fields))
            default: resolved.append(member)
            }
        }
        return (.object(resolved), papers)
    }

    private func paper(_ value: JSONValue) throws(Refusal) -> Paper {
        for member in value.members ?? [] where member.name != "text" && member.name != "files" {
            throw Refusal(Finding.unknownField("body.\(member.name)", among: ["text", "files"]))
        }
        let text = value["text"]?.text
        let names = value["files"]?.elements ?? []
        guard value["text"] == nil || text != nil, value["files"] == nil || value["files"]?.elements != nil,
            names.count <= Self.mostFiles, names.allSatisfy({ $0.text != nil })
        else {
            throw Refusal(
                Finding(
                    .valueForm, field: "body", "“body”的内容不对。",
                    remedy: "应为编号，或者写成 {\"text\":\"正文\",\"files\":[\"附件路径\"]}。"))
        }
        var files: [PreparePaper.File] = []
        for name in names { files.append(try file(name.text ?? "")) }
        do throws(Refusal) { return try prepare.run(text ?? "", files: files) } catch {
            throw Refusal(
                error.findings.map { $0.placed(at: "body.\($0.field ?? "text")") }) ?? error
        }
    }
}
