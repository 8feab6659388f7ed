internal import CivilTime
public import Disclosure
public import Markup

/// A reply period with its arithmetic for programs: `gongkai.deadline/1`.
public enum DeadlineJSON {
    /// The document, ended by a line feed.
    public static func document(_ outcome: Result<ReplyPeriod, Refusal>) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "gongkai.deadline/1")
            switch outcome {
            case .success(let period): members(of: period, to: &json)
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

    /// Writes the members of a period into an object that is open: last day, state, steps, remarks.
    ///
    /// The last day of a step counts where `holds` is true; the others were superseded by a later step, or by the wait for a
    /// correction.
    public static func members(of period: ReplyPeriod, to json: inout JSONWriter) {
        json.member("due", period.due?.description)
        json.member("provisional", period.isProvisional)
        json.member("state", state(period.state))
        json.array("steps") { json in
            for (place, step) in period.steps.enumerated() { write(step, holds: period.holds(place), to: &json) }
        }
        FindingJSON.write(period.remarks, to: &json)
    }

    private static func state(_ state: ReplyPeriod.State) -> String {
        switch state {
        case .running: "running"
        case .awaitingCorrection: "awaiting_correction"
        case .awaitingPayment: "awaiting_payment"
        }
    }

    private static func write(_ step: ClockStep, holds: Bool, to json: inout JSONWriter) {
        json.object { json in
            json.member("rule", step.article.code)
            json.member("kind", step.kind.rawValue)
            json.member("from", step.from.description)
            json.member("days", step.days.count)
            json.member("due", step.due.description)
            json.member("holds", holds)
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
