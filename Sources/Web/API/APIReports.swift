internal import AnnualReport
internal import HTTPCore
internal import Ledger
internal import Markup
internal import ReportExchange
internal import Service

/// The reports and what the rules say of them.
enum APIReports {
    static let operations = [list, one, findings]

    private static let year = APIParameter.query(
        "year", .integer(ReportYear.range), "报告年度。The report year.", example: "2021")
    private static let office = APIParameter.query(
        "office", .string(.code), "机关代码。The code of an office.", example: "sample-bureau")

    private static let list = APIOperation(
        pattern: "/api/v1/reports", id: "listReports", summary: Sentence("年报一览", "Reports"),
        about: Sentence(
            "每个机关每个年度一条，按机关代码和年度排列，附核对情况。",
            "One entry for each office and year, by code and year, with how it stands after its check."),
        parameters: [
            office, year,
            .query("state", .word(CheckState.allCases.map(\.rawValue)), "核对情况。How the report stands after its check."),
        ] + APIParameter.paging(.reportPlace), answer: "ReportList", mayBeMissing: true
    ) { site, request throws(APIOperation.Failure) in
        let all = try asked { () throws(ServiceError) in try ListReports(ledger: site.ledger).run() }.all
        let (office, year) = (try request.knownOffice(site), request.integer("year"))
        let state = request["state"].flatMap { CheckState(rawValue: $0) }
        let start = request["after"].map { Place($0) }
        let lines = all.filter { standing in
            (office == nil || standing.office == office) && (year == nil || standing.year.number == year)
                && (state.map { standing.has($0) } ?? true) && (start.map { $0 < Place(standing) } ?? true)
        }.sorted { Place($0) < Place($1) }
        return request.page(lines.prefix(request.limit + 1), cursor: { Place($0).text }, write: write)
    }

    private static let one = APIOperation(
        pattern: "/api/v1/reports/{code}/{year}", id: "getReport", summary: Sentence("一份年报", "One report"),
        about: Sentence(
            "gongkai.report/1：六个部分的文字和每一格的状态、数值、原文。与 /reports/{code}/{year}.json 相同。",
            "gongkai.report/1: the texts of the six sections; state, value and print of every cell. The same as /reports/{code}/{year}.json."
        ),
        parameters: [
            .path("code", .string(.code), "机关代码。The code of the office.", example: "sample-bureau"),
            .path("year", .integer(ReportYear.range), "报告年度。The report year.", example: "2021"),
        ], answer: "Report", mayBeMissing: true
    ) { site, request throws(APIOperation.Failure) in
        let code = request["code"].flatMap { AgencyCode($0) }
        let year = request.integer("year").flatMap { ReportYear($0) }
        guard let code, let year else { throw .problem(.unknownReport) }
        let stored = try asked { () throws(ServiceError) in try ShowReport(ledger: site.ledger).stored(code, year) }
        guard let stored else { throw .problem(.unknownReport) }
        return APIAnswer(body: stored.json)
    }

    private static let findings = APIOperation(
        pattern: "/api/v1/findings", id: "listFindings", summary: Sentence("核对发现", "Findings of the checks"),
        about: Sentence(
            "每份年报最新版本的核对发现，按机关代码、年度和规则次序排列。发现是核对意见，不是结论。",
            "What the rules say of the latest version of each report, by code, year and rule. Findings are hints, not conclusions."
        ),
        parameters: [
            office, year, .query("rule", .string(.rule), "规则编号。The id of a rule.", example: "T3_BALANCE"),
            .query(
                "outcome", .word([RuleOutcome.fail.rawValue, RuleOutcome.notAssessable.rawValue]),
                "不符或者未判。Failed or not assessable."),
            .query("severity", .word(Severity.allCases.map(\.rawValue)), "轻重。How grave."),
        ] + APIParameter.paging(.findingPlace), answer: "FindingList", mayBeMissing: true
    ) { site, request throws(APIOperation.Failure) in
        let year = request.integer("year")
        let filter = ReportStore.FindingFilter(
            office: try request.knownOffice(site), years: year.map { $0...$0 } ?? ReportYear.range,
            rule: request["rule"], outcome: request["outcome"].flatMap { RuleOutcome(rawValue: $0) },
            severity: request["severity"].flatMap { Severity(rawValue: $0) })
        let found = try asked { () throws(ServiceError) in
            try ListFindings(ledger: site.ledger).run(
                filter, after: request["after"].map { Place($0).finding }, limit: request.limit + 1)
        }
        return request.page(
            found, cursor: { Place($0).text },
            write: { listed, json in
                json.object { json in
                    json.member("office", listed.office.text)
                    json.member("year", listed.year.number)
                    CheckJSON.members(of: listed.finding, to: &json)
                    json.member("decision", listed.decision?.rawValue)
                    json.member("url", ReportPage.path(listed.office, listed.year))
                }
            })
    }

    private static func write(_ standing: ReportStanding, to json: inout JSONWriter) {
        let path = ReportPage.path(standing.office, standing.year)
        json.object { json in
            json.member("office", standing.office.text)
            json.member("office_name", standing.fullName.text)
            json.member("year", standing.year.number)
            json.member("version", standing.version)
            json.member("form", standing.edition.rawValue)
            json.member("state", standing.state.rawValue)
            json.member("open_errors", standing.openErrors)
            json.member("open_warnings", standing.openWarnings)
            json.member("not_assessable", standing.notAssessable)
            json.member("unreadable", standing.unreadable)
            json.member("url", path)
            json.member("json_url", path + ".json")
        }
    }

    /// Where an entry of a list stands: office, year, place. Any text can be read as one, so that an old or damaged cursor
    /// begins somewhere and does not fail.
    private struct Place: Comparable {
        let office: String
        let year: Int
        let position: Int

        init(_ cursor: String) {
            let parts = cursor.split(separator: ".", omittingEmptySubsequences: false)
            office = parts[0].lowercased()
            year = parts.count > 1 ? Int(parts[1].prefix(6)) ?? 0 : 0
            position = parts.count > 2 ? Int(parts[2].prefix(6)) ?? -1 : -1
        }

        init(_ standing: ReportStanding) {
            office = standing.office.folded
            year = standing.year.number
            position = -1
        }

        init(_ listed: ReportStore.ListedFinding) {
            office = listed.office.folded
            year = listed.year.number
            position = listed.position
        }

        var text: String { position < 0 ? "\(office).\(year)" : "\(office).\(year).\(position)" }

        var finding: ReportStore.FindingPlace { .init(office: office, year: year, position: position) }

        static func < (a: Place, b: Place) -> Bool { (a.office, a.year, a.position) < (b.office, b.year, b.position) }
    }
}

extension APIProblem {
    /// No report of an office and year is kept.
    static let unknownReport = missing(
        "unknown_report", Sentence("没有收录这份年报，请核对机关代码和年度。", "No report of this office for this year is here."))
}
