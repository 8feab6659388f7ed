internal import CanonicalJSON
public import AnnualReport
public import Markup

/// Reports as `gongkai.report/1`, the form in which reports are stored, handed on and fetched.
public enum ReportJSON {
    /// The schema this type writes and reads.
    public static let schema = "gongkai.report/1"
    /// The longest document read, in bytes; a report of ordinary length is under 100 kB.
    public static let defaultMaximumSize = 16 << 20

    /// Writes a report; the same report always gives the same bytes.
    ///
    /// `pretty` lays the text out for people, one member a line.
    public static func write(_ report: Report, pretty: Bool = false) -> [UInt8] {
        var json = JSONWriter(
            form: pretty ? .pretty : .compact,
            capacity: 24_000 + report.preamble.utf8.count + report.sections.count * 4_000)
        write(report, to: &json)
        return json.finish()
    }

    /// Writes a report as one value of a larger document.
    ///
    /// - Parameter more: writes further members behind those of the schema.
    public static func write(
        _ report: Report, to json: inout JSONWriter, more: (inout JSONWriter) -> Void = { _ in }
    ) {
        json.beginObject()
        json.member("schema", schema)
        json.member("source", report.source)
        json.member("title", report.title)
        json.member("agency", report.agency)
        json.member("report_year", report.reportYear)
        json.member("form", report.form.edition.rawValue)
        json.member("mixed", report.form.isMixed)
        json.member("preamble", report.preamble)
        json.array("sections") { json in
            for section in report.sections {
                json.beginObject()
                json.member("id", section.id.rawValue)
                json.member("heading", section.heading)
                json.member("text", section.text)
                json.endObject()
            }
        }
        json.object("cells") { json in
            for (place, cell) in report.cells.enumerated() {
                json.key(report.form.cells[place].address.description)
                write(cell, to: &json)
            }
        }
        json.array("notes") { json in
            for note in report.notes {
                json.beginObject()
                json.member("code", note.code)
                json.member("cells", note.cells.map(\.description))
                json.member("message", note.message)
                json.endObject()
            }
        }
        more(&json)
        json.endObject()
    }

    private static func write(_ cell: Cell, to json: inout JSONWriter) {
        json.beginObject()
        json.member("state", cell.state.rawValue)
        if cell.state == .number, let number = (cell.value?.description).flatMap(JSONNumber.init) {
            json.member("value", number)
        }
        json.member("text", cell.text)
        if let unit = cell.unit { json.member("unit", unit) }
        if let place = cell.place { json.member("place", place) }
        json.endObject()
    }

    /// Reads a report.
    ///
    /// A member that is missing takes its empty value and an address that is missing is `absent`; an address that the
    /// form does not have, or a value of the wrong kind, is an error. A document without `mixed` is of a mixed form
    /// when it has an address of the other edition's （六）其他处理.
    ///
    /// - Throws: `ReportJSONError` saying what is wrong, where, and what should stand there.
    public static func read(_ bytes: [UInt8], maximumSize: Int = defaultMaximumSize) throws(ReportJSONError) -> Report {
        guard bytes.count <= maximumSize else {
            throw ReportJSONError("文件有\(bytes.count)字节，超过上限\(maximumSize)字节")
        }
        let root: JSONValue
        do throws(JSONParser.Failure) {
            // What others wrote may name something twice; the last counts, as in most readers.
            root = try JSONParser.parse(bytes, limits: JSONLimits(bytes: maximumSize, refusesDuplicates: false))
        } catch {
            throw ReportJSONError("不是完整的 JSON：第\(error.offset + 1)字节处，\(error.what)")
        }
        guard root.members != nil else { throw ReportJSONError("应当是一个 JSON 对象") }
        guard root["schema"]?.text == schema else { throw ReportJSONError("应当是“\(schema)”", at: "schema") }
        guard let edition = root["form"]?.text.flatMap(FormEdition.init(rawValue:)) else {
            throw ReportJSONError("应当是“2019”或者“2021”", at: "form")
        }
        let cells = root["cells"]?.members ?? []
        var report = Report(
            source: try optionalText(root, "source"), form: .of(edition, mixed: try isMixed(root, edition, cells)))
        report.title = try optionalText(root, "title")
        report.agency = try optionalText(root, "agency")
        report.preamble = try optionalText(root, "preamble")
        report.reportYear = try year(root["report_year"])
        report.sections = try sections(root["sections"])
        try fill(&report, with: cells)
        report.notes = try notes(root["notes"])
        return report
    }

    private static func optionalText(
        _ value: JSONValue, _ name: String, at path: String = ""
    )
        throws(ReportJSONError) -> String
    {
        switch value[name] {
        case nil, .null?: return ""
        case .string(let text)?: return text
        default: throw ReportJSONError("应当是文字", at: path.isEmpty ? name : "\(path).\(name)")
        }
    }

    private static func isMixed(
        _ root: JSONValue, _ edition: FormEdition, _ cells: [JSONValue.Member]
    ) throws(ReportJSONError) -> Bool {
        switch root["mixed"] {
        case .boolean(let mixed)?: return mixed
        case nil, .null?:
            let own = StatutoryForm.of(edition)
            let mixed = StatutoryForm.of(edition, mixed: true)
            return cells.contains { member in
                guard let address = CellAddress(member.name) else { return false }
                return own.index(of: address) == nil && mixed.index(of: address) != nil
            }
        default: throw ReportJSONError("应当是 true 或者 false", at: "mixed")
        }
    }

    private static func year(_ value: JSONValue?) throws(ReportJSONError) -> Int? {
        switch value {
        case nil, .null?: return nil
        case .number(let text)?:
            guard let year = Int(text), (1900...2999).contains(year) else { break }
            return year
        default: break
        }
        throw ReportJSONError("应当是1900到2999之间的年份，或者 null", at: "report_year")
    }

    private static func sections(_ value: JSONValue?) throws(ReportJSONError) -> [ReportSection] {
        guard let value, value != .null else { return [] }
        guard let elements = value.elements else { throw ReportJSONError("应当是数组", at: "sections") }
        var sections: [ReportSection] = []
        for (place, element) in elements.enumerated() {
            let path = "sections[\(place)]"
            guard let id = element["id"]?.text.flatMap(SectionID.init(rawValue:)) else {
                let known = SectionID.allCases.map(\.rawValue).joined(separator: "、")
                throw ReportJSONError("应当是其中之一：\(known)", at: "\(path).id")
            }
            sections.append(
                ReportSection(
                    id: id, heading: try optionalText(element, "heading", at: path),
                    text: try optionalText(element, "text", at: path)))
        }
        return sections
    }

    private static func notes(_ value: JSONValue?) throws(ReportJSONError) -> [ReportNote] {
        guard let value, value != .null else { return [] }
        guard let elements = value.elements else { throw ReportJSONError("应当是数组", at: "notes") }
        var notes: [ReportNote] = []
        for (place, element) in elements.enumerated() {
            let path = "notes[\(place)]"
            var cells: [CellAddress] = []
            for cell in element["cells"]?.elements ?? [] {
                guard let address = cell.text.flatMap({ CellAddress($0) }) else {
                    throw ReportJSONError("应当是单元格地址", at: "\(path).cells")
                }
                cells.append(address)
            }
            notes.append(
                ReportNote(
                    code: try optionalText(element, "code", at: path), cells: cells,
                    message: try optionalText(element, "message", at: path)))
        }
        return notes
    }
}
