/// What the headings of a table say of its columns: their order, their places, and columns that the form does not have.
struct ColumnHeadings {
    /// The column of the form that the first, second … value of a row belongs to; nil where the headings contradict
    /// themselves or stand in an order that cannot be told.
    var order: [Int]?
    /// Where each column of the form begins and ends in the grid, by column; empty where the headings do not tell.
    var spans: [Range<Float>] = []
    /// Where headings begin that are no columns of the form (小计, 备注).
    var others: Set<Float> = []
    /// The columns that have a heading, where exactly one has none; nil otherwise.
    var headed: [Int]?

    /// True where the headings name the columns in the order of the form, or say nothing.
    var isStandard: Bool { order?.enumerated().allSatisfy { $0 == $1 } ?? false }

    /// Headings that say nothing: the order of the form.
    static func silent(width: Int) -> ColumnHeadings { ColumnHeadings(order: Array(0..<width)) }

    /// The headings of the seven applicant columns, among the pieces before the first row of table three.
    static func applicants(_ pieces: Pieces, chain: LabelChain) -> ColumnHeadings {
        let labels = FormLabels.shared
        var headings = silent(width: 7)
        guard let first = chain.links.first(where: { $0.row >= labels.firstApplicationRow })?.piece else {
            return headings
        }
        // A label of table two may stand a second time behind table three.
        let before = chain.links.last(where: { $0.row < labels.firstApplicationRow && $0.piece < first })?.piece
        let area = max(before ?? 0, first - 60)..<first
        headings.headed = headed(pieces, area)
        if let table = pieces.rows[pieces.all[first].row].table {
            headings.readGrid(pieces, area.filter { pieces.rows[pieces.all[$0].row].table == table })
        } else {
            headings.order = orderOfLines(pieces, area)
        }
        return headings
    }

    /// The headings of a table of section two, on the row or the lines before one of its rows.
    static func sectionTwo(_ pieces: Pieces, before link: Int, columns: [[UInt16]]) -> ColumnHeadings {
        let width = columns.count
        guard width > 1 else { return silent(width: width) }
        var found: [Int] = []
        var index = link - 1
        while index >= 0, link - index < 40, found.count < width {
            let piece = pieces.all[index]
            index -= 1
            guard !piece.isValue else { continue }
            // Every label of a column speaks for an edition.
            if case .edition? = piece.role,
                let column = columns.firstIndex(where: { $0.elementsEqual(pieces.key(piece)) })
            {
                if found.contains(column) { break }
                found.append(column)
            } else if found.count > 0 {
                break
            }
        }
        guard found.count == width else { return silent(width: width) }
        return ColumnHeadings(order: found.reversed())
    }

    // MARK: A grid

    private mutating func readGrid(_ pieces: Pieces, _ area: [Int]) {
        var place: [Int: Range<Float>] = [:]
        // The heading is three rows high; what stands above it is text of the report.
        let top = area.first { index in
            if case .applicant? = pieces.all[index].role { return true }
            return false
        }
        let topRow = top.map { pieces.all[$0].row - 2 } ?? 0
        for index in area where pieces.all[index].row >= topRow {
            let piece = pieces.all[index]
            switch piece.role {
            case .applicant(let column)?: place[column] = piece.left..<max(piece.right, piece.left + 1)
            case nil where piece.value == .text: others.insert(piece.left)
            default: break
            }
        }
        guard place.count == 7, Set(place.values.map(\.lowerBound)).count == 7 else {
            order = Self.isRising(place.sorted { $0.key < $1.key }.map(\.value.lowerBound)) ? order : nil
            return
        }
        spans = (0..<7).compactMap { place[$0] }
        order = place.sorted { $0.value.lowerBound < $1.value.lowerBound }.map(\.key)
    }

    private static func isRising(_ values: [Float]) -> Bool {
        zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }
    }

    // MARK: Lines

    private static func orderOfLines(_ pieces: Pieces, _ area: Range<Int>) -> [Int]? {
        let standard = Array(0..<7)
        var organisations: [Int]?
        var alone: [Int] = []
        var hasFragments = false
        var byRow: [(row: Int, columns: [Int])] = []
        for index in area {
            switch pieces.all[index].role {
            case .applicant(let column)?:
                let row = pieces.all[index].row
                if byRow.last?.row == row {
                    byRow[byRow.count - 1].columns.append(column)
                } else {
                    byRow.append((row, [column]))
                }
            case .fragment?: hasFragments = true
            default: break
            }
        }
        for (row, columns) in byRow {
            if columns.count == 1, pieces.rows[row].pieces.filter({ !pieces.all[$0].isBlank }).count == 1 {
                alone += columns
                continue
            }
            if zip(columns, columns.dropFirst()).allSatisfy({ $0 < $1 }) { continue }
            if columns.count == 7, Set(columns).count == 7 { return columns }
            guard columns.count == 5, Set(columns) == [1, 2, 3, 4, 5], organisations == nil else { return nil }
            organisations = columns
        }
        if let organisations { return [0] + organisations + [6] }
        // Every heading on a line of its own: 总计 may stand before the organisations it is beside, nothing else may move.
        if alone.count == 7, Set(alone).count == 7, !hasFragments {
            let inner = alone.filter { (1...5).contains($0) }
            guard inner == [1, 2, 3, 4, 5], let person = alone.firstIndex(of: 0), let total = alone.firstIndex(of: 6),
                person < total
            else { return nil }
        }
        return standard
    }

    /// Six columns where the seventh has lost its heading.
    private static func headed(_ pieces: Pieces, _ area: Range<Int>) -> [Int]? {
        var named: Set<Int> = []
        for index in area {
            switch pieces.all[index].role {
            case .applicant(let column)?: named.insert(column)
            case .fragment?:
                switch KeyText.key(at: index, pieces) {
                case "自", "然人": named.insert(0)
                case "商业": named.insert(1)
                case "科研": named.insert(2)
                case "公益", "公益组织": named.insert(3)
                case "法律": named.insert(4)
                case "总", "计": named.insert(6)
                default: break
                }
            default: break
            }
        }
        guard named.contains(0), named.contains(6), named.count == 6 else { return nil }
        return named.sorted()
    }
}
