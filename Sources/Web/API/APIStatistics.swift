internal import AnnualReport
internal import HTTPCore
internal import Ledger
internal import Markup
internal import Service

/// The cells of the forms, their numbers over offices and years, and the published figures of offices' records.
enum APIStatistics {
    static func operations(_ settings: SiteSettings) -> [APIOperation] { [cells, statistics(settings), figures] }

    /// Cells asked for at a time at most.
    static let cellsAtOnce = 20

    private static let cells = APIOperation(
        pattern: "/api/v1/cells", id: "listCells", summary: Sentence("两种格式的全部单元格", "Every cell of both forms"),
        about: Sentence(
            "每一格的地址、表头原文，以及另一种格式里意思相同的格（same_as，几格时为相加）。",
            "Address and printed headings of each cell, and the cells of the other form that mean the same (same_as; several are added up)."
        ), parameters: [], answer: "CellList"
    ) { _, _ in APIAnswer(body: catalogue) }

    private static let catalogue: [UInt8] = {
        var json = JSONWriter(capacity: 120_000)
        json.object { json in
            json.array("items") { json in
                for address in AllCells.addresses { write(address, to: &json) }
            }
        }
        return json.finish()
    }()

    private static func write(_ address: CellAddress, to json: inout JSONWriter) {
        let forms = [StatutoryForm.edition2019, .edition2021]
        let own = forms.last { $0.index(of: address) != nil }
        guard let own, let table = own.table(address.table), let index = own.index(of: address) else { return }
        let place = own.cells[index]
        let measure = ComparedMeasure(address)
        json.object { json in
            json.member("address", address.description)
            json.member("caption", table.caption)
            json.member("row", table.rows[place.row].label)
            json.member(
                "column",
                (table.columns[place.column].groups + [table.columns[place.column].label]).joined(separator: "·"))
            json.member("label", measure?.label ?? address.description)
            json.member("unit", measure?.unit ?? "")
            json.member("forms", forms.filter { $0.index(of: address) != nil }.map(\.edition.rawValue))
            json.object("same_as") { json in
                for form in forms {
                    json.member(
                        form.edition.rawValue, CellCorrespondence.cells(of: address, in: form).map(\.description))
                }
            }
        }
    }

    private static func statistics(_ settings: SiteSettings) -> APIOperation {
        APIOperation(
            pattern: "/api/v1/statistics", id: "getStatistics",
            summary: Sentence("单元格跨机关、跨年度的数", "Cells over offices and years"),
            about: Sentence(
                "每个机关、年度、单元格一个值；没有数的写明状态（state），空白不是0。金额折算为万元。单元格也可以是一组行，例如 t3_applications.denied.total。",
                "One value for each office, year and cell; where there is no number, state says why: blank is not 0. Amounts are in 10,000 yuan. A cell may be a group of rows, as t3_applications.denied.total."
            ),
            parameters: [
                .list(
                    "cell", .string(.cell), "单元格地址，可以重复。Addresses of cells.", most: cellsAtOnce,
                    example: "t3_applications.new_received.total"),
                .list(
                    "office", .string(.code), "机关代码，可以重复。Codes of offices.", most: settings.exploreOffices,
                    example: "sample-bureau"),
                .list(
                    "year", .integer(ReportYear.range), "报告年度，可以重复。Report years.", most: settings.exploreYears,
                    example: "2021"),
            ], answer: "Statistics", mayBeMissing: true
        ) { site, request throws(APIOperation.Failure) in
            var measures: [ComparedMeasure] = []
            for text in request.all("cell") {
                guard let measure = CellAddress(text).flatMap({ ComparedMeasure($0) }) else {
                    throw .problem(
                        .missing(
                            "unknown_cell",
                            Sentence(
                                "没有单元格 \(text)，全部单元格见 /api/v1/cells。",
                                "There is no cell \(text); all cells are at /api/v1/cells.")))
                }
                if !measures.contains(measure) { measures.append(measure) }
            }
            var offices: [Office] = []
            for text in request.all("office") {
                let found = try asked { () throws(ServiceError) in
                    try AgencyCode(text).flatMap { code throws(ServiceError) in
                        try ShowOffice(ledger: site.ledger).office(code)
                    }
                }
                guard let office = found else { throw .problem(.unknownOffice) }
                if !offices.contains(office) { offices.append(office) }
            }
            let years = Set(request.all("year").compactMap { ReportYear($0) }).sorted()
            let (wanted, of) = (measures, offices)
            let comparison = try asked { () throws(ServiceError) in
                try CompareReports(ledger: site.ledger, shelf: site.shelf).run(wanted, offices: of, years: years)
            }
            return APIAnswer(body: write(comparison, licence: site.settings.licence.name))
        }
    }

