internal import CanonicalJSON
internal import CivilTime
internal import Disclosure
internal import Ledger

/// The fields of an act's document, read by name. What is null or blank text counts as left out.
struct ActFields {
    let object: JSONValue
    private let prefix: String

    init(_ object: JSONValue, at field: String = "") {
        self.object = object
        prefix = field.isEmpty ? "" : "\(field)."
    }

    /// Everything that does not fit the fields of an act: what is missing, what has not the form, what the act does not
    /// know.
    func problems(_ fields: [ActField]) -> [Finding] {
        var findings: [Finding] = []
        for field in fields {
            if let value = find(field.name) {
                findings += value.problems(as: field.kind)
            } else if field.isRequired {
                findings.append(missing(field.name, field.chineseText))
            }
        }
        for member in object.members ?? [] where !fields.contains(where: { $0.name == member.name }) {
            findings.append(.unknownField(prefix + member.name, among: fields.map(\.name)))
        }
        return findings
    }

    /// The value of a field; nil when it is left out.
    func find(_ name: String) -> ActValue? {
        switch object[name] {
        case nil, .null: return nil
        case .string(let text) where text.allSatisfy(\.isWhitespace): return nil
        case .some(let value): return ActValue(json: value, field: prefix + name)
        }
    }

    /// The value of a field that is needed.
    func get(_ name: String) throws(Refusal) -> ActValue {
        guard let value = find(name) else { throw Refusal(missing(name, name)) }
        return value
    }

    private func missing(_ name: String, _ chineseText: String) -> Finding {
        Finding(
            .valueMissing, field: prefix + name, "没有填写“\(chineseText)”（\(prefix + name)）。", remedy: "请填写后再提交。",
            english: .init("This is not filled in.", remedy: "Fill it in, then send it."))
    }

    func has(_ name: String) -> Bool { find(name) != nil }

    func day(_ name: String = "day") throws(Refusal) -> Day { try get(name).day() }
    func optionalDay(_ name: String) throws(Refusal) -> Day? { try find(name)?.day() }
    func text(_ name: String) throws(Refusal) -> Statement { try get(name).statement() }
    func optionalText(_ name: String) throws(Refusal) -> Statement? { try find(name)?.statement() }
    func reference<Named>(_ name: String) throws(Refusal) -> Reference<Named> { try get(name).reference() }
    func optionalReference<Named>(_ name: String) throws(Refusal) -> Reference<Named>? { try find(name)?.reference() }
    func flag(_ name: String, default standard: Bool = false) throws(Refusal) -> Bool {
        try find(name)?.flag() ?? standard
    }
    func number(_ name: String, _ range: ClosedRange<Int>) throws(Refusal) -> Int { try get(name).number(range) }
    func optionalNumber(_ name: String, _ range: ClosedRange<Int>) throws(Refusal) -> Int? {
        try find(name)?.number(range)
    }
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ type: Choice.Type = Choice.self
    ) throws(Refusal) -> Choice { try get(name).choice(type) }
    func optionalChoice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ type: Choice.Type = Choice.self
    ) throws(Refusal) -> Choice? { try find(name)?.choice(type) }
    func count(_ name: String) throws(Refusal) -> Headcount {
        let number = try number(name, 0...Headcount.limit)
        return Headcount(number) ?? .none
    }
    func optionalCount(_ name: String) throws(Refusal) -> Headcount? {
        try has(name) ? count(name) : nil
    }

    /// An object's own fields; nil when it is left out.
    func optionalObject(_ name: String) -> ActFields? {
        guard let value = find(name) else { return nil }
        return ActFields(value.json, at: value.field)
    }

    /// The elements of a list, each an object; none when it is left out.
    func objects(_ name: String) -> [ActFields] {
        guard let value = find(name) else { return [] }
        return (value.json.elements ?? []).enumerated().map {
            ActFields($0.element, at: "\(value.field)[\($0.offset)]")
        }
    }

    /// The elements of a list; none when it is left out.
    func values(_ name: String) -> [ActValue] {
        guard let value = find(name) else { return [] }
        return (value.json.elements ?? []).enumerated().map {
            ActValue(json: $0.element, field: "\(value.field)[\($0.offset)]")
        }
    }
}
