internal import CanonicalJSON
internal import Database
internal import Search

/// The latest version of every report, as it can be found.
enum ReportSearchRows {
    /// Keeps the latest version of an office and year in place of the one before it.
    static func put(
        _ key: ReportKey, row: Int64, readAt: Moment, json: [UInt8], _ transaction: any WriteTransaction
    ) throws(DatabaseError) {
        let text = Text(json)
        let day = readAt.beijingDay
        let fallback = "\(text.agency)\(key.year)年政府信息公开工作年度报告"
        try SearchRows.put(
            SearchDocument(
                seat: .report(row: row), office: key.office, subject: String(key.year.number),
                title: text.title.isEmpty ? fallback : text.title, day: day,
                year: key.year.number, labels: [text.agency, "\(key.year)年政府信息公开工作年度报告"],
                body: text.sections), transaction)
    }

    /// Keeps the latest version of every office and year.
    static func addAll(_ transaction: any WriteTransaction) throws(DatabaseError) {
        let latest = try transaction.all("SELECT report FROM report_standing ORDER BY report", []) {
            (row) throws(DatabaseError) in try row.int64(0)
        }
        for report in latest {
            let found = try transaction.one(
                "SELECT office, year, read_at, json FROM report WHERE id = $1", [.int64(report)]
            ) { (row) throws(DatabaseError) in
                (
                    key: ReportKey(office: try row.int64(0), year: try row.year(1)), readAt: try row.moment(2),
                    json: try row.blob(3)
                )
            }
            try put(found.key, row: report, readAt: found.readAt, json: found.json, transaction)
        }
    }

    /// What can be searched of a report: nothing where its JSON is not ours.
    private struct Text {
        var title = ""
        var agency = ""
        var sections = ""

        init(_ json: [UInt8]) {
            guard let value = try? JSONParser.parse(json, limits: JSONLimits(bytes: 64 << 20)) else { return }
            title = value["title"]?.text ?? ""
            agency = value["agency"]?.text ?? ""
            let pieces = (value["sections"]?.elements ?? []).flatMap { section in
                [section["heading"]?.text, section["text"]?.text].compactMap { $0 }.filter { !$0.isEmpty }
            }
            sections = pieces.joined(separator: "\n")
        }
    }
}