    private static func write(_ comparison: Comparison, licence: String) -> [UInt8] {
        var json = JSONWriter(capacity: comparison.lines.count * comparison.years.count * 100 + 500)
        json.object { json in
            json.array("cells") { json in
                for measure in comparison.measures {
                    json.object { json in
                        json.member("address", measure.id)
                        json.member("label", measure.label)
                        json.member("unit", measure.unit)
                    }
                }
            }
            json.array("values") { json in
                for line in comparison.lines {
                    for (year, values) in zip(comparison.years, line.values) {
                        for (measure, value) in zip(comparison.measures, values) {
                            json.object { json in
                                json.member("office", line.office.code.text)
                                json.member("year", year.number)
                                json.member("cell", measure.id)
                                write(value.number, to: &json)
                                json.member("state", value.code)
                            }
                        }
                    }
                }
            }
            json.member("licence", licence)
        }
        return json.finish()
    }

    /// The member `value`: a number digit for digit, or `null`.
    private static func write(_ number: FormNumber?, to json: inout JSONWriter) {
        json.key("value")
        if let number = (number?.description).flatMap(JSONNumber.init) { json.number(number) } else { json.null() }
    }

    private static let figures = APIOperation(
        pattern: "/api/v1/figures/{code}/{year}", id: "getFigures",
        summary: Sentence("已公开信息的条数", "Counts of published items"),
        about: Sentence(
            "从机关在本系统登记的信息公开台账计数：主动公开的条数，按渠道、类别。台账登记的第一年以前、最后一年以后和还没有到的年度没有数，应答404；中间的年度没有公开的是0。",
            "Counted from the records that offices keep here: items published, by channel and category. Years before the first and after the last of the records, and years to come, are 404; years between without items are 0."
        ),
        parameters: [
            .path("code", .string(.code), "机关代码。The code of the office.", example: "yantai-bigdata"),
            .path("year", .integer(ReportYear.range), "年度。The year.", example: "2021"),
        ], answer: "Figures", mayBeMissing: true
    ) { site, request throws(APIOperation.Failure) in
        guard let code = request["code"].flatMap({ AgencyCode($0) }), let year = request.integer("year") else {
            throw .problem(.unknownOffice)
        }
        let facts = try asked { () throws(ServiceError) in
            try ShowFigures(ledger: site.ledger).run(code, year, on: site.settings.today?())
        }
        guard let facts else {
            throw .problem(
                .missing(
                    "no_records", Sentence("这个机关在这个年度没有登记台账。", "This office keeps no records of this year here.")))
        }
        var json = JSONWriter(capacity: facts.count * 120)
        json.object { json in
            json.member("office", code.text)
            json.member("year", year)
            json.array("items") { json in
                for fact in facts {
                    json.object { json in
                        json.member("id", fact.id)
                        json.member("label", fact.label)
                        write(fact.value, to: &json)
                        json.member("unit", fact.unit)
                        json.member("records", fact.records)
                    }
                }
            }
        }
        return APIAnswer(body: json.finish())
    }
}
