/// The rank of a legal text. Source: 条例 Art 14 names the first two only.
public enum LegalRank: String, Sendable, Hashable, CaseIterable, Codable {
    /// 法律.
    case law
    /// 行政法规.
    case administrativeRegulation = "administrative_regulation"
    /// 地方性法规.
    case localRegulation = "local_regulation"
    /// 规章.
    case administrativeRule = "administrative_rule"
}

/// A provision that a decision names.
public struct LegalBasis: Sendable, Hashable, Codable {
    /// The rank of the text.
    public let rank: LegalRank
    /// The name of the text with its article: 《……法》第……条.
    public let provision: Statement

    /// A provision.
    public init(_ rank: LegalRank, _ provision: Statement) {
        self.rank = rank
        self.provision = provision
    }
}
