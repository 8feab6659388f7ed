internal import AnnualReport
internal import Ledger
internal import Markup

/// The shape of a value, as OpenAPI 3.1 writes it (JSON Schema 2020-12), and for parameters also the check of what came.
indirect enum JSONSchema: Sendable {
    /// Text; `pattern` is a regular expression of the document's readers, `check` does the same here.
    case string(TextRule)
    /// One of some words.
    case word([String])
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A number.
    case number
    case boolean
    case array(JSONSchema)
    /// Members in their order; all are always there.
    case object([(name: String, schema: JSONSchema)])
    /// Any members of one shape.
    case map(JSONSchema)
    /// A value or `null`.
    case optional(JSONSchema)
    /// A shape with a name of its own.
    case named(String)

    /// What text may be.
    struct TextRule: Sendable {
        /// The pattern for readers of the document; nil for any text.
        var pattern: String?
        var example: String?
        /// What the pattern says, decided without one.
        var check: @Sendable (String) -> Bool = { _ in true }

        /// Any text.
        static let any = TextRule()
    }

    /// Any text.
    static let text = JSONSchema.string(.any)

    /// Writes the schema.
    func write(to json: inout JSONWriter) {
        json.object { json in members(&json) }
    }

    private func members(_ json: inout JSONWriter) {
        switch self {
        case .string(let rule):
            json.member("type", "string")
            if let pattern = rule.pattern { json.member("pattern", pattern) }
            if let example = rule.example { json.member("examples", [example]) }
        case .word(let words):
            json.member("type", "string")
            json.member("enum", words)
        case .integer(let range):
            json.member("type", "integer")
            if range.lowerBound != .min { json.member("minimum", range.lowerBound) }
            if range.upperBound != .max { json.member("maximum", range.upperBound) }
        case .number: json.member("type", "number")
        case .boolean: json.member("type", "boolean")
        case .array(let element):
            json.member("type", "array")
            json.key("items")
            element.write(to: &json)
        case .object(let fields):
            json.member("type", "object")
            json.member("required", fields.map(\.name))
            json.object("properties") { json in
                for field in fields {
                    json.key(field.name)
                    field.schema.write(to: &json)
                }
            }
        case .map(let value):
            json.member("type", "object")
            json.key("additionalProperties")
            value.write(to: &json)
        case .optional(let value):
            json.array("anyOf") { json in
                value.write(to: &json)
                json.object { $0.member("type", "null") }
            }
        case .named(let name): json.member("$ref", "#/components/schemas/\(name)")
        }
    }

    /// Whether the text of a parameter is a value of this shape; only texts, words and whole numbers come that way.
    func accepts(_ text: String) -> Bool {
        switch self {
        case .string(let rule): rule.check(text)
        case .word(let words): words.contains(text)
        case .integer(let range): Self.integer(text).map(range.contains) ?? false
        default: false
        }
    }

    /// What is expected, in plain words.
    var wanted: String {
        switch self {
        case .word(let words): "应当是 \(words.joined(separator: "、")) 之一"
        case .integer(let range): "应当是\(range.lowerBound)到\(range.upperBound)之间的整数"
        case .string(let rule): rule.example.map { "格式不对，例如 \($0)" } ?? "格式不对"
        default: "格式不对"
        }
    }

    /// A whole number as JSON writes it: digits without zeros in front.
    private static func integer(_ text: String) -> Int? {
        guard let number = Int(text), String(number) == text else { return nil }
        return number
    }
}

extension JSONSchema.TextRule {
    /// The code of an office.
    static let code = JSONSchema.TextRule(
        pattern: "^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$", example: "sample-bureau",
        check: { AgencyCode($0) != nil })
    /// The address of a cell.
    static let cell = JSONSchema.TextRule(
        pattern: "^[a-z0-9_]{1,60}\\.[a-z0-9_]{1,60}\\.[a-z0-9_]{1,60}$",
        example: "t3_applications.new_received.total",
        check: { CellAddress($0).map { [$0.table, $0.row, $0.column].allSatisfy { $0.utf8.count <= 60 } } ?? false })
    /// Where a page begins.
    static let cursor = JSONSchema.TextRule(
        pattern: "^[A-Za-z0-9.-]{1,64}$",
        check: { text in
            (1...64).contains(text.utf8.count)
                && text.utf8.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
                    default: false
                    }
                }
        })
    /// The id of an item, or a place in a list of items.
    static let place = JSONSchema.TextRule(
        pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$", example: "xiangzhi.xz-6-1",
        check: { text in
            (1...120).contains(text.utf8.count) && !".-_".utf8.contains(text.utf8.first ?? 0x2E)
                && text.utf8.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                    default: false
                    }
                }
        })
    /// The id of a rule.
    static let rule = JSONSchema.TextRule(
        pattern: "^[A-Z][A-Z0-9_]{1,39}$", example: "T3_BALANCE",
        check: { text in
            (2...40).contains(text.utf8.count) && (0x41...0x5A).contains(text.utf8.first ?? 0)
                && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x5F }
        })
    /// Words to look for: up to a hundred characters, no control character.
    static let words = JSONSchema.TextRule(
        pattern: "^[^\\u0000-\\u001F\\u007F]{1,100}$", example: "大数据",
        check: { text in
            (1...100).contains(text.unicodeScalars.count)
                && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        })
}
