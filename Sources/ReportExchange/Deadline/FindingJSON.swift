public import Disclosure
public import Markup

/// Findings of use cases as JSON.
public enum FindingJSON {
    /// Writes the member `findings`.
    public static func write(_ findings: [Finding], to json: inout JSONWriter) {
        json.array("findings") { json in
            for finding in findings {
                json.object { json in
                    json.member("code", finding.code.rawValue)
                    json.member("severity", finding.severity.rawValue)
                    json.member("field", finding.field)
                    json.member("message", finding.message)
                    json.member("article", finding.article?.code)
                    json.member("remedy", finding.remedy)
                }
            }
        }
    }
}
