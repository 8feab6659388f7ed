/// The unit in which a source states money.
public enum AmountUnit: String, Sendable, Hashable, CaseIterable, Codable {
    /// 元.
    case yuan
    /// 万元.
    case tenThousandYuan = "ten_thousand_yuan"

    /// How many fen one of it is.
    public var fen: Int64 { self == .yuan ? 100 : 1_000_000 }
    /// How many decimals it may have, so that the fen are whole.
    public var decimals: Int { self == .yuan ? 2 : 6 }
    /// The name in Chinese.
    public var chineseText: String { self == .yuan ? "元" : "万元" }
}

/// A figure as its source states it: a count, or money in a unit; exact.
public enum FigureValue: Sendable, Hashable {
    /// A count; negative only for a change.
    case count(Int)
    /// Money, with the unit the source states it in.
    case amount(Yuan, AmountUnit)

    /// The largest magnitude of a count, and of money in yuan; twelve months together still fit a form.
    public static let limit: Int64 = 700_000_000_000

    /// A figure for a cell from what a user wrote: digits, with a sign for a change, with decimals for money.
    ///
    /// Example: `1075.178` in 万元 is exactly 10,751,780 yuan. A text with commas or a unit in it is refused, never guessed.
    /// - Throws: `Refusal` naming the field when it is blank, no number, not exact in fen, or beyond `limit`.
    public init(
        parsing text: String, for cell: FigureCell, unit: AmountUnit = .tenThousandYuan, field: String
    ) throws(Refusal) {
        guard !text.isEmpty else {
            throw Self.refusal(field, "没有填写数字。", "空白不等于0；确实没有发生的，请使用零申报。")
        }
        let isAmount = cell.nature == .amount
        let decimals = isAmount ? unit.decimals : 0
        guard let scaled = Self.scaled(text, decimals: decimals) else {
            let remedy =
                isAmount
                ? "请填写阿拉伯数字，以\(unit.chineseText)为单位最多\(decimals)位小数，不写逗号和单位。" : "请填写阿拉伯数字的整数，不写逗号和单位。"
            throw Self.refusal(field, "“\(text.prefix(30))”不是这一项可以填写的数字。", remedy)
        }
        self = isAmount ? .amount(Yuan(fen: scaled), unit) : .count(Int(scaled))
        guard isInRange else { throw Self.refusal(field, "“\(text.prefix(30))”超出上限。", "请核对数字和单位。") }
    }

    /// Whole digits with an optional sign and at most so many decimals, times ten to their number; nil for anything else.
    private static func scaled(_ text: String, decimals: Int) -> Int64? {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative { rest.removeFirst() }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count <= (decimals > 0 ? 2 : 1) else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.utf8.count <= decimals, parts.count == 1 || !fraction.isEmpty else { return nil }
        let digits = String(whole) + fraction + String(repeating: "0", count: decimals - fraction.utf8.count)
        guard digits.utf8.count <= 18, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int64(digits).map { isNegative ? -$0 : $0 }
    }

    /// Nothing, as a cell counts it.
    public static func zero(for cell: FigureCell, unit: AmountUnit = .tenThousandYuan) -> FigureValue {
        cell.nature == .amount ? .amount(.zero, unit) : .count(0)
    }

    /// True when it is no larger than `limit`.
    public var isInRange: Bool {
        switch self {
        case .count(let count): count.magnitude <= Self.limit.magnitude
        case .amount(let amount, _): amount.fen.magnitude <= Self.limit.magnitude * 100
        }
    }

    /// True when it is below nought.
    public var isNegative: Bool {
        switch self {
        case .count(let count): count < 0
        case .amount(let amount, _): amount < .zero
        }
    }

    /// True when it is the kind of figure that a cell takes: money or a count, negative only for a change.
    public func fits(_ cell: FigureCell) -> Bool {
        guard isInRange, !isNegative || cell.nature == .change else { return false }
        return switch self {
        case .count: cell.nature != .amount
        case .amount: cell.nature == .amount
        }
    }

    /// Both together; the unit is that of the first. Nil for a count and money, or beyond what an integer holds.
    func adding(_ other: FigureValue) -> FigureValue? {
        switch (self, other) {
        case (.count(let a), .count(let b)):
            let (sum, overflow) = a.addingReportingOverflow(b)
            return overflow ? nil : .count(sum)
        case (.amount(let a, let unit), .amount(let b, _)): return .amount(a + b, unit)
        default: return nil
        }
    }

    /// As it is written, with the unit of money: `12`, `1075.178万元`.
    public var chineseText: String {
        switch self {
        case .count(let count): return String(count)
        case .amount(let amount, let unit):
            let (whole, rest) = amount.fen.magnitude.quotientAndRemainder(dividingBy: unit.fen.magnitude)
            var digits = String(rest)
            digits = String(repeating: "0", count: unit.decimals - digits.utf8.count) + digits
            while digits.hasSuffix("0") { digits.removeLast() }
            let sign = amount < .zero ? "-" : ""
            return "\(sign)\(whole)\(digits.isEmpty ? "" : "." + digits)\(unit.chineseText)"
        }
    }

    private static func refusal(_ field: String, _ message: String, _ remedy: String) -> Refusal {
        Refusal(Finding(.figureValue, field: field, message, article: .reportNotice, remedy: remedy))
    }
}

extension FigureValue: Codable {
    private enum CodingKeys: String, CodingKey {
        case count, fen, unit
    }

    /// A figure from `count`, or from `fen` and `unit`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let count = try container.decodeIfPresent(Int.self, forKey: .count) {
            self = .count(count)
        } else {
            self = .amount(
                try container.decode(Yuan.self, forKey: .fen), try container.decode(AmountUnit.self, forKey: .unit))
        }
        guard isInRange else {
            throw DecodingError.dataCorruptedError(forKey: .count, in: container, debugDescription: "out of range")
        }
    }

    /// Writes `count`, or `fen` and `unit`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .count(let count): try container.encode(count, forKey: .count)
        case .amount(let amount, let unit):
            try container.encode(amount, forKey: .fen)
            try container.encode(unit, forKey: .unit)
        }
    }
}
