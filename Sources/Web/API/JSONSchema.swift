internal import AnnualReport
internal import CanonicalJSON
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
    /// Members of which some may be left out and none is unknown: what programs send.
    case form([Member])
    /// Members of which some may be left out, and others may come: what programs are told.
    case record([Member])
    /// A list of bounded length: what programs send.
    case list(JSONSchema, ClosedRange<Int>)
    /// Any members of one shape.
    case map(JSONSchema)
    /// A value or `null`.
    case optional(JSONSchema)
    /// A shape with a name of its own.
    case named(String)

    /// A member of a form or a record.
    struct Member: Sendable {
        let name: String
        let schema: JSONSchema
        /// What it means, in Chinese and English.
        let about: String
        var isRequired = false
    }

    /// What text may be.
    struct TextRule: Sendable {
        /// The pattern for readers of the document; nil for any text.
        var pattern: String?
        var example: String?
        /// What is expected, in plain words; nil where the example tells enough.
        var wanted: Sentence?
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
        case .form(let members):
            Self.write(members, &json)
            json.member("additionalProperties", false)
        case .record(let members): Self.write(members, &json)
        case .list(let element, let count):
            json.member("type", "array")
            json.member("minItems", count.lowerBound)
            json.member("maxItems", count.upperBound)
            json.key("items")
            element.write(to: &json)
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

    /// Members with what they mean; those that are not needed may be left out.
    private static func write(_ members: [Member], _ json: inout JSONWriter) {
        json.member("type", "object")
        json.member("required", members.filter(\.isRequired).map(\.name))
        json.object("properties") { json in
            for member in members {
                json.object(member.name) { json in
                    member.schema.members(&json)
                    json.member("description", member.about)
                }
            }
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
    var wanted: Sentence {
        switch self {
        case .word(let words):
            Sentence("应当是 \(words.joined(separator: "、")) 之一", "it should be one of \(words.joined(separator: ", "))")
        case .integer(let range):
            Sentence(
                "应当是\(range.lowerBound)到\(range.upperBound)之间的整数",
                "it should be a whole number from \(range.lowerBound) to \(range.upperBound)")
        case .string(let rule):
            rule.wanted ?? rule.example.map { Sentence("格式不对，例如 \($0)", "it has the wrong form; an example is \($0)") }
                ?? Self.formless
        default: Self.formless
        }
    }

    private static let formless = Sentence("格式不对", "it has the wrong form")

    /// What is wrong with a value that was sent, each with the place of it.
    ///
    /// - Parameter pointer: where the value stands (RFC 6901).
    func faults(in value: JSONValue, at pointer: String = "") -> [APIProblem.Fault] {
        func wrong(_ message: Sentence) -> [APIProblem.Fault] { [.init(pointer: "#\(pointer)", message: message)] }
        switch self {
        case .string, .word:
            guard let text = value.text else { return wrong(Sentence("应当是文字", "it should be a text")) }
            return accepts(text) ? [] : wrong(wanted)
        case .boolean:
            guard case .boolean = value else {
                return wrong(Sentence("应当是 true 或者 false", "it should be true or false"))
            }
            return []
        case .list(let element, let count):
            guard let elements = value.elements else { return wrong(Sentence("应当是列表", "it should be a list")) }
            guard count.contains(elements.count) else {
                return wrong(
                    Sentence(
                        "应当有\(count.lowerBound)到\(count.upperBound)项，现在有\(elements.count)项",
                        "it should have \(count.lowerBound) to \(count.upperBound) entries and has \(elements.count)"))
            }
            return elements.enumerated().flatMap { element.faults(in: $0.element, at: "\(pointer)/\($0.offset)") }
        case .form(let members):
            guard let sent = value.members else { return wrong(Sentence("应当是对象", "it should be an object")) }
            var faults = members.flatMap { member -> [APIProblem.Fault] in
                let place = "\(pointer)/\(member.name)"
                guard let value = value[member.name] else {
                    return member.isRequired
                        ? [.init(pointer: "#\(place)", message: Sentence("缺少这一项", "it is missing"))] : []
                }
                return member.schema.faults(in: value, at: place)
            }
            // What a stranger called a member is not repeated.
            if sent.contains(where: { member in !members.contains { $0.name == member.name } }) {
                let names = members.map(\.name)
                faults += wrong(
                    Sentence(
                        "有不认识的项；可以有：\(names.joined(separator: "、"))",
                        "it has members that are not known; these can be there: \(names.joined(separator: ", "))"))
            }
            return faults
        default: return wrong(Sentence("不能这样提交", "it cannot be sent in this way"))
        }
    }

    /// A whole number as JSON writes it: digits without zeros in front.
    private static func integer(_ text: String) -> Int? {
        guard let number = Int(text), String(number) == text else { return nil }
        return number
    }
}
