internal import Database
internal import Disclosure

/// Results as they are shown.
enum SearchResultRows {
    /// The results at places, in their order.
    static func results(
        _ places: [SearchPlace], _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [SearchResult] {
        var results: [SearchResult] = []
        for place in places {
            let found = try transaction.first(
                columns + ", p.labels, p.body, p.files" + source
                    + " JOIN search_part p ON p.key = $2 WHERE s.key = $1",
                [.int64(place.key.value), .int64(place.part)]
            ) { (row) throws(DatabaseError) in
                SearchResult(
                    head: try title(row), labels: try row.text(10), body: try row.text(11), files: try row.text(12))
            }
            if let found { results.append(found) }
        }
        return results
    }

    /// What is known of results without their texts.
    static func titles(
        _ condition: SQL, _ values: [Value], _ transaction: any ReadTransaction
    ) throws(DatabaseError) -> [SearchTitle] {
        try transaction.all(columns + source + condition, values, title)
    }

    private static let columns: SQL = """
        SELECT s.kind, s.subject, o.code, o.full_name, s.title, s.document_number, s.index_number, s.day, s.category,
            s.validity
        """
    private static let source: SQL = " FROM search_document s JOIN office o ON o.id = s.office"

    private static func title(_ row: borrowing Row) throws(DatabaseError) -> SearchTitle {
        SearchTitle(
            subject: try subject(row), office: try row.agencyCode(2), officeName: try row.line(3),
            title: try row.text(4), documentNumber: try row.optionalText(5), indexNumber: try row.optionalText(6),
            day: try row.day(7), category: try row.isNull(8) ? nil : row.named(8),
            validity: try row.isNull(9) ? nil : row.named(9))
    }

    private static func subject(_ row: borrowing Row) throws(DatabaseError) -> SearchTitle.Subject {
        let kind: SearchKind = try row.named(0)
        let name = try row.text(1)
        switch kind {
        case .item:
            guard let item = ItemReference(name) else { throw row.unexpected(1, wanted: "reference") }
            return .item(item)
        case .report:
            guard let year = Int(name).flatMap({ ReportYear($0) }) else { throw row.unexpected(1, wanted: "year") }
            return .report(year)
        }
    }
}
