internal import AnnualReport
internal import CivilTime
internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// The offices.
enum APIOffices {
    static let operations = [list, one]

    private static let list = APIOperation(
        pattern: "/api/v1/offices", id: "listOffices", summary: Sentence("机关名录", "Offices"),
        about: Sentence(
            "按机关代码排列；可按名称、地区或者代码里的词筛选。", "In the order of their codes; narrowed by words of name, region or code."),
        parameters: [.query("q", .string(.words), "名称、简称、地区或者代码里的词，用空格分开。Words of name, region or code.")]
            + APIParameter.paging(.cursor), answer: "OfficeList"
    ) { site, request throws(APIOperation.Failure) in
        let answer = try asked { () throws(ServiceError) in
            try ListReports(ledger: site.ledger).run(ReportFilter(text: request["q"] ?? ""))
        }
        let start = request["after"] ?? ""
        let lines = answer.lines.sorted { $0.office.code.folded < $1.office.code.folded }
            .drop { $0.office.code.folded <= start.lowercased() && !start.isEmpty }
        return request.page(lines.prefix(request.limit + 1), cursor: { $0.office.code.folded }) { line, json in
            write(line.office, years: line.reports.map(\.year), to: &json)
        }
    }

    private static let one = APIOperation(
        pattern: "/api/v1/offices/{code}", id: "getOffice", summary: Sentence("一个机关", "One office"),
        parameters: [.path("code", .string(.code), "机关代码。The code of the office.", example: "sample-bureau")],
        answer: "Office", mayBeMissing: true
    ) { site, request throws(APIOperation.Failure) in
        let found = try asked { () throws(ServiceError) in
            try request["code"].flatMap { AgencyCode($0) }.flatMap { code throws(ServiceError) in
                try ShowOffice(ledger: site.ledger).run(code)
            }
        }
        guard let found else { throw .problem(.unknownOffice) }
        var json = JSONWriter()
        write(found.office, years: found.reports.map(\.year), to: &json)
        return APIAnswer(body: json.finish())
    }

    private static func write(_ office: Office, years: [ReportYear], to json: inout JSONWriter) {
        json.object { json in
            json.member("code", office.code.text)
            json.member("full_name", office.fullName.text)
            json.member("short_name", office.shortName?.text)
            json.member("region", office.region?.text)
            json.member("parent", office.parent?.text)
            json.member("since", office.since?.description)
            json.member("until", office.until?.description)
            json.array("years") { json in for year in years.sorted() { json.integer(year.number) } }
            json.member("url", "/agencies/\(office.code.text)")
        }
    }
}

extension APIRequest {
    /// The office that a list is narrowed to; nil where none is named.
    ///
    /// - Throws: `unknown_office` where no office has the code: a mistyped filter must not look like an office without
    ///   anything.
    func knownOffice(_ site: SiteContext) throws(APIOperation.Failure) -> AgencyCode? {
        guard let text = self["office"] else { return nil }
        let found = try asked { () throws(ServiceError) in
            try AgencyCode(text).flatMap { code throws(ServiceError) in try ShowOffice(ledger: site.ledger).office(code)
            }
        }
        guard let found else { throw .problem(.unknownOffice) }
        return found.code
    }
}

extension APIProblem {
    /// No office has the code.
    static let unknownOffice = missing(
        "unknown_office", Sentence("没有收录这个机关，请核对机关代码。", "No office has this code."))
}
