public import Ledger

/// One field of an act: what a document, a form or a line of a file must give.
public struct ActField: Sendable, Hashable {
    /// Its name in data.
    public let name: String
    /// What stands in it.
    public let kind: ActFieldKind
    /// True when it cannot be left out, whatever the case.
    public let isRequired: Bool
    /// What it means, in Chinese.
    public let chineseText: String

    /// A field that is needed.
    static func needed(_ name: String, _ kind: ActFieldKind, _ chineseText: String) -> ActField {
        ActField(name: name, kind: kind, isRequired: true, chineseText: chineseText)
    }

    /// A field that can be left out.
    static func optional(_ name: String, _ kind: ActFieldKind, _ chineseText: String) -> ActField {
        ActField(name: name, kind: kind, isRequired: false, chineseText: chineseText)
    }
}

/// What can stand in a field.
public indirect enum ActFieldKind: Sendable, Hashable {
    /// A day, as `2025-06-03`.
    case day
    /// A text of at most 4,000 characters without an identity number.
    case text
    /// A name of letters, digits, dashes, dots and underscores.
    case reference
    /// A text with its files: the reference of a kept paper, or an object with `text` and `files` that is kept with the act.
    case paper
    /// A text or a file for the applicant alone, kept sealed with the act: an object with `text` or `file`; what it is.
    case sealed(SealedPaper.Role)
    /// A whole number within bounds.
    case number(ClosedRange<Int>)
    /// True or false.
    case flag
    /// One of some words.
    case choice([String])
    /// The number of an application, as `2025-12`.
    case requestNumber
    /// The number of a handover, as `2025-3`.
    case handoverNumber
    /// The code of an office.
    case agency
    /// A number in the catalogue.
    case index
    /// The address of a cell of the statutory form.
    case cell
    /// A year or a month, as `2025` or `2025-03`.
    case period
    /// A number with decimals, as text or number.
    case decimal
    /// A person: the reference of a known one, or an object with what is known, which is kept sealed.
    case person
    /// Several of one kind; how many.
    case list(ActFieldKind, ClosedRange<Int>)
    /// An object with fields of its own.
    case object([ActField])

    /// The words of a type's cases.
    static func one<Choice: RawRepresentable<String> & CaseIterable>(of type: Choice.Type) -> ActFieldKind {
        .choice(type.allCases.map(\.rawValue))
    }

    /// The form in Chinese, as a refusal says it.
    public var chineseForm: String {
        switch self {
        case .day: "日期，例如 2025-06-03"
        case .text: "文字，最多 4000 字"
        case .reference: "编号，由1至64个字母、数字、横线、点或下划线组成"
        case .paper: "已保存的正文编号，或者 {\"text\":\"正文\",\"files\":[\"附件路径\"]}"
        case .sealed: "{\"text\":\"文字\"} 或者 {\"file\":\"文件路径\"}，加密保存"
        case .number(let range): "\(range.lowerBound) 至 \(range.upperBound) 的整数"
        case .flag: "true（是）或者 false（否）"
        case .choice(let words): "以下之一：\(words.joined(separator: "、"))"
        case .requestNumber: "登记号，例如 2025-12"
        case .handoverNumber: "交接文据编号，例如 2025-3"
        case .agency: "机关代码，由1至32个字母、数字和横线组成"
        case .index: "索引号，最多 64 个字，没有空格"
        case .cell: "单元格地址，由表、行、列三段组成"
        case .period: "年或者年月，例如 2025 或者 2025-03"
        case .decimal: "数字，不写逗号和单位"
        case .person: "已登记的人员编号，或者含姓名、证件、联系方式的对象"
        case .list(let kind, let range): "\(range.lowerBound) 至 \(range.upperBound) 项的列表，每项为：\(kind.chineseForm)"
        case .object(let fields): "对象，各项为：\(fields.map(\.name).joined(separator: "、"))"
        }
    }

    /// The form in English, as the documentation says it.
    public var form: String {
        switch self {
        case .day: "day"
        case .text: "text"
        case .reference: "reference"
        case .paper: "paper: reference or object"
        case .sealed: "sealed: object with `text` or `file`"
        case .number(let range): "number \(range.lowerBound)-\(range.upperBound)"
        case .flag: "true or false"
        case .choice(let words): words.map { "`\($0)`" }.joined(separator: " ")
        case .requestNumber: "request number"
        case .handoverNumber: "handover number"
        case .agency: "office code"
        case .index: "index number"
        case .cell: "cell address"
        case .period: "year or month"
        case .decimal: "decimal number"
        case .person: "person: reference or object"
        case .list(let kind, let range): "list of \(range.lowerBound)-\(range.upperBound): \(kind.form)"
        case .object(let fields): "object of " + fields.map { "`\($0.name)`" }.joined(separator: " ")
        }
    }
}
