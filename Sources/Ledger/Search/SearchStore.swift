internal import CivilTime
public import Database
public import Search

/// The search over what is published: items that are on line, and the latest version of every report.
///
/// Both engines give the same results in the same order: results are told apart by their keys, which grow with the day
/// of publication, and the better of two is the one whose words stand in the better place.
public struct SearchStore: Sendable {
    let database: any Database

    /// Times the index is asked again where long texts gave the same result many times.
    private static let rounds = 8

    /// The results of a query.
    ///
    /// - Parameters:
    ///   - query: what is looked for.
    ///   - filter: what results are narrowed to.
    ///   - order: in which order.
    ///   - cursor: the place after which to go on; nil for the first page.
    ///   - size: results of a page, 1 to 100.
    ///   - limits: `results` bounds what is counted and ranked.
    public func find(
        _ query: SearchQuery, _ filter: SearchFilter = SearchFilter(), order: SearchOrder = .best,
        after cursor: SearchCursor? = nil, size: Int = 20, limits: SearchLimits = SearchLimits()
    ) throws(DatabaseError) -> SearchPage {
        try database.read { (transaction) throws(DatabaseError) in
            let marks = filter.marks(try Self.rows(filter, transaction))
            // Nothing stands under an office that is not there.
            guard !marks.contains(where: \.isEmpty) else { return .empty }
            let window = try Self.window(
                query.phrases, marks, limit: max(limits.results, 1), isPlaced: order == .best, transaction)
            let size = min(max(size, 1), 100)
            let ranked =
                try order == .newest
                ? window.places : Self.rank(window, query.phrases, marks, after: cursor, size: size, transaction)
            let rest = ranked.drop { place in cursor.map { !$0.isBefore(place.cursor) } ?? false }
            let shown = rest.prefix(size)
            let results = try SearchResultRows.results(Array(shown), transaction)
            return SearchPage(
                results: results, count: ranked.count, isCountExact: window.isWhole,
                next: rest.count > shown.count ? shown.last?.cursor : nil)
        }
    }

    /// Makes the index over the words anew from the texts that are kept, in one transaction.
    public func remakeIndex() throws(DatabaseError) {
        try database.write { (transaction) throws(DatabaseError) in try TermIndex.remake(transaction) }
    }

    /// The newest titles in which all words stand, for suggestions while typing.
    ///
    /// - Parameter limit: how many at most, 1 to 20.
    public func titles(_ query: SearchQuery, limit: Int = 8) throws(DatabaseError) -> [SearchTitle] {
        let limit = min(max(limit, 1), 20)
        return try database.read { (transaction) throws(DatabaseError) in
            // A title stands with every stretch of a long text.
            let keys = try TermIndex.keys(
                query.phrases, [], in: .title, 0...Int64.max, limit: limit * 4, transaction)
            var found: [SearchTitle] = []
            var last: SearchKey?
            var owner = PartOwner()
            for part in keys where found.count < limit {
                let key = try owner.key(of: part, transaction)
                guard key != last else { continue }
                last = key
                found += try SearchResultRows.titles(" WHERE s.key = $1", [.int64(key.value)], transaction)
            }
            return found
        }
    }

    /// Titles that begin with some characters, in their order: what is offered for a single character.
    ///
    /// - Parameter limit: how many at most, 1 to 20.
    public func titles(beginningWith text: String, limit: Int = 8) throws(DatabaseError) -> [SearchTitle] {
        guard !text.isEmpty, !text.utf8.contains(0) else { return [] }
        return try database.read { (transaction) throws(DatabaseError) in
            try SearchResultRows.titles(
                " WHERE s.title >= $1 AND s.title < $2 ORDER BY s.title, s.key DESC LIMIT $3",
                [.text(text), .text(text + "\u{10FFFF}"), .int(min(max(limit, 1), 20))], transaction)
        }
    }

