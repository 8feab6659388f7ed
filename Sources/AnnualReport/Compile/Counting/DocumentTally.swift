public import Disclosure

/// How the 规章 and 规范性文件 of one office count in one year: 第二十条第（一）项.
public struct DocumentTally: Sendable, Hashable {
    /// The year that is counted.
    public let year: Int
    /// Made in the year (本年制发件数, 本年新制作数量).
    public private(set) var issued: [NormativeKind: Int] = [:]
    /// Repealed in the year (本年废止件数).
    public private(set) var repealed: [NormativeKind: Int] = [:]
    /// In force on 31 December (现行有效件数).
    public private(set) var inForce: [NormativeKind: Int] = [:]
    /// First published in the year (本年新公开数量).
    public private(set) var newlyPublished: [NormativeKind: Int] = [:]
    /// Public and in force on 31 December (对外公开总数量).
    public private(set) var published: [NormativeKind: Int] = [:]

    /// A tally of nothing.
    public init(year: Int) { self.year = year }

    /// Counts a document; one that was struck or made later changes nothing.
    public mutating func count(_ document: NormativeDocument) {
        let counted = document.counted(inYear: year)
        let kind = document.kind
        if counted.isIssued { issued[kind, default: 0] += 1 }
        if counted.isRepealed { repealed[kind, default: 0] += 1 }
        if counted.isInForce { inForce[kind, default: 0] += 1 }
        if counted.isNewlyDisclosed { newlyPublished[kind, default: 0] += 1 }
        if counted.isDisclosed { published[kind, default: 0] += 1 }
    }

    /// True when a document counts in a cell of 第二十条第（一）项 of the report of a year.
    public static func counts(_ document: NormativeDocument, in cell: CellAddress, of year: Int) -> Bool {
        var tally = DocumentTally(year: year)
        tally.count(document)
        return SectionTwoMapping.count(cell, in: tally).map { $0 > 0 } ?? false
    }
}
