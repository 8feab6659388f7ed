/// The two rows of 第二十条第（一）项.
public enum RuleDocumentKind: String, Sendable, Hashable, CaseIterable {
    /// 规章.
    case regulation
    /// 规范性文件.
    case normativeDocument = "normative_document"
}

/// What table two needs to know of one 规章 or 规范性文件 of the office.
public struct CountedDocument: Sendable, Hashable {
    /// Which of the two.
    public let kind: RuleDocumentKind
    /// The year it was made (制发).
    public let issued: Int
    /// The year it was first published; nil while it is not.
    public let published: Int?
    /// The year it was repealed or ran out; nil while it is in force.
    public let ended: Int?
    /// True when it was repealed (废止), not merely ran out (失效).
    public let isRepealed: Bool

    /// A document; what is said to have ended before it was made ended in that year.
    public init(
        _ kind: RuleDocumentKind, issued: Int, published: Int? = nil, ended: Int? = nil, isRepealed: Bool = true
    ) {
        self.kind = kind
        self.issued = issued
        self.published = published
        self.ended = ended.map { max($0, issued) }
        self.isRepealed = isRepealed
    }
}

/// How the 规章 and 规范性文件 of one office count in one year.
///
/// In force is what was made by 31 December and had not ended by then, so that what is in force one year is what was in
/// force the year before, with what was made and without what ended.
public struct DocumentTally: Sendable, Hashable {
    /// The year that is counted.
    public let year: Int
    /// Made in the year (本年制发件数, 本年新制作数量).
    public private(set) var issued: [RuleDocumentKind: Int] = [:]
    /// Repealed in the year (本年废止件数).
    public private(set) var repealed: [RuleDocumentKind: Int] = [:]
    /// In force on 31 December (现行有效件数).
    public private(set) var inForce: [RuleDocumentKind: Int] = [:]
    /// First published in the year (本年新公开数量).
    public private(set) var newlyPublished: [RuleDocumentKind: Int] = [:]
    /// First published in the year or before, in force or not (对外公开总数量).
    public private(set) var published: [RuleDocumentKind: Int] = [:]

    /// A tally of nothing.
    public init(year: Int) { self.year = year }

    /// Counts a document; one made later changes nothing.
    public mutating func count(_ document: CountedDocument) {
        let kind = document.kind
        guard document.issued <= year else { return }
        if document.issued == year { issued[kind, default: 0] += 1 }
        if document.ended == year, document.isRepealed { repealed[kind, default: 0] += 1 }
        if document.published == year { newlyPublished[kind, default: 0] += 1 }
        if let first = document.published, first <= year { published[kind, default: 0] += 1 }
        if document.ended.map({ $0 > year }) ?? true { inForce[kind, default: 0] += 1 }
    }
}
