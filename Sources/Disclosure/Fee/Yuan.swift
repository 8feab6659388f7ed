/// An amount of money (人民币), held in whole fen so that sums are exact.
public struct Yuan: Sendable, Hashable {
    /// The amount in fen: 100 to the yuan.
    public let fen: Int64

    /// An amount in fen.
    public init(fen: Int64) { self.fen = fen }

    /// A whole number of yuan; amounts beyond what fen can hold stop at the limit.
    public init(_ yuan: Int64) {
        let (product, overflow) = yuan.multipliedReportingOverflow(by: 100)
        fen = overflow ? (yuan < 0 ? .min : .max) : product
    }
}

extension Yuan: AdditiveArithmetic {
    /// Nothing.
    public static let zero = Yuan(fen: 0)

    /// Both together; stops at the limit of what fen can hold.
    public static func + (a: Yuan, b: Yuan) -> Yuan {
        let (sum, overflow) = a.fen.addingReportingOverflow(b.fen)
        return Yuan(fen: overflow ? (b.fen < 0 ? .min : .max) : sum)
    }

    /// The first without the second; stops at the limit of what fen can hold.
    public static func - (a: Yuan, b: Yuan) -> Yuan {
        let (difference, overflow) = a.fen.subtractingReportingOverflow(b.fen)
        return Yuan(fen: overflow ? (b.fen < 0 ? .max : .min) : difference)
    }

    /// So many times the amount; stops at the limit of what fen can hold.
    public static func * (count: Int, amount: Yuan) -> Yuan {
        let (product, overflow) = amount.fen.multipliedReportingOverflow(by: Int64(count))
        return Yuan(fen: overflow ? ((amount.fen < 0) != (count < 0) ? .min : .max) : product)
    }
}

extension Yuan: Comparable, CustomStringConvertible {
    /// True when the first is the smaller amount.
    public static func < (a: Yuan, b: Yuan) -> Bool { a.fen < b.fen }

    /// As it is written: `380元`, `0.50元`.
    public var description: String { number + "元" }

    /// As an English sentence writes it: `380 yuan`, `0.50 yuan`.
    public var englishText: String { number + " yuan" }

    private var number: String {
        let (yuan, fen) = (self.fen.magnitude / 100, self.fen.magnitude % 100)
        let sign = self.fen < 0 ? "-" : ""
        return fen == 0 ? "\(sign)\(yuan)" : "\(sign)\(yuan).\(fen < 10 ? "0" : "")\(fen)"
    }
}

extension Yuan: Codable {
    /// An amount from its fen.
    public init(from decoder: any Decoder) throws {
        self.init(fen: try decoder.singleValueContainer().decode(Int64.self))
    }

    /// Writes the fen.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(fen)
    }
}
