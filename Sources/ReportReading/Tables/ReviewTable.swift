/// Table four: one row of fifteen values without a label, found by its headings.
struct ReviewTable {
    /// The pieces of the heading and the values; empty when the document has no such table.
    private(set) var extent: Range<Int> = 0..<0
    /// The values in reading order.
    private(set) var values: [Int] = []
    /// The leaf headings in their order where each has a position, fifteen of them; otherwise empty.
    private(set) var leaves: [Int] = []

    /// The number of columns.
    static let width = 15

    private static let fragments = ["结果", "维持", "纠正", "尚未", "审结", "未经复议", "直接起诉"].map { KeyText.key($0) }

    /// Looks for the table among the pieces of a range.
    init(_ pieces: Pieces, in range: Range<Int>, groups: [ValueGroup]) {
        let headings = range.filter { index in
            switch pieces.all[index].role {
            case .review?: true
            case .fragment?: Self.isPart(index, pieces)
            default: false
            }
        }
        // A menu or a sentence can name a heading; a table names several close together.
        guard
            let first = headings.first(where: { start in
                headings.count { $0 >= start && pieces.all[$0].row - pieces.all[start].row < 40 } >= 3
            })
        else { return }
        var end = first
        for index in first..<range.upperBound {
            let piece = pieces.all[index]
            if piece.value == .text {
                if piece.role == nil, piece.key.count > 12 { break }
                if case .row? = piece.role { break }
            }
            end = index + 1
        }
        extent = first..<end
        var started = false
        for group in groups {
            guard let start = group.pieces.first, start >= first, start < end else { continue }
            if group.isBlank(pieces) {
                // Empty cells of the heading rows come before the values, or stand on rows with headings.
                let source = pieces.rows[group.row]
                let isHeadingRow = source.pieces.contains { !pieces.all[$0].isValue }
                if !started, isHeadingRow || group.pieces.count < Self.width { continue }
                if started { continue }
            }
            started = true
            values += Array(group.pieces)
        }
        if !isInOrder(pieces) { values = [] }
        leaves = extent.filter { ReviewHeading.of($0, pieces)?.isLeaf ?? false }
        if leaves.count != Self.width { leaves = [] }
        leaves.sort { pieces.all[$0].left < pieces.all[$1].left }
    }

    /// Whether a piece is part of a heading of the table.
    private static func isPart(_ index: Int, _ pieces: Pieces) -> Bool {
        fragments.contains { $0.elementsEqual(pieces.key(pieces.all[index])) }
    }

    /// Table four has no row labels, so everything hangs on the order of its headings: 行政复议 before 行政诉讼, direct suits
    /// before those after a review, and in each block the five results in their order, 总计 last. Headings beside values or
    /// behind them belong to a table of another build.
    private func isInOrder(_ pieces: Pieces) -> Bool {
        guard let firstValue = values.first else { return true }
        var first = [Int?](repeating: nil, count: ReviewHeading.allCases.count)
        var runs: [[Int]] = []
        var runRow = -1
        var hasFragments = false
        for index in extent where !pieces.all[index].isValue {
            let isFragment = pieces.all[index].role == .fragment
            if isFragment { hasFragments = true }
            if pieces.all[index].role == .review || isFragment && Self.isPart(index, pieces), index > firstValue {
                return false
            }
            guard let heading = ReviewHeading.of(index, pieces) else { continue }
            if first[heading.rawValue] == nil { first[heading.rawValue] = index }
            guard heading.isLeaf else { continue }
            let row = pieces.all[index].row
            let isAlone = pieces.rows[row].pieces.count { !pieces.all[$0].isBlank } == 1
            if row == runRow || isAlone && !runs.isEmpty && runRow < 0 {
                runs[runs.count - 1].append(heading.rawValue)
            } else {
                runs.append([heading.rawValue])
            }
            runRow = isAlone ? -1 : row
        }
        func precedes(_ a: ReviewHeading, _ b: ReviewHeading) -> Bool {
            guard let one = first[a.rawValue], let other = first[b.rawValue] else { return true }
            return one < other
        }
        guard precedes(.review, .litigation), precedes(.direct, .afterReview) else { return false }
        if hasFragments { return true }
        return runs.allSatisfy { run in
            Set(run).count < 5 || zip(run, run.dropFirst()).allSatisfy { $1 == ($0 + 1) % 5 } && run[0] == 0
        }
    }
}

extension KeyText {
    /// The key of a piece as a string.
    static func key(at index: Int, _ pieces: Pieces) -> String {
        String(decoding: pieces.key(pieces.all[index]), as: UTF16.self)
    }
}
