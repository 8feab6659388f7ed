import CivilTime
import Disclosure
import Markup

/// What `gongkai deadline` says to programs: `gongkai.deadline/1`.
enum DeadlineJSON {
    /// The document, ended by a line feed.
    static func document(_ outcome: Result<ReplyPeriod, Refusal>) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "gongkai.deadline/1")
            switch outcome {
            case .success(let period):
                json.member("due", period.due?.description)
                json.member("provisional", period.isProvisional)
                json.member("state", state(period.state))
                json.array("steps") { json in
                    for step in period.steps { write(step, to: &json) }
                }
                FindingJSON.write(period.remarks, to: &json)
            case .failure(let refusal):
                json.member("due", nil as String?)
                json.member("provisional", false)
                json.member("state", "refused")
                json.array("steps") { _ in }
                FindingJSON.write(refusal.findings, to: &json)
            }
        }
        return json.finish() + [UInt8(ascii: "\n")]
    }

    private static func state(_ state: ReplyPeriod.State) -> String {
        switch state {
        case .running: "running"
        case .awaitingCorrection: "awaiting_correction"
        case .awaitingPayment: "awaiting_payment"
        }
    }

    private static func write(_ step: ClockStep, to json: inout JSONWriter) {
        json.object { json in
            json.member("rule", step.article.code)
            json.member("kind", step.kind.rawValue)
            json.member("from", step.from.description)
            json.member("days", step.days.count)
            json.member("due", step.due.description)
            json.array("skipped") { json in
                for run in step.skipped {
                    json.object { json in
                        json.member("from", run.days.first.description)
                        json.member("to", run.days.last.description)
                        json.member("why", run.why)
                    }
                }
            }
            json.array("worked") { json in
                for makeup in step.makeupWorkdays {
                    json.object { json in
                        json.member("day", makeup.day.description)
                        json.member("why", makeup.holiday)
                    }
                }
            }
            json.member("text", step.explanation)
        }
    }
}

/// Findings of use cases as JSON.
enum FindingJSON {
    /// Writes the member `findings`.
    static func write(_ findings: [Finding], to json: inout JSONWriter) {
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
