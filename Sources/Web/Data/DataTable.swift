internal import AnnualReport
internal import CivilTime
internal import DocumentWriting
internal import HTTPCore
internal import Markup

/// A list as data: the same rows as CSV, JSON or workbook.
struct DataTable: Sendable {
    /// One column.
    struct Column: Sendable {
        /// Its name in JSON: letters, digits, `_` and `.`.
        let id: String
        /// Its heading in CSV and workbooks.
        let label: String
    }

    /// The formats of downloads, by the ending of their address.
    enum Format: String, CaseIterable, Sendable {
        case csv
        case json
        case xlsx
    }

    /// What the list is called; the name of the file and of the sheet.
    let title: String
    let columns: [Column]
    let rows: [[CellValue]]
    /// The terms of use, written into JSON.
    let licence: DataLicence

    /// The file as an answer to be saved; nil where it is larger than a workbook can be.
    func response(_ format: Format) -> Response? {
        let name = "\(title).\(format.rawValue)"
        switch format {
        case .csv: return Response(csv, type: .csv).asDownload(named: name)
        case .json: return Response.json(json)
        case .xlsx:
            guard let bytes = xlsx else { return nil }
            return Response(bytes, type: .xlsx).asDownload(named: name)
        }
    }

    /// UTF-8 with a byte order mark, so that spreadsheets read it rightly.
    var csv: [UInt8] { SeparatedText.bytes(of: [columns.map { .text($0.label) }] + rows) }

    /// One object a row; a cell without a value is `null`.
    var json: [UInt8] {
        var json = JSONWriter(capacity: rows.count * columns.count * 16 + 512)
        json.beginObject()
        json.member("title", title)
        json.member("licence", licence.name)
        json.array("rows") { json in
            for row in rows {
                json.beginObject()
                for (column, value) in zip(columns, row) {
                    json.key(column.id)
                    switch value {
                    case .blank: json.null()
                    case .number(let number):
                        if let number = JSONNumber(number.description) { json.number(number) } else { json.null() }
                    case .text, .day: json.string(value.plainText)
                    }
                }
                json.endObject()
            }
        }
        json.endObject()
        return json.finish()
    }

    private var xlsx: [UInt8]? {
        var sheet = Sheet(SheetName(cleaning: title, otherwise: "数据"))
        sheet.put(columns.map { .text($0.label) }, row: 0, .heading)
        for (place, row) in rows.enumerated() { sheet.put(row, row: place + 1) }
        sheet.columnWidths = columns.map { min(40, max(10, Double($0.label.utf8.count) * 0.8)) }
        sheet.frozenRows = 1
        // The same data give the same bytes on every day: a workbook has no other day of its own.
        guard let created = Day(year: 2019, month: 5, day: 15) else { return nil }
        return try? Workbook(title: title, created: created, sheets: [sheet]).xlsx()
    }
}
