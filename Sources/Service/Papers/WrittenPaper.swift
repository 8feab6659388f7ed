internal import CanonicalJSON
internal import Disclosure
internal import Ledger
internal import Vault

/// A text or a file that stands in the document of an act and is for the applicant alone: kept sealed beside the act that
/// names it, never in an entry.
struct WrittenPaper: Sendable {
    let reference: PaperReference
    let role: SealedPaper.Role
    let label: PaperLabel
    let bytes: [UInt8]
}

extension WrittenBodies {
    /// The fields of an act with references in the place of what is to be sealed, and the papers.
    ///
    /// - Parameter draw: gives a new name.
    func seal(
        _ fields: JSONValue, of act: ActDefinition, draw: () throws(Refusal) -> PaperReference
    ) throws(Refusal) -> (fields: JSONValue, papers: [WrittenPaper]) {
        var papers: [WrittenPaper] = []
        func name(_ value: JSONValue, _ role: SealedPaper.Role, _ field: String) throws(Refusal) -> JSONValue {
            guard value.members != nil else { return value }
            let (label, bytes) = try content(value, field)
            let reference = try draw()
            papers.append(WrittenPaper(reference: reference, role: role, label: label, bytes: bytes))
            return .string(reference.text)
        }
        var members: [JSONValue.Member] = []
        for member in fields.members ?? [] {
            var value = member.value
            switch act.fields.first(where: { $0.name == member.name })?.kind {
            case .sealed(let role): value = try name(value, role, member.name)
            case .list(.sealed(let role), let range):
                guard let elements = value.elements, elements.count <= range.upperBound else { break }
                var named: [JSONValue] = []
                for (index, element) in elements.enumerated() {
                    named.append(try name(element, role, "\(member.name)[\(index)]"))
                }
                value = .array(named)
            default: break
            }
            members.append(JSONValue.Member(name: member.name, value: value))
        }
        return (.object(members), papers)
    }

    private func content(_ value: JSONValue, _ field: String) throws(Refusal) -> (PaperLabel, [UInt8]) {
        guard value.members?.count == 1 else { throw Self.form(field) }
        if let text = value["text"]?.text { return (PaperLabel("消息", nil), try Self.plain(text, field)) }
        guard let path = value["file"]?.text else { throw Self.form(field) }
        let file = try file(path)
        guard !file.bytes.isEmpty, file.bytes.count <= prepare.limits.fileBytes else {
            throw Refusal(
                Finding(
                    file.bytes.isEmpty ? .fileEmpty : .fileTooLarge, field: field,
                    "文件“\(PaperLabel.plain(file.name))”是空的，或者超过 \(prepare.limits.fileBytes) 字节的上限。",
                    remedy: "请压缩图片或者拆分文件；确有需要时可调整设置 GONGKAI_PAPER_FILE_BYTES。"))
        }
        guard let format = PaperFormat(of: file.bytes, named: file.name) else {
            let kinds = PaperFormat.allCases.map(\.chineseText).joined(separator: "、")
            throw Refusal(
                Finding(
                    .fileFormat, field: field, "文件“\(PaperLabel.plain(file.name))”的格式不能提供给申请人下载。",
                    remedy: "可以用：\(kinds)。请另存为其中一种。"))
        }
        return (PaperLabel(file.name, format), file.bytes)
    }

    /// A text of up to as many characters as a statement. It is sealed, so that it may name persons.
    private static func plain(_ text: String, _ field: String) throws(Refusal) -> [UInt8] {
        guard !text.allSatisfy(\.isWhitespace), text.count <= Statement.limit,
            text.unicodeScalars.allSatisfy({
                $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\t" || $0 == "\r"
            })
        else {
            throw Refusal(
                Finding(
                    .valueForm, field: field, "文字是空的、超过 \(Statement.limit) 个字，或者有不能显示的控制字符。",
                    remedy: "请改正后再提交，较长的内容可作为附件。"))
        }
        return Array(text.replacing("\r\n", with: "\n").utf8)
    }

    private static func form(_ field: String) -> Refusal {
        Refusal(
            Finding(
                .valueForm, field: field, "“\(field)”的内容不对。",
                remedy: "应写成 {\"text\":\"文字\"} 或者 {\"file\":\"文件路径\"}，只写其中一项。"))
    }
}

extension ActDefinition {
    /// The names that the sealed fields of a document hold.
    func sealedReferences(in fields: JSONValue) -> [(field: String, reference: PaperReference)] {
        self.fields.flatMap { field -> [(field: String, reference: PaperReference)] in
            let values: [JSONValue]
            switch field.kind {
            case .sealed: values = fields[field.name].map { [$0] } ?? []
            case .list(.sealed, _): values = fields[field.name]?.elements ?? []
            default: return []
            }
            return values.compactMap { $0.text.flatMap { PaperReference($0) } }.map { (field.name, $0) }
        }
    }
}
