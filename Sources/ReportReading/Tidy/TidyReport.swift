import AnnualReport

/// What a tidy report says, from the places that `TidyReader` found.
struct TidyReport {
    private(set) var report: Report
    private let reader: TidyReader
    /// The lines of prose.
    private let lines: UnsafeBufferPointer<TidyReader.Prose>

    /// The report that a reader has gone through to its end.
    init?(_ reader: TidyReader, name: String) {
        self.reader = reader
        lines = UnsafeBufferPointer(rebasing: reader.prose[..<reader.proseCount])
        guard let report = Report(source: name, form: reader.form.form, cells: Self.cells(reader)) else { return nil }
        self.report = report
        takeTitle()
        takeSections()
    }

    // MARK: Cells

    private static let numbers = (0..<1000).map(String.init)
    private static let places = (0..<1000).map { "第\($0)行" }

    private static func cells(_ reader: TidyReader) -> [Cell] {
        let values = reader.values
        let bytes = reader.bytes
        let form = reader.form
        return numbers.withUnsafeBufferPointer { numbers in
            places.withUnsafeBufferPointer { places in
                [Cell](unsafeUninitializedCapacity: values.count) { cells, count in
                    // By pointer: a cell is moved into its place, not copied.
                    guard let first = cells.baseAddress else { return }
                    for index in values.indices {
                        let value = values[index]
                        let place = value.line < places.count ? places[value.line] : "第\(value.line)行"
                        let printed = known(bytes, value, numbers.count)
                        let text = printed >= 0 ? numbers[printed] : bytes.text(value.start..<value.end)
                        if value.isNumber {
                            let unit = form.isAmount[index] ? value.unit?.text ?? form.units[index] : nil
                            (first + index).initialize(
                                to: Cell(
                                    state: .number, value: FormNumber(millionths: value.number), text: text,
                                    unit: unit, place: place))
                        } else {
                            (first + index).initialize(to: Cell(state: .notApplicable, text: text, place: place))
                        }
                    }
                    count = values.count
                }
            }
        }
    }

    /// The small number that a value prints without noughts or signs; -1 where it prints anything else.
    @inline(__always)
    private static func known(_ bytes: SourceBytes, _ value: TidyReader.Value, _ limit: Int) -> Int {
        let length = value.end - value.start
        guard length <= 3, bytes[value.start] != 0x30 || length == 1 else { return -1 }
        var number = 0
        for index in value.start..<value.end {
            let digit = bytes[index] &- 0x30
            guard digit <= 9 else { return -1 }
            number = number * 10 + Int(digit)
        }
        return number < limit ? number : -1
    }

    // MARK: Title

    private mutating func takeTitle() {
        let head = lines.firstIndex { $0.section > 0 } ?? lines.count
        if let plain = PlainTitle(reader.bytes, lines, head: head) {
            report.title = plain.title
            report.agency = plain.agency
            report.reportYear = plain.year
            report.preamble = text(1..<head)
            return
        }
        let printed = (0..<head).map { (row: $0, text: reader.bytes.text(lines[$0].text)) }
        let title = TitleFinder(lines: printed, text: everything)
        report.title = title.title
        report.agency = title.agency
        report.reportYear = title.year
        report.preamble = text(0..<head, without: title.rows)
    }

    /// Everything the report says but its tables.
    private var everything: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(reader.bytes.count)
        var section = 0
        func append(_ part: some Sequence<UInt8>) {
            if !text.isEmpty { text.append(0x0A) }
            text.append(contentsOf: part)
        }
        func begin(_ wanted: Int) {
            while section < wanted {
                append(reader.letters[reader.form.sections[section]])
                section += 1
            }
        }
        for line in lines {
            begin(line.section)
            append(reader.bytes[line.text])
        }
        begin(reader.form.sections.count)
        return text
    }

    // MARK: Sections

    private mutating func takeSections() {
        var start = lines.firstIndex { $0.section > 0 } ?? lines.count
        report.sections.reserveCapacity(SectionID.allCases.count)
        for (index, id) in SectionID.allCases.enumerated() {
            var end = start
            while end < lines.count, lines[end].section == index + 1 { end += 1 }
            report.sections.append(ReportSection(id: id, heading: id.heading, text: text(start..<end)))
            start = end
        }
    }

    /// Lines as one text.
    private func text(_ range: Range<Int>, without left: Range<Int> = 0..<0) -> String {
        var length = 0
        for index in range where !left.contains(index) { length += lines[index].text.count + 1 }
        guard length > 0 else { return "" }
        if range.count == 1 {
            return Self.string(UnsafeBufferPointer(rebasing: reader.bytes[lines[range.lowerBound].text]))
        }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { target in
            var count = 0
            for index in range where !left.contains(index) {
                if count > 0 {
                    target.initializeElement(at: count, to: 0x0A)
                    count += 1
                }
                let line = UnsafeBufferPointer(rebasing: reader.bytes[lines[index].text])
                count = target[count...].initialize(fromContentsOf: line)
            }
            return Self.string(UnsafeBufferPointer(rebasing: target[..<count]))
        }
    }

    /// Whole lines as text. `PlainText` holds nothing but valid UTF-8, and lines begin and end between characters, so
    /// that there is nothing to validate again.
    private static func string(_ bytes: SourceBytes) -> String { String(copying: UTF8Span(unchecked: bytes.span)) }
}
