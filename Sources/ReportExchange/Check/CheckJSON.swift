public import AnnualReport
public import Markup

/// What the rules say of a report, as `gongkai.check/1`.
public enum CheckJSON {
    /// The schema this type writes.
    public static let schema = "gongkai.check/1"

    /// Writes the result of a check; the same result always gives the same bytes.
    ///
    /// - Parameters:
    ///   - previous: the name of the document with the report of the year before, where it was compared with one.
    ///   - pretty: lays the text out for people, one member a line.
    public static func write(
        _ report: Report, _ result: CheckResult, previous: String? = nil, pretty: Bool = false
    ) -> [UInt8] {
        var json = JSONWriter(form: pretty ? .pretty : .compact, capacity: 1_000 + result.findings.count * 600)
        write(report, result, previous: previous, to: &json)
        return json.finish()
    }

    /// Writes the result of a check as one value of a larger document.
    public static func write(
        _ report: Report, _ result: CheckResult, previous: String? = nil, to json: inout JSONWriter
    ) {
        json.beginObject()
        json.member("schema", schema)
        json.object("report") { json in
            json.member("agency", report.agency)
            json.member("report_year", report.reportYear)
            json.member("form", report.form.edition.rawValue)
            json.member("source", report.source)
            if let previous { json.member("previous", previous) }
        }
        json.object("summary") { json in
            json.member("rules", result.rules)
            json.member("pass", result.passed)
            json.member("fail", result.failed)
            json.member("not_assessable", result.notAssessable)
        }
        json.array("findings") { json in
            for finding in result.findings {
                json.object { json in members(of: finding, to: &json) }
            }
        }
        json.endObject()
    }

    /// Writes the members of a finding into an object that is open.
    public static func members(of finding: RuleFinding, to json: inout JSONWriter) {
        json.member("rule", finding.rule)
        json.member("outcome", finding.outcome.rawValue)
        json.member("severity", finding.severity.rawValue)
        json.member("cells", finding.cells.map(\.description))
        json.member("expected", finding.expected)
        json.member("actual", finding.actual)
        json.member("message", finding.message)
        json.member("remedy", finding.remedy)
        if let quote = finding.quote { json.member("quote", quote) }
        json.member("fingerprint", finding.fingerprint)
    }
}
