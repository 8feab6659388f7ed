/// The two tariffs of the processing fee; an office chooses one for each application, never both.
///
/// Source: 109号 Art 3.
public enum FeeBasis: String, Sendable, Hashable, CaseIterable, Codable {
    /// By the number of applications of the same applicant in a calendar month (按件计收).
    case perRequest = "per_request"
    /// By the pages given in answer to one application (按量计收).
    case perPage = "per_page"

    /// The name in the measures.
    public var chineseText: String { self == .perRequest ? "按件计收" : "按量计收" }
    /// What is counted: 件 or 页.
    public var unit: String { self == .perRequest ? "件" : "页" }
    /// The article with the tariff.
    public var article: Article { self == .perRequest ? .feeMeasures(4) : .feeMeasures(5) }
}

/// One bracket of a tariff.
struct FeeBracket {
    /// The first unit in it, from 1.
    var first: Int
    /// The last unit in it; nil when it has no end.
    var last: Int?
    /// What each unit in it costs.
    var rate: Yuan

    /// The bracket of the per-request tariff that holds the k-th application of the month, k from 1.
    ///
    /// 1-10 free, 11-30 at 100 yuan, from 31 in brackets of ten, the first at 200 and each further 100 more.
    static func perRequest(holding k: Int) -> FeeBracket {
        if k <= 10 { return FeeBracket(first: 1, last: 10, rate: .zero) }
        if k <= 30 { return FeeBracket(first: 11, last: 30, rate: Yuan(100)) }
        let step = (k - 31) / 10
        return FeeBracket(first: 31 + step * 10, last: 40 + step * 10, rate: Yuan(200 + 100 * Int64(step)))
    }

    /// The bracket of the per-page tariff that holds the k-th page, k from 1.
    ///
    /// 1-30 free, 31-100 at 10 yuan, 101-200 at 20, then 40.
    static func perPage(holding k: Int) -> FeeBracket {
        if k <= 30 { return FeeBracket(first: 1, last: 30, rate: .zero) }
        if k <= 100 { return FeeBracket(first: 31, last: 100, rate: Yuan(10)) }
        if k <= 200 { return FeeBracket(first: 101, last: 200, rate: Yuan(20)) }
        return FeeBracket(first: 201, last: nil, rate: Yuan(40))
    }
}
