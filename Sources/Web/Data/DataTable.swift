internal import AnnualReport
internal import CivilTime
internal import DocumentWriting
internal import HTTPCore
internal import Markup
internal import Service
internal import Synchronization

/// A list as data: the same rows as CSV, JSON or workbook, made and sent some rows at a time.
struct DataTable: Sendable {
    /// One column.
    struct Column: Sendable {
        /// Its name in JSON: letters, digits, `_` and `.`.
        let id: String
        /// Its heading in CSV and workbooks.
        let label: Sentence

        /// A column with its heading in both languages.
        init(_ id: String, _ chinese: String, _ english: String) {
            self.id = id
            label = Sentence(chinese, english)
        }
    }

    /// The formats of downloads, by the ending of their address.
    enum Format: String, CaseIterable, Sendable {
        case csv
        case json
        case xlsx
    }

    /// The rows, which are made when they are asked for.
    struct Rows: Sendable {
        /// How many sources there are to make rows of: offices, reports.
        let count: Int
        /// The rows of some of them, in order.
        let make: @Sendable (Range<Int>) throws(ServiceError) -> [[CellValue]]

        /// Rows that are there already.
        init(_ rows: [[CellValue]]) {
            count = rows.count
            make = { Array(rows[$0]) }
        }

        /// Rows of sources.
        init(count: Int, _ make: @escaping @Sendable (Range<Int>) throws(ServiceError) -> [[CellValue]]) {
            self.count = count
            self.make = make
        }
    }

    /// Sources whose rows are in memory at a time.
    static let part = 50
    /// Bytes of a workbook that are in memory at a time.
    private static let filePiece = 1 << 16

    /// What the list is called; the name of the file and of the sheet.
    let title: String
    let columns: [Column]
    let rows: Rows
    /// The terms of use, written into JSON.
    let licence: DataLicence
    /// The language of the headings; what stands under them is as it was published.
    let t: Wording

    /// A list of rows that are there already.
    init(title: String, columns: [Column], rows: [[CellValue]], licence: DataLicence, t: Wording) {
        self.init(title: title, columns: columns, rows: Rows(rows), licence: licence, t: t)
    }

    /// A list of rows that are made when they are asked for.
    init(title: String, columns: [Column], rows: Rows, licence: DataLicence, t: Wording) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.licence = licence
        self.t = t
    }

    private var heads: [String] { columns.map { $0.label.text(t) } }

    /// The file as an answer to be saved, sent as it is made; 413 where it is larger than a workbook can be, 503 where there
    /// is no room to write it.
    ///
    /// - Parameters:
    ///   - ended: called once when it was sent, or its client left.
    ///   - observe: told why it could not be made to its end.
    ///   - refuse: makes the answer where it cannot be made at all.
    func response(
        _ format: Format, ended: @escaping @Sendable () -> Void = {},
        observe: @escaping @Sendable (ServiceError) -> Void = { _ in },
        refuse: (Status, Sentence) -> Response = { Response.text($1.chinese + "\n", status: $0).cached(.never) }
    ) -> Response {
        let name = "\(title).\(format.rawValue)"
        switch format {
        case .csv:
            let body = body(
                ended, observe, head: SeparatedText.bytes(of: [heads.map { .text($0) }]), between: [], tail: []
            ) { row, bytes in SeparatedText.append(row, to: &bytes) }
            return Response(streaming: body, type: .csv).asDownload(named: name)
        case .json:
            let columns = columns
            let body = body(ended, observe, head: jsonHead, between: [UInt8(ascii: ",")], tail: Array("]}".utf8)) {
                row, bytes in bytes += Self.object(row, columns)
            }
            return Response(streaming: body, type: .json)
        case .xlsx:
            do {
                let file = try workbook()
                let place = Mutex(0)
                let body = StreamedBody(ended: ended) {
                    place.withLock { place in
                        guard let bytes = file.bytes(from: place, limit: Self.filePiece) else { return .failed }
                        place += bytes.count
                        return bytes.isEmpty ? .end : .bytes(bytes)
                    }
                }
                return Response(streaming: body, type: .xlsx).asDownload(named: name)
            } catch {
                ended()
                if let failure = error as? ServiceError { observe(failure) }
                let (status, message) = Self.reason(error)
                return refuse(status, message)
            }
        }
    }

    /// What is said where a workbook could not be written: it would be too large, or there is no room for it.
    private static func reason(_ error: any Error) -> (Status, Sentence) {
        let failure = error as? WorkbookError
        let isTooLarge = failure.map { $0.code != "not_written" } ?? false
        let message = failure?.message ?? "工作簿没有写成，请稍后再试，或者下载 csv。"
        let english =
            isTooLarge
            ? "The list is larger than a workbook can be. Narrow it, or take the CSV."
            : "The workbook could not be written. Try again later, or take the CSV."
        return (isTooLarge ? .contentTooLarge : .unavailable, Sentence(message, english))
    }

    /// A text that is made part by part.
    private func body(
        _ ended: @escaping @Sendable () -> Void, _ observe: @escaping @Sendable (ServiceError) -> Void, head: [UInt8],
        between: [UInt8], tail: [UInt8], _ write: @escaping @Sendable ([CellValue], inout [UInt8]) -> Void
    ) -> StreamedBody {
        // The next source, whether any row was written, and whether the tail was.
        let state = Mutex((next: -1, hasRows: false, isDone: false))
        let rows = rows
        return StreamedBody(ended: ended) {
            state.withLock { state in
                guard !state.isDone else { return .end }
                guard state.next >= 0 else {
                    state.next = 0
                    return .bytes(head)
                }
                guard state.next < rows.count else {
                    state.isDone = true
                    return .bytes(tail)
                }
                let end = min(rows.count, state.next + Self.part)
                var bytes: [UInt8] = []
                do throws(ServiceError) {
                    for row in try rows.make(state.next..<end) {
                        if state.hasRows { bytes += between }
                        state.hasRows = true
                        write(row, &bytes)
                    }
                } catch {
                    observe(error)
                    return .failed
                }
                state.next = end
                return .bytes(bytes)
            }
        }
    }

    /// Everything before the first row.
    private var jsonHead: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("title", title)
        json.member("licence", licence.name)
        json.array("rows") { _ in }
        json.endObject()
        return json.finish().dropLast(2)
    }

    /// One object; a cell without a value is `null`.
    private static func object(_ row: [CellValue], _ columns: [Column]) -> [UInt8] {
        var json = JSONWriter(capacity: columns.count * 24)
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
        return json.finish()
    }

    /// The workbook, written to a file without a name.
    private func workbook() throws -> TemporaryFile {
        // The same data give the same bytes on every day: a workbook has no other day of its own.
        let created = Day(year: 2019, month: 5, day: 15) ?? .earliest
        var book = try ListWorkbook(
            title: title, created: created, sheet: SheetName(cleaning: title, otherwise: "数据"),
            heads: heads)
        var next = 0
        while next < rows.count {
            let end = min(rows.count, next + Self.part)
            for row in try rows.make(next..<end) { try book.add(row) }
            next = end
        }
        return try book.finish()
    }
}

extension Request {
    /// The words of a download, in the language that its address asks for: a file may be kept under its address, so that nothing
    /// else counts.
    var downloadWording: Wording { Wording(isEnglish: query["lang"] == "en") }
}

extension Wording {
    /// The field of a link to a download that has its headings in the language of the page; none for Chinese.
    var downloadFields: [(String, String)] { isEnglish ? [("lang", "en")] : [] }
}
