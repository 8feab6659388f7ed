import AnnualReport
import CivilTime
import Ledger
import Service
import TestSupport
import Testing

@Suite("Years over which a ledger runs")
struct KeptYearsTests {
    private static func register(_ year: Int) -> String {
        #"{"act":"request.register","subject":"\#(year)-1","day":"\#(year)-03-19","channel":"in_person","applicant":"p-1","applicant_type":"natural_person","identity_proof":"paper-1","matter":"测试文件"}"#
    }

    @Test(
        "blank is no zero before the first year of any register and after the last, and zero is zero between",
        arguments: DatabaseEngine.allCases)
    func years(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            try office.done(Self.register(2020))
            try office.done(Self.register(2023))
            let code = try #require(AgencyCode("office"))
            let found = try #require(try ShowOffice(ledger: office.ledger).office(code))
            let compare = CompareReports(ledger: office.ledger, shelf: FigureShelf(ledger: office.ledger, limit: 10))
            let years = (2018...2025).compactMap { ReportYear($0) }
            let line = try #require(try compare.answerDays(offices: [found], years: years).lines.first)
            let figures = ShowFigures(ledger: office.ledger)
            for (year, values) in zip(years, line.values) {
                let isKept = (2020...2023).contains(year.number)
                #expect(
                    values
                        == (isKept
                            ? [.noneDecided, .noneDecided, .number(.zero)] : [.noRecords, .noRecords, .noRecords]),
                    "\(year)")
                #expect((try figures.run(code, year.number, on: nil) != nil) == isKept, "\(year)")
            }
            #expect(try office.ledger.statistics.keptYears(of: code) == 2020...2023)
        }
    }
}
