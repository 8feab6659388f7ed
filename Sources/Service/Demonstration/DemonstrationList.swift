public import Disclosure
public import Ledger

/// The demonstration documents and the offices they belong to, as `offices.tsv` lists them.
public struct DemonstrationList: Sendable {
    /// One office and its document.
    public struct Entry: Sendable {
        /// The office.
        public let office: Office
        /// What kind of office it is; nil where the list does not say.
        public let kind: OfficeKind?
        /// The name of the file.
        public let file: String
        /// The report year.
        public let year: ReportYear
    }

    /// The entries in their order; an office stands after the one above it.
    public let entries: [Entry]

    /// Reads the list: a line of headings, then code, full name, short name, region, parent, file, year and kind, parted by
    /// tabs.
    ///
    /// - Returns: nil where a line does not fit.
    public init?(parsing text: String) {
        var entries: [Entry] = []
        for line in text.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 8, let code = AgencyCode(fields[0]), let name = PlainLine(fields[1]),
                let year = ReportYear(fields[6]), !fields[5].isEmpty, !fields[5].contains("/"),
                fields[7].isEmpty || OfficeKind(rawValue: String(fields[7])) != nil
            else { return nil }
            entries.append(
                Entry(
                    office: Office(
                        code: code, fullName: name, shortName: PlainLine(fields[2]), region: PlainLine(fields[3]),
                        parent: AgencyCode(fields[4])),
                    kind: OfficeKind(rawValue: String(fields[7])), file: String(fields[5]), year: year))
        }
        self.entries = entries
    }

    /// The codes of all offices in the list.
    public var codes: Set<AgencyCode> { Set(entries.map(\.office.code)) }
}
