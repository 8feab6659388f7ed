import AnnualReport

/// Reads plain text reports whose tables leave no question open, in one pass over the bytes.
///
/// Tidy is a report with the six headings of the form in their order and with each table printed as the form has it:
/// rows on lines with tabs or bars between cells, or one cell a line, every label to the letter, a printed value in
/// every cell. Whatever else stands in it is prose (`ProseCheck`). Such a report is read here, to exactly what the general
/// reader makes of it; of every other document this reader says nothing, and the general reader reads it.
struct TidyReader {
    /// A line of prose and the section it stands in, 0 for the head.
    struct Prose {
        var text: Range<Int>
        var section: Int
        /// True where it certainly holds no space and no quotation mark.
        var isClean: Bool
    }

    /// The most lines of prose that a tidy report has.
    static let mostLines = 400

    let bytes: SourceBytes
    /// Where the bytes begin.
    private let source: UnsafeRawPointer
    /// The edition that the report is taken for; its first table tells.
    private var edition: PermanentValue<TidyForm>
    /// Room for the cells of the form.
    let values: UnsafeMutablePointer<PrintedCell>
    let prose: UnsafeMutableBufferPointer<Prose>
    var at: Int
    /// The number of the line that begins at `at` or that `at` stands in.
    var line = 1
    var proseCount = 0
    /// Whether the row being read has bars.
    var hasBars = false
    /// The cells of the row being read, empty ones included.
    var cells = 0
    /// Whether `at` stands behind the content of a cell.
    var isInRow = false

    /// The report of a text; nil where it is not tidy.
    static func read(_ text: [UInt8], from start: Int, name: String) -> Report? {
        guard let form = TidyForm.edition2021, let other = TidyForm.edition2019 else { return nil }
        return text.withUnsafeBufferPointer { bytes in
            withUnsafeTemporaryAllocation(
                of: PrintedCell.self, capacity: max(form.value.cellCount, other.value.cellCount)
            ) {
                values in
                withUnsafeTemporaryAllocation(of: Prose.self, capacity: mostLines) { prose in
                    guard let source = bytes.baseAddress, let values = values.baseAddress else { return nil }
                    var reader = TidyReader(
                        bytes: bytes, source: source, edition: form, values: values, prose: prose, at: start)
                    guard reader.readAll(other) else { return nil }
                    return TidyReport.report(reader, name: name, in: text)
                }
            }
        }
    }

    /// The form of the edition.
    var form: TidyForm {
        @inline(__always) _read { yield edition.value }
    }

    /// Goes through the whole text; false where it is not tidy. `other`: the edition that it may be in place of the first.
    private mutating func readAll(_ other: PermanentValue<TidyForm>) -> Bool {
        guard proseLines(section: 0, .beforeTables, until: nil), heading(0),
            proseLines(section: 1, .beforeTables, until: nil), heading(1),
            proseLines(section: 2, .beforeTables, until: { $0.startsSmallTables() })
        else { return false }
        if !namesOwnColumns() {
            // Up to here both editions read the same.
            edition = other
            guard startsSmallTables(), namesOwnColumns() else { return false }
        }
        return smallTables() && proseLines(section: 2, .betweenTables, until: nil) && heading(2)
            && proseLines(section: 3, .betweenTables, until: { $0.startsApplications() })
            && applications() && proseLines(section: 3, .behindTables, until: nil) && heading(3)
            && proseLines(section: 4, .behindTables, until: { $0.startsReview() })
            && review() && proseBehindReview() && heading(4)
            && proseLines(section: 5, .behindTables, until: nil) && heading(5)
            && proseLines(section: 6, .behindTables, until: nil) && at == bytes.count
    }

    // MARK: Lines

    /// Goes over the end of a line, or to the end of the text; false where the line goes on.
    mutating func takeLineEnd() -> Bool {
        if at == bytes.count { return true }
        if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
        guard bytes[at] == 0x0A else { return false }
        at += 1
        line += 1
        return true
    }

