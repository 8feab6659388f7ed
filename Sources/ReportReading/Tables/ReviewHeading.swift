/// The headings of table four: the five results of a block in their order, then what stands above them.
enum ReviewHeading: Int, CaseIterable {
    case upheld, corrected, otherResult, pending, total
    case review, litigation, direct, afterReview

    /// True for the results, which have values below them.
    var isLeaf: Bool { rawValue <= Self.total.rawValue }

    /// The heading that a piece prints; nil for everything else.
    static func of(_ index: Int, _ pieces: Pieces) -> ReviewHeading? {
        let piece = pieces.all[index]
        guard piece.role != nil else { return nil }
        return pieces.keys.with(piece.key) { key in allCases.first { keys[$0.rawValue].elementsEqual(key) } }
    }

    /// What the form prints, in the order of the cases.
    static let texts = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
    private static let keys = texts.map { KeyText.key($0) }
}
