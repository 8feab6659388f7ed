public import AnnualReport
public import DocumentReading

/// A document to the annual report it holds.
///
/// The form tells what to look for: its labels in their order. Numbers are taken only where the document settles which
/// cell they belong to; everything else is `unreadable`, with a note that says why.
public enum ReportReader {
    /// Reads the report of a document.
    public static func read(_ document: Document) throws(ReportReadingError) -> Report {
        if let report = readTidy(document) { return report }
        return try readGenerally(document)
    }

    /// The report of plain text that leaves no question open; nil for every other document.
    static func readTidy(_ document: Document) -> Report? {
        guard let text = document.plainText else { return nil }
        var report = TidyReader.read(text.bytes, from: text.start, name: document.name)
        for note in document.notes { report?.notes.append(ReportNote(code: note.code, message: note.message)) }
        return report
    }

    /// Reads the report of any document.
    static func readGenerally(_ original: Document) throws(ReportReadingError) -> Report {
        var document = original
        // Cut once.
        document.blocks = original.blocks
        document = WideSpaces.plain(document)
        return try document.bytes.withUnsafeBufferPointer { bytes throws(ReportReadingError) in
            try read(document, bytes)
        }
    }

    private static func read(_ document: Document, _ bytes: SourceBytes) throws(ReportReadingError) -> Report {
        let pieces = PieceScanner.scan(document, bytes)
        let headings = HeadingFinder.find(pieces)
        let tables = TableReading(pieces)
        let text = SectionText(pieces, headings: headings, tables: tables)
        let title = TitleFinder(pieces, head: text.head, text: text.everything)
        try Recognition.check(pieces, headings: headings, tables: tables, title: title, text: text)
        let edition =
            tables.edition ?? title.year.flatMap(FormEdition.prescribed) ?? tables.otherHandlingEdition ?? .edition2021
        var report = CellFilling.fill(name: document.name, pieces, tables: tables, edition: edition)
        report.title = title.title
        report.agency = title.agency
        report.reportYear = title.year
        report.preamble = text.preamble(without: title.rows)
        report.sections = text.sections
        for note in document.notes { report.notes.append(ReportNote(code: note.code, message: note.message)) }
        return report
    }
}