    /// The years of which something can be found, the earliest first; a few leaps over the keys, which grow with the day.
    public func years() throws(DatabaseError) -> [Int] {
        let days = try database.read { (transaction) throws(DatabaseError) in
            try transaction.all(
                """
                SELECT day FROM search_document
                WHERE key = (SELECT min(key) FROM search_document) OR key = (SELECT max(key) FROM search_document)
                ORDER BY key
                """, []
            ) { (row) throws(DatabaseError) in try row.day(0) }
        }
        guard let first = days.first?.year, let last = days.last?.year else { return [] }
        let between = Array((first...last).dropFirst().dropLast())
        guard !between.isEmpty else { return Set([first, last]).sorted() }
        // Years that far apart are a mistake in some day; one statement is not made for them.
        guard between.count <= Self.yearLimit else { return Array(first...last) }
        var leaps: SQL = ""
        var values: [Value] = []
        for year in between {
            let keys = SearchKey.items(of: year)
            leaps = leaps + (values.isEmpty ? "" : " UNION ALL ") + Self.leap
            leaps = leaps + SQL.placeholders(1, from: values.count + 1) + " AND key < "
            leaps = leaps + SQL.placeholders(1, from: values.count + 2) + ")"
            values += [.int64(keys.lowerBound), .int64(keys.upperBound)]
        }
        let (statement, bounds) = (leaps, values)
        let found = try database.read { (transaction) throws(DatabaseError) in
            try transaction.all(statement, bounds) { (row) throws(DatabaseError) in try row.day(0).year }
        }
        return Set([first, last] + found).sorted()
    }

    /// Years between the oldest and the newest publication that are looked at one by one.
    private static let yearLimit = 60
    private static let leap: SQL =
        "SELECT day FROM search_document WHERE key = (SELECT min(key) FROM search_document WHERE key >= "

    // MARK: Steps

    /// The newest results that fit, the newest first.
    ///
    /// - Parameter isPlaced: true where their stages are wanted, if the engine tells them in the same look.
    private static func window(
        _ phrases: [SearchPhrase], _ marks: [[SearchMark]], limit: Int, isPlaced: Bool,
        _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> SearchWindow {
        var window = SearchWindow()
        var owner = PartOwner()
        var highest = Int64.max
        for _ in 0..<rounds {
            let wanted = limit + 1 - window.places.count
            let keys = try TermIndex.found(
                phrases, marks, 0...highest, limit: wanted, isPlaced: isPlaced, transaction)
            for found in keys {
                window.add(found.key, of: try owner.key(of: found.key, transaction), stage: found.stage)
            }
            guard let last = keys.last?.key, keys.count == wanted, last > 0 else {
                window.isWhole = true
                break
            }
            guard window.places.count <= limit else { break }
            highest = last - 1
        }
        window.cut(to: limit)
        return window
    }

    /// The same results, those first whose words all stand in the title, then with the labels, then in the text.
    ///
    /// Places that the page does not reach are not told apart: common words stand in enough titles.
    private static func rank(
        _ window: SearchWindow, _ phrases: [SearchPhrase], _ marks: [[SearchMark]], after cursor: SearchCursor?,
        size: Int, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [SearchPlace] {
        guard let last = window.places.last else { return [] }
        var places = window.places
        if window.isPlaced { return places.sorted { $0.cursor.isBefore($1.cursor) } }
        var numbers: [SearchKey: Int] = [:]
        for (number, place) in places.enumerated() { numbers[place.key] = number }
        var known = 0
        for stage in [TermIndex.Stage.title, .labels, .body] {
            // The first page needs the newest of a stage only, beside those that stand in a better one already; a long text may
            // give several stretches. A later page must know everything before it.
            let wanted = cursor == nil && window.isOfSingleParts ? known + size + 1 : .max
            let keys = try TermIndex.keys(
                phrases, marks, in: stage, last.key.value...Int64.max,
                limit: min(wanted, window.partCount + SearchKey.partLimit), transaction)
            known = max(known, keys.count)
            var owner = PartOwner()
            for key in keys {
                guard let number = numbers[try owner.key(of: key, transaction)],
                    places[number].stage <= stage.rawValue
                else { continue }
                // Of several stretches the first is shown.
                places[number] = SearchPlace(key: places[number].key, part: key, stage: stage.rawValue)
            }
            let reached = places.count { place in
                place.stage >= stage.rawValue && (cursor?.isBefore(place.cursor) ?? true)
            }
            if reached > size { break }
        }
        return places.sorted { $0.cursor.isBefore($1.cursor) }
    }

    /// The rows of the offices of a filter.
    private static func rows(
        _ filter: SearchFilter, _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [AgencyCode: Int64] {
        guard let offices = filter.offices else { return [:] }
        var rows: [AgencyCode: Int64] = [:]
        if offices.count <= 4 {
            for office in offices { rows[office] = try OfficeStore.id(office, transaction) }
            return rows
        }
        let wanted = Set(offices)
        try transaction.each("SELECT id, code FROM office", []) { (row) throws(DatabaseError) in
            let code = try row.agencyCode(1)
            if wanted.contains(code) { rows[code] = try row.int64(0) }
        }
        return rows
    }
}
