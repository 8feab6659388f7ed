public import CanonicalJSON
public import Disclosure

/// One act as it is handed in: its name, what it is done on, who does it, and its fields.
///
/// `{"act":"request.register","subject":"2025-1","day":"2025-06-03", …}`; `agency`, `actor` and `role` may stand in it, so
/// that the lines of one file can be of several people.
public struct ActDocument: Sendable, Hashable {
    /// The name of the act.
    public var act: String
    /// What it is done on; nil where the act finds it itself.
    public var subject: String?
    /// Code or full name of the office; nil for the caller's.
    public var agency: String?
    /// Who does it; nil for the caller.
    public var actor: String?
    /// In which role; nil for the caller's.
    public var role: String?
    /// How many entries of the subject the caller saw; nil to take it as it stands.
    public var expecting: Int?
    /// Everything else.
    public var fields: JSONValue

    /// The names that are no fields of an act.
    static let reserved: Set<String> = ["act", "subject", "agency", "actor", "role", "expecting"]
    /// The most bytes of one document.
    public static let byteLimit = 1 << 20

    /// An act.
    public init(
        _ act: String, on subject: String? = nil, agency: String? = nil, actor: String? = nil, role: String? = nil,
        expecting: Int? = nil, fields: JSONValue = .object([])
    ) {
        self.act = act
        self.subject = subject
        self.agency = agency
        self.actor = actor
        self.role = role
        self.expecting = expecting
        self.fields = fields
    }

    /// An act from JSON text.
    ///
    /// - Throws: `Refusal` when it is no JSON object, names no act, or has a reserved name of another form.
    public init(parsing bytes: [UInt8]) throws(Refusal) {
        let tree: JSONValue
        do throws(JSONParser.Failure) {
            tree = try JSONParser.parse(bytes, limits: JSONLimits(bytes: Self.byteLimit))
        } catch {
            throw Refusal(
                Finding(
                    .valueForm, .error, "不是完整的 JSON：第 \(error.offset + 1) 字节处，\(error.what)。",
                    remedy: "每个办理事项应为一个 JSON 对象；多个事项每行一个。"))
        }
        try self.init(tree)
    }

    /// An act from a JSON tree.
    ///
    /// - Throws: `Refusal` as above.
    public init(_ tree: JSONValue) throws(Refusal) {
        guard let members = tree.members else {
            throw Refusal(Finding(.valueForm, .error, "不是 JSON 对象。", remedy: "应写成 {\"act\":\"…\", …}。"))
        }
        let top = ActFields(tree)
        func text(_ name: String) throws(Refusal) -> String? {
            guard let value = top.find(name) else { return nil }
            guard let text = value.json.text, text.utf8.count <= 400 else {
                throw Refusal(Finding(.valueForm, field: name, "“\(name)”的内容不对。", remedy: "应为不长的文字。"))
            }
            return text
        }
        guard let act = try text("act") else {
            throw Refusal(
                Finding(.valueMissing, field: "act", "没有写明办理什么事项（act）。", remedy: "运行 gongkai acts 可以列出全部办理事项。"))
        }
        self.init(
            act, on: try text("subject"), agency: try text("agency"), actor: try text("actor"), role: try text("role"),
            expecting: try top.optionalNumber("expecting", 0...1_000_000_000),
            fields: .object(members.filter { !Self.reserved.contains($0.name) }))
    }
}
