import AnnualReport

/// What a tidy report says, from the places that `TidyReader` found.
struct TidyReport {
    private let reader: TidyReader
    /// The lines of prose.
    private let lines: UnsafeBufferPointer<TidyReader.Prose>

    /// The report that a reader has gone through to its end, in the text that it read.
    static func report(_ reader: TidyReader, name: String, in text: [UInt8]) -> Report? {
        let cells = Array(UnsafeBufferPointer(start: reader.values, count: reader.form.cellCount))
        guard var report = Report(source: name, form: .of(reader.form.edition), printed: cells, in: text) else {
            return nil
        }
        let own = TidyReport(reader: reader, lines: UnsafeBufferPointer(rebasing: reader.prose[..<reader.proseCount]))
        own.takeTitle(&report)
        own.takeSections(&report)
        return report
    }

    // MARK: Title

    private func takeTitle(_ report: inout Report) {
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
                append(reader.form.letters[reader.form.sections[section]])
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

    private func takeSections(_ report: inout Report) {
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
            return reader.bytes.validText(lines[range.lowerBound].text)
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
            return SourceBytes(target).validText(0..<count)
        }
    }
}
