import AnnualReport
import Ledger
import Markup
import ReportExchange
import Service

/// What is compiled or summed, as `gongkai.report/1` with further members: where the numbers come from.
enum CompileJSON {
    /// A compiled report.
    static func write(_ answer: CompileReport.Answer) -> [UInt8] {
        var json = JSONWriter(form: .pretty, capacity: 60_000)
        let compiled = answer.compiled
        ReportJSON.write(compiled.report, to: &json) { json in
            json.object("compiled") { json in
                json.member("agency_code", answer.office.code.text)
                summary(answer.check, to: &json)
                json.object("origins") { json in
                    for (cell, origin) in zip(compiled.report.form.cells, compiled.origins) {
                        json.key(cell.address.description)
                        write(origin, to: &json)
                    }
                }
                write(compiled.facts, to: &json)
            }
        }
        return json.finish() + [0x0A]
    }

    /// Facts by themselves.
    static func write(facts: [ReportFact], agency: String, year: Int) -> [UInt8] {
        var json = JSONWriter(form: .pretty, capacity: 8_000)
        json.beginObject()
        json.member("schema", "gongkai.facts/1")
        json.member("agency", agency)
        json.member("report_year", year)
        write(facts, to: &json)
        json.endObject()
        return json.finish() + [0x0A]
    }

    /// The records behind one number.
    static func write(records: [RecordName], of name: String, agency: String, year: Int) -> [UInt8] {
        var json = JSONWriter(form: .pretty, capacity: 1_000 + records.count * 60)
        json.beginObject()
        json.member("schema", "gongkai.records/1")
        json.member("agency", agency)
        json.member("report_year", year)
        json.member("of", name)
        json.member("count", records.count)
        json.array("records") { json in
            for record in records {
                json.beginObject()
                json.member("kind", record.kind.rawValue)
                json.member("name", record.name)
                json.endObject()
            }
        }
        json.endObject()
        return json.finish() + [0x0A]
    }

    /// A rollup.
    static func write(_ rollup: Rollup, _ check: CheckResult, scope: Rollup.Scope, members: [String]) -> [UInt8] {
        var json = JSONWriter(form: .pretty, capacity: 60_000)
        ReportJSON.write(rollup.report, to: &json) { json in
            json.object("rollup") { json in
                json.member("scope", scope.rawValue)
                json.member("members", members)
                json.member("missing", rollup.missing)
                summary(check, to: &json)
                json.object("sums") { json in
                    for (cell, sum) in zip(rollup.report.form.cells, rollup.sums) {
                        json.key(cell.address.description)
                        json.beginObject()
                        number("partial", sum.partial, to: &json)
                        json.member("given", sum.given)
                        json.member("missing", sum.missing)
                        json.endObject()
                    }
                }
            }
        }
        return json.finish() + [0x0A]
    }

    private static func number(_ name: String, _ value: FormNumber?, to json: inout JSONWriter) {
        if let number = value.flatMap({ JSONNumber($0.description) }) { json.member(name, number) }
    }

    private static func summary(_ check: CheckResult, to json: inout JSONWriter) {
        json.object("summary") { json in
            json.member("rules", check.rules)
            json.member("pass", check.passed)
            json.member("fail", check.failed)
            json.member("not_assessable", check.notAssessable)
        }
    }

    private static func write(_ origin: CellOrigin, to json: inout JSONWriter) {
        json.beginObject()
        json.member("register", origin.register.rawValue)
        if origin.register != .figures { json.member("records", origin.counted) }
        if let figure = origin.figure { json.member("figures", figure.records.map(\.name)) }
        if let missing = origin.missing { json.member("missing", "\(missing)") }
        if !origin.adjustments.isEmpty {
            json.array("adjustments") { json in
                for adjustment in origin.adjustments {
                    json.beginObject()
                    json.member("cell", adjustment.cell.description)
                    number("change", adjustment.change, to: &json)
                    json.member("reason", adjustment.reason)
                    json.endObject()
                }
            }
        }
        json.endObject()
    }

    private static func write(_ facts: [ReportFact], to json: inout JSONWriter) {
        json.array("facts") { json in
            for fact in facts {
                json.beginObject()
                json.member("id", fact.id)
                json.member("label", fact.label)
                number("value", fact.value, to: &json)
                json.member("unit", fact.unit)
                json.member("records", fact.records)
                json.endObject()
            }
        }
    }
}
