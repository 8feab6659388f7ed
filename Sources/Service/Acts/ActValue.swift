internal import CanonicalJSON
internal import CivilTime
public import Disclosure
internal import Ledger
internal import Vault

/// One value of an act's document, with the place where it stands.
///
/// Numbers and flags may be written as text, as the fields of a form are.
struct ActValue {
    let json: JSONValue
    let field: String

    func day() throws(Refusal) -> Day {
        guard let text = json.text else { throw wrong(.day) }
        do throws(DayError) { return try Day(parsing: text) } catch {
            throw Refusal(Finding(.valueForm, field: field, error.message, remedy: "请按“2025-06-03”的形式填写。"))
        }
    }

    func statement() throws(Refusal) -> Statement {
        guard let text = json.text else { throw wrong(.text) }
        return try Statement(parsing: text, field: field)
    }

    func reference<Named>() throws(Refusal) -> Reference<Named> {
        guard let text = json.text else { throw wrong(.reference) }
        return try Reference(parsing: text, field: field)
    }

    func number(_ range: ClosedRange<Int>) throws(Refusal) -> Int {
        let text: String? =
            switch json {
            case .number(let digits): digits
            case .string(let digits): digits
            default: nil
            }
        guard let text, let number = Int(text), range.contains(number) else { throw wrong(.number(range)) }
        return number
    }

    func flag() throws(Refusal) -> Bool {
        switch json {
        case .boolean(let isSo): return isSo
        case .string("true"): return true
        case .string("false"): return false
        default: throw wrong(.flag)
        }
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(_: Choice.Type) throws(Refusal) -> Choice {
        guard let text = json.text, let choice = Choice(rawValue: text) else { throw wrong(.one(of: Choice.self)) }
        return choice
    }

    func requestNumber() throws(Refusal) -> RequestNumber {
        guard let number = json.text.flatMap({ RequestNumber($0) }) else { throw wrong(.requestNumber) }
        return number
    }

    func handoverNumber() throws(Refusal) -> HandoverNumber {
        guard let number = json.text.flatMap({ HandoverNumber($0) }) else { throw wrong(.handoverNumber) }
        return number
    }

    func agency() throws(Refusal) -> AgencyCode {
        guard let code = json.text.flatMap({ AgencyCode($0) }) else { throw wrong(.agency) }
        return code
    }

    func index() throws(Refusal) -> IndexNumber {
        guard let number = json.text.flatMap({ IndexNumber($0) }) else { throw wrong(.index) }
        return number
    }

    func cell() throws(Refusal) -> FigureCell {
        guard let text = json.text else { throw wrong(.cell) }
        return try FigureCell(parsing: text, field: field)
    }

    func period() throws(Refusal) -> FigurePeriod {
        let text: String? =
            if case .number(let digits) = json { digits } else { json.text }
        guard let period = text.flatMap({ FigurePeriod($0) }) else { throw wrong(.period) }
        return period
    }

    /// The digits as they were written; what they count is the cell's to say.
    func decimal() throws(Refusal) -> String {
        switch json {
        case .number(let digits), .string(let digits): return digits
        default: throw wrong(.decimal)
        }
    }

    func list(_ kind: ActFieldKind, _ range: ClosedRange<Int>) throws(Refusal) -> [ActValue] {
        guard let elements = json.elements, range.contains(elements.count) else { throw wrong(.list(kind, range)) }
        return elements.enumerated().map { ActValue(json: $0.element, field: "\(field)[\($0.offset)]") }
    }

    /// A known person's name, or what is known of a person.
    func person() throws(Refusal) -> GivenPerson {
        if json.text != nil { return .known(try reference()) }
        guard let members = json.members else { throw wrong(.person) }
        var texts: [PersonField: String] = [:]
        var findings: [Finding] = []
        for member in members {
            let place = "\(field).\(member.name)"
            if let known = PersonField(rawValue: member.name), let text = member.value.text {
                texts[known] = text
            } else if PersonField(rawValue: member.name) != nil {
                findings.append(ActValue(json: member.value, field: place).wrong(.text).findings[0])
            } else {
                findings.append(Finding.unknownField(place, among: PersonField.allCases.map(\.rawValue)))
            }
        }
        if let refusal = Refusal(findings) { throw refusal }
        do throws(Refusal) { return .described(try Person(parsing: texts)) } catch {
            // The person says `person.phone`; here it is the applicant's or the agent's.
            let placed = error.findings.map { finding in
                let name = finding.field.map { $0.hasPrefix("person.") ? String($0.dropFirst(7)) : $0 } ?? ""
                return finding.placed(at: "\(field).\(name)")
            }
            throw Refusal(placed) ?? error
        }
    }

    /// What does not fit a kind; empty when it fits.
    func problems(as kind: ActFieldKind) -> [Finding] {
        do throws(Refusal) {
            switch kind {
            case .day: _ = try day()
            case .text: _ = try statement()
            case .reference: _ = try reference() as PaperReference
            case .paper:
                if json.members != nil {
                    throw Refusal(
                        Finding(
                            .valueForm, field: field, "此处不能直接写正文和附件。",
                            remedy: "请先用 gongkai paper add 保存，再填写得到的编号。"))
                }
                _ = try reference() as PaperReference
            case .sealed:
                if json.members != nil {
                    throw Refusal(
                        Finding(.valueForm, field: field, "此处不能直接写文字和文件。", remedy: "请用 gongkai act 办理。"))
                }
                _ = try reference() as PaperReference
            case .number(let range): _ = try number(range)
            case .flag: _ = try flag()
            case .choice(let words):
                guard let text = json.text, words.contains(text) else { throw wrong(kind) }
            case .requestNumber: _ = try requestNumber()
            case .handoverNumber: _ = try handoverNumber()
            case .agency: _ = try agency()
            case .index: _ = try index()
            case .cell: _ = try cell()
            case .period: _ = try period()
            case .decimal: _ = try decimal()
            case .person: _ = try person()
            case .list(let kind, let range):
                return try list(kind, range).flatMap { $0.problems(as: kind) }
            case .object(let fields):
                guard json.members != nil else { throw wrong(kind) }
                return ActFields(json, at: field).problems(fields)
            }
            return []
        } catch {
            return error.findings
        }
    }

    /// The value has not the form of its kind. It is not quoted: nobody knows what was written into a wrong field.
    private func wrong(_ kind: ActFieldKind) -> Refusal {
        Refusal(Finding(.valueForm, field: field, "“\(field)”的内容不对。", remedy: "应为\(kind.chineseForm)。"))
    }
}

/// A person as a document gives it.
enum GivenPerson {
    /// One that is kept already.
    case known(PersonReference)
    /// What is known of one.
    case described(Person)
}

extension Finding {
    /// A field that the act does not have.
    static func unknownField(_ field: String, among names: [String]) -> Finding {
        Finding(
            .valueUnknownField, field: field, "没有名为“\(field.prefix(60))”的项目。",
            remedy: "可用的项目：\(names.joined(separator: "、"))。")
    }
}

extension Finding.Code {
    /// A value has not the form of its field.
    public static let valueForm = Self("value.form")
    /// A field that is needed is missing.
    public static let valueMissing = Self("value.missing")
    /// The act has no such field.
    public static let valueUnknownField = Self("value.unknown_field")
}