    /// Goes over empty lines.
    @inline(__always)
    mutating func skipEmptyLines() {
        // Most lines are not.
        if at < bytes.count, bytes[at] > 0x0D { return }
        while at < bytes.count, bytes[at] == 0x0A || bytes[at] == 0x0D, takeLineEnd() {}
    }

    /// Whether a text of the form stands at a place.
    @inline(__always)
    func has(_ text: TidyForm.Text, at place: Int) -> Bool {
        let length = text.upperBound &- text.lowerBound
        guard place &+ length <= bytes.count else { return false }
        let (own, here) = (UnsafeRawPointer(form.letters.start + text.lowerBound), source + place)
        var step = 0
        guard length >= 8 else {
            while step < length {
                if own.load(fromByteOffset: step, as: UInt8.self) != here.load(fromByteOffset: step, as: UInt8.self) {
                    return false
                }
                step &+= 1
            }
            return true
        }
        func differs(_ step: Int) -> Bool {
            own.loadUnaligned(fromByteOffset: step, as: UInt64.self)
                != here.loadUnaligned(fromByteOffset: step, as: UInt64.self)
        }
        // Eight bytes at a time, the last of them to the end, whatever was looked at before.
        while step &+ 8 < length {
            if differs(step) { return false }
            step &+= 8
        }
        return !differs(length &- 8)
    }

    /// Whether a line ends at a place.
    @inline(__always)
    func endsLine(_ place: Int) -> Bool {
        if place >= bytes.count || bytes[place] == 0x0A { return true }
        return bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
    }

    // MARK: Headings and prose

    /// Takes the heading of a section.
    mutating func heading(_ section: Int) -> Bool {
        let text = form.sections[section]
        guard has(text, at: at), endsLine(at + text.count) else { return false }
        at += text.count
        return takeLineEnd()
    }

    private func isHeading() -> Bool {
        // All headings begin with an ordinal and 、.
        guard at + 5 < bytes.count, bytes[at + 3] == 0xE3, bytes[at + 4] == 0x80, bytes[at + 5] == 0x81 else {
            return false
        }
        return form.sections.contains { has($0, at: at) && endsLine(at + $0.count) }
    }

    /// Takes lines of prose up to a heading, to what `until` says, or to the end; false where something else is met.
    mutating func proseLines(
        section: Int, _ region: ProseCheck.Region, until: ((inout TidyReader) -> Bool)?
    ) -> Bool {
        while true {
            skipEmptyLines()
            if at == bytes.count || isHeading() || until?(&self) == true { return true }
            guard proseLine(section: section, region) != nil else { return false }
        }
    }

    /// The lines between the table of section four and the next heading: the first of them must be long enough to end the
    /// table.
    mutating func proseBehindReview() -> Bool {
        skipEmptyLines()
        guard at < bytes.count else { return false }
        if !isHeading() {
            guard let keys = proseLine(section: 4, .behindTables), keys > 12 else { return false }
        }
        return proseLines(section: 4, .behindTables, until: nil)
    }

    /// Takes one line of prose and gives the length of its key; nil where it is none.
    private mutating func proseLine(section: Int, _ region: ProseCheck.Region) -> Int? {
        var start = at
        // The blanks that a paragraph begins with are no part of its text.
        while start + 2 < bytes.count, bytes[start] == 0xE3, bytes[start + 1] == 0x80, bytes[start + 2] == 0x80 {
            start += 3
        }
        let scan = LineScan(bytes, from: start)
        var end = scan.end
        at = end
        if end > start, bytes[end - 1] == 0x0D, end < bytes.count { end -= 1 }
        guard start < end, bytes[start] > 0x20, bytes[end - 1] > 0x20, takeLineEnd(), proseCount < Self.mostLines,
            case .prose(let keys) = ProseCheck.shared.look(bytes, start..<end, isClean: scan.isClean, region)
        else { return nil }
        prose.initializeElement(at: proseCount, to: Prose(text: start..<end, section: section, isClean: scan.isClean))
        proseCount += 1
        return keys
    }
}
