internal import Database
internal import Disclosure
public import Ledger
internal import Search

/// What an office has published that may be what somebody is about to ask for: by the search over titles, bodies and
/// attachments, so that it finds what the search page finds and shows nothing that it would not.
public struct SuggestPublished: Sendable {
    private let search: SearchPublished
    private let limit: Int

    /// The use case.
    ///
    /// - Parameter limit: how many at most.
    public init(ledger: Ledger, limit: Int = 5) {
        search = SearchPublished(ledger: ledger, pageSize: limit)
        self.limit = limit
    }

    /// What is published for a text, the likeliest first: what has all its words, then what has one of the longer ones.
    public func run(_ text: String, of office: AgencyCode) throws(ServiceError) -> [SearchTitle] {
        let words = Self.words(of: text)
        let telling = words.filter { !Self.isYear($0) }
        // One short word in common says nothing.
        guard telling.reduce(0, { $0 + $1.count }) >= Self.tellingLength else { return [] }
        var found: [SearchTitle] = []
        let years = words.filter(Self.isYear)
        let single = telling.filter { $0.count >= Self.tellingLength }
        let questions =
            [words.joined(separator: " ")] + (years.isEmpty ? [] : single.map { (years + [$0]).joined(separator: " ") })
            + single
        for (place, question) in questions.enumerated() where found.count < limit {
            guard case .results(let results) = try search.run(SearchQuestion(question, office: office)).outcome,
                // A single word that had to be taken apart is another word.
                place == 0 || !results.isLoosened
            else { continue }
            for result in results.found where !found.contains(result.head) && found.count < limit {
                found.append(result.head)
            }
        }
        return found
    }

    /// The fewest characters that tell something.
    private static let tellingLength = 4
    /// The most words that are looked for, and the most characters of each.
    private static let (mostWords, mostCharacters) = (5, 12)

    /// Words that stand in every application and tell nothing of what is wanted; the longer ones first.
    private static let fillers = [
        "政府信息", "申请公开", "我想要", "想了解", "想知道", "人民政府", "省政府", "市政府", "区政府",
        "县政府", "镇政府", "乡政府", "关于", "有关", "相关", "以及", "申请", "公开", "信息", "需要", "想要",
        "想问", "请问", "了解", "知道", "查询", "查看", "获取", "提供", "情况", "内容", "说明", "明细", "全文",
        "年度", "贵局", "贵委", "贵单位", "贵机关", "贵镇", "贵府", "你局", "你们", "我们", "希望", "我想",
        "我要", "的", "了", "和", "与", "及", "或", "请", "在", "对",
    ]

    private static func isYear(_ word: String) -> Bool { word.allSatisfy { $0.isNumber || $0 == "年" } }

    /// The words that tell what is wanted, in their order: what stands between signs and words that tell nothing.
    static func words(of text: String) -> [String] {
        var rest = text.lowercased().prefix(1_000)
        var words: [String] = []
        var word = ""
        func end() {
            // A single character tells nothing.
            if word.count >= 2, !words.contains(word) { words.append(String(word.prefix(mostCharacters))) }
            word = ""
        }
        while let first = rest.first {
            if let filler = fillers.first(where: { rest.hasPrefix($0) }) {
                end()
                rest = rest.dropFirst(filler.count)
                continue
            }
            // A year is a word of its own: 2024年部门决算 is in no title that says 2024年度部门决算.
            if first == "年", word.count == 4, word.allSatisfy(\.isNumber) {
                word.append(first)
                end()
            } else if first.isLetter || first.isNumber {
                word.append(first)
            } else {
                end()
            }
            rest = rest.dropFirst()
        }
        end()
        return Array(words.prefix(mostWords))
    }
}
