import AnnualReport

/// The tables of a document: which pieces carry labels, which values stand with them.
struct TableReading {
    /// Labels of tables two and three.
    let chain: LabelChain
    /// Values by row, for either edition.
    private(set) var rows: RowAssignment
    /// Table four.
    let review: ReviewTable
    /// The edition that the column labels and rows of table two speak for; nil where there are none.
    let edition: FormEdition?
    /// What the headings of table three say of its columns.
    let applicants: ColumnHeadings
    /// The groups of values, in reading order.
    let groups: [ValueGroup]

    init(_ pieces: Pieces) {
        let everything = 0..<pieces.all.count
        var chain = LabelChain(pieces, in: everything)
        chain.complete(pieces, in: Self.surroundings(of: chain, pieces))
        self.chain = chain
        groups = ValueGroup.groups(pieces, in: everything)
        edition = Self.edition(pieces, chain: chain, groups: groups)
        let labels = FormLabels.shared
        let assumed = edition ?? .edition2021
        let last = chain.links.last(where: { $0.row >= labels.firstApplicationRow })?.piece ?? chain.links.last?.piece
        let from = min((last ?? -1) + 1, pieces.all.count)
        review = ReviewTable(pieces, in: from..<pieces.all.count, groups: groups)
        let ofReview = review.extent
        let own = groups.filter { !ofReview.contains($0.pieces.lowerBound) }
        rows = RowAssignment(
            pieces, links: chain.links, groups: own, edition: assumed, widths: labels.widths[assumed] ?? [])
        applicants = ColumnHeadings.applicants(pieces, chain: chain)
    }

    /// The edition that the single or threefold row （六） speaks for.
    var otherHandlingEdition: FormEdition? {
        rows.hasSingleOther.map { $0 ? .edition2019 : .edition2021 }
    }

    /// How many values a row has in an edition.
    static func width(of row: Int, edition: FormEdition) -> Int {
        FormLabels.shared.widths[edition]?[row] ?? 7
    }

    /// Labels can be cut only near other labels; a report without any is not searched.
    private static func surroundings(of chain: LabelChain, _ pieces: Pieces) -> Range<Int> {
        guard let first = chain.links.first?.piece, let last = chain.links.last?.piece else { return 0..<0 }
        return max(0, first - 24)..<min(pieces.all.count, last + 24)
    }

    private static func edition(_ pieces: Pieces, chain: LabelChain, groups: [ValueGroup]) -> FormEdition? {
        var old = 0
        var new = 0
        for piece in pieces.all {
            switch piece.role {
            case .edition(.edition2019)?: old += 2
            case .edition(.edition2021)?: new += 2
            default: break
            }
        }
        let labels = FormLabels.shared
        for link in chain.links where link.row < labels.firstApplicationRow {
            if labels.rows[link.row].id2021 == nil { old += 2 }
        }
        // 行政许可 has three columns in one edition and one in the other.
        if let link = chain.links.first(where: { labels.rows[$0.row].id2021 == "administrative_licensing" }),
            let own = groups.first(where: { $0.pieces.lowerBound > link.piece })
        {
            let printed = own.pieces.filter { !pieces.all[$0].isBlank }.count
            if printed == 3 { old += 3 }
            if printed == 1 { new += 3 }
        }
        if old == new { return nil }
        return old > new ? .edition2019 : .edition2021
    }
}
