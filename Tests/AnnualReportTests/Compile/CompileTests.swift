import AnnualReport
import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("one compiled report")
struct CompileTests {
    private func compiled(_ counted: OfficeYear, _ form: FormEdition? = nil) throws -> CompiledReport {
        try #require(CompiledReport(counted, in: form))
    }

    private func cell(_ report: CompiledReport, _ address: String) throws -> Cell {
        let address = try #require(CellAddress(address))
        return try #require(report.report[address])
    }

    private func figure(_ address: String, _ value: String, unit: String? = nil) throws -> StatedFigure {
        StatedFigure(
            try #require(CellAddress(address)), try #require(FormNumber(value)), unit: unit,
            records: [RecordName(.figure, "f-1")])
    }

    @Test("the year chooses the form: 2019 and 2020 have 198 cells, later years 200, earlier years none")
    func formOfYear() throws {
        #expect(try compiled(OfficeYear("测试局", year: 2020)).report.cells.count == 198)
        #expect(try compiled(OfficeYear("测试局", year: 2021)).report.cells.count == 200)
        #expect(CompiledReport(OfficeYear("测试局", year: 2018)) == nil)
    }

    @Test("a year in which nothing came in has 0 in every cell of tables three and four, each accounted for")
    func nilYear() throws {
        let report = try compiled(OfficeYear("测试局", year: 2020))
        for (place, form) in report.report.form.cells.enumerated() {
            let isCounted = form.address.table.hasPrefix("t3") || form.address.table.hasPrefix("t4")
            #expect(report.report.cells[place].state == (isCounted ? .number : .blank), "\(form.address)")
            if isCounted { #expect(report.report.cells[place].value == .zero && report.origins[place].counted == 0) }
        }
    }

    @Test("a figure that nobody entered is blank and named, a figure of 0 is 0")
    func figures() throws {
        var office = OfficeYear("测试局", year: 2021)
        office.figures = [
            try figure("t2_art20_5.administrative_licensing.decisions_this_year", "0"),
            try figure("t2_art20_8.administrative_fees.fee_amount_this_year", "12.5"),
        ]
        let report = try compiled(office)
        let licences = try cell(report, "t2_art20_5.administrative_licensing.decisions_this_year")
        let fees = try cell(report, "t2_art20_8.administrative_fees.fee_amount_this_year")
        let penalties = try cell(report, "t2_art20_6.administrative_penalty.decisions_this_year")
        #expect(licences.state == .number && licences.value == .zero)
        #expect(fees.value?.description == "12.5" && fees.unit == "万元")
        #expect(penalties.state == .blank && penalties.value == nil)
        let note = try #require(report.report.notes.first { $0.code == "figure_not_entered" })
        #expect(note.cells.count == 8)
    }

    @Test("a year in which the register was not kept gives no number, and says so")
    func notKept() throws {
        var office = OfficeYear("测试局", year: 2019)
        office.isKept = false
        office.requests.count(CountedRequest(.naturalPerson, received: 2019))
        let report = try compiled(office)
        #expect(try cell(report, "t3_applications.new_received.total").state == .absent)
        #expect(try cell(report, "t4_review_litigation.cases.review_total").state == .absent)
        #expect(report.report.notes.contains { $0.code == "register_not_kept" && $0.cells.count == 176 })
    }

    @Test("the unpaid application of 2021 is 其他处理 in the form of 2019, by rows in its own")
    func unpaid() throws {
        var office = OfficeYear("测试局", year: 2021)
        office.requests.count(CountedRequest(.commercialEnterprise, received: 2020, closed: 2021, as: .otherFeeUnpaid))
        let own = try compiled(office)
        #expect(try cell(own, "t3_applications.other_fee_unpaid.commercial_enterprise").value?.whole == 1)
        #expect(try cell(own, "t3_applications.carried_in.total").value?.whole == 1)
        let other = try compiled(office, .edition2019)
        #expect(try cell(other, "t3_applications.other.commercial_enterprise").value?.whole == 1)
        #expect(try cell(other, "t3_applications.results_total.total").value?.whole == 1)
    }

    @Test("其他处理 of 2020 cannot be told apart in the form of 2021: those rows are absent, the totals are not")
    func otherOf2020() throws {
        var office = OfficeYear("测试局", year: 2020)
        office.requests.count(CountedRequest(.naturalPerson, received: 2020, closed: 2020, as: .other))
        office.figures = [
            try figure("t2_art20_5.administrative_licensing.decisions", "7"),
            try figure("t2_art20_8.administrative_fees.prior_year_items", "3"),
        ]
        let report = try compiled(office, .edition2021)
        for row in ["other_no_correction", "other_fee_unpaid", "other_other"] {
            #expect(try cell(report, "t3_applications.\(row).natural_person").state == .absent)
            #expect(try cell(report, "t3_applications.\(row).total").state == .absent)
            #expect(try cell(report, "t3_applications.\(row).research_institution").value == .zero)
        }
        #expect(try cell(report, "t3_applications.results_total.total").value?.whole == 1)
        #expect(try cell(report, "t2_art20_5.administrative_licensing.decisions_this_year").value?.whole == 7)
        #expect(try cell(report, "t2_art20_8.administrative_fees.fee_amount_this_year").state == .absent)
        #expect(report.report.notes.contains { $0.code == "not_in_form_of_year" })
    }

    @Test("documents made, repealed and published give section two of both forms")
    func documents() throws {
        let calendar = try OfficialCalendar.load()
        let today = try #require(Day("2031-01-01"))
        let officer: OfficerReference = Sample.reference("o-1")
        var tally = DocumentTally(year: 2021)
        func count(_ name: String, _ kind: NormativeKind, issued: String, repealed: String? = nil) throws {
            let day = try #require(Day(issued))
            let issue = IssueDocument(
                Sample.reference(name), NormativeParticulars(kind, Sample.text("测试文件")), by: officer, on: day)
            var entries = try issue.decide(on: nil, today: today, calendar: calendar).entries
            let disclose = DiscloseDocument(on: day, by: officer)
            entries += try disclose.decide(
                on: try NormativeDocument(folding: entries), today: today, calendar: calendar
            ).entries
            if let repealed {
                let repeal = RepealDocument(
                    on: try #require(Day(repealed)), basis: Sample.text("测试决定"), by: officer)
                entries += try repeal.decide(
                    on: try NormativeDocument(folding: entries), today: today, calendar: calendar
                ).entries
            }
            tally.count(try #require(try NormativeDocument(folding: entries)))
        }
        try count("d-1", .normativeDocument, issued: "2018-03-01")
        try count("d-2", .normativeDocument, issued: "2019-03-01", repealed: "2021-05-06")
        try count("d-3", .normativeDocument, issued: "2021-03-01")
        try count("d-4", .administrativeRule, issued: "2022-03-01")
        var office = OfficeYear("测试局", year: 2021)
        office.documents = tally
        let row = "t2_art20_1.administrative_normative_documents"
        let report = try compiled(office)
        #expect(try cell(report, "\(row).issued_this_year").value?.whole == 1)
        #expect(try cell(report, "\(row).repealed_this_year").value?.whole == 1)
        #expect(try cell(report, "\(row).in_force").value?.whole == 2)
        #expect(try cell(report, "t2_art20_1.regulations.in_force").value == .zero)
        let earlier = try compiled(office, .edition2019)
        #expect(try cell(earlier, "t2_art20_1.normative_documents.newly_disclosed_this_year").value?.whole == 1)
        #expect(try cell(earlier, "t2_art20_1.normative_documents.total_disclosed").value?.whole == 2)
    }

    @Test("a sum takes no adjustment, a blank cell neither, and each says why")
    func refusedAdjustments() throws {
        var office = OfficeYear("测试局", year: 2022)
        let one = try #require(FormNumber(1))
        for (number, address) in [
            "t3_applications.results_total.total", "t2_art20_6.administrative_penalty.decisions_this_year",
            "t2_art20_9.centralized_procurement.procurement_items", "t3_applications.disclosed.natural_person",
        ].enumerated() {
            office.adjustments.append(
                CellAdjustment(
                    try #require(CellAddress(address)), by: one, reason: "补登漏记的一件",
                    record: RecordName(.adjustment, "t-\(number)")))
        }
        let report = try compiled(office)
        #expect(
            report.report.notes.map(\.code) == [
                "figure_not_entered", "adjustment_not_applied", "adjustment_not_applied", "adjustment_without_cell",
                "adjusted",
            ])
        #expect(try cell(report, "t3_applications.disclosed.total").value?.whole == 1)
        #expect(try cell(report, "t3_applications.results_total.total").value?.whole == 1)
        // An adjustment cannot hide: the balance no longer holds, and the rules say so.
        #expect(RuleBook.check(report.report).failedRules.contains("T3_BALANCE"))
    }

    @Test("the numbers under which statistics are kept never change")
    func codes() {
        #expect(ApplicantType.allCases.map { StatisticsCode.code(of: $0) } == [0, 1, 2, 3, 4, 5])
        #expect(ResultLeaf.allCases.map { StatisticsCode.code(of: $0) } == Array(0..<22))
        for result in ResultLeaf.allCases { #expect(StatisticsCode.result(StatisticsCode.code(of: result)) == result) }
        for type in ApplicantType.allCases { #expect(StatisticsCode.applicant(StatisticsCode.code(of: type)) == type) }
        #expect(StatisticsCode.result(22) == nil && StatisticsCode.applicant(-1) == nil)
        var tally = RequestTally(year: 2021)
        let refused = tally.count(applicant: 6, received: 2021, closed: 2021, result: 0)
        #expect(!refused && tally == RequestTally(year: 2021))
    }
}
