import CivilTime
import Disclosure
import Ledger
import Service
import TestSupport
import Testing

@Suite("The season of annual reports, and offices found by name and level")
struct ReportSeasonTests {
    private func season(on text: String, _ office: ActOffice) throws -> ReportSeason? {
        try ReportSeason(
            of: ListReports(ledger: office.ledger).run(),
            characters: FindOffices(ledger: office.ledger).characters(), on: try #require(Day(text)))
    }

    @Test("departments are due on 31 January, governments from the county up on 31 March; it ends with March")
    func dates() throws {
        try ActOffice.with { office in
            let first = try #require(try season(on: "2026-01-14", office))
            #expect(first.year == ReportYear(2025) && first.daysLeft == 17)
            #expect(first.groups.map(\.isGovernments) == [false, true])
            #expect(first.groups.map(\.due.description) == ["2026-01-31", "2026-03-31"])
            #expect(first.groups[0].awaited.map(\.code.text) == ["office", "street"])
            #expect(first.groups[1].awaited.map(\.code.text) == ["city"])
            #expect(try season(on: "2026-01-31", office)?.daysLeft == 0)
            #expect(try season(on: "2026-02-01", office)?.daysLeft == 58)
            #expect(try season(on: "2026-03-31", office)?.daysLeft == 0)
            #expect(try season(on: "2026-04-01", office) == nil && season(on: "2025-12-31", office) == nil)
        }
    }

    @Test("what is recorded of an office goes before its name", arguments: DatabaseEngine.allCases)
    func characters(engine: DatabaseEngine) throws {
        try ActOffice.with(engine) { office in
            for (code, name, kind, level) in [
                ("zhen", "测试镇人民政府", "government", "township"), ("qu", "测试区人民政府", "government", "county"),
                ("shui", "测试区税务局", "vertically_led", "county"),
            ] {
                try office.done(
                    #"{"act":"office.found","agency":"\#(code)","subject":"\#(code)","name":"\#(name)","kind":"\#(kind)","level":"\#(level)","day":"2025-01-06"}"#,
                    as: "system_administrator")
            }
            try office.done(
                #"{"act":"office.correct","agency":"shui","subject":"shui","day":"2025-02-03","name":"测试区税务局","level":"township","reasons":"层级有误"}"#,
                as: "system_administrator")
            let characters = try FindOffices(ledger: office.ledger).characters()
            #expect(characters[try #require(AgencyCode("qu"))]?.level == .county)
            #expect(characters[try #require(AgencyCode("shui"))]?.level == .township)
            #expect(characters[try #require(AgencyCode("shui"))]?.kind == .verticallyLed)
            let season = try #require(try season(on: "2026-01-14", office))
            #expect(season.groups[1].awaited.map(\.code.text) == ["city", "qu"])
            let offices = try office.ledger.offices.list()
            func found(_ filter: OfficeFilter) -> [String] {
                offices.filter { filter.lets($0, characters[$0.code]) }.map(\.code.text)
            }
            #expect(found(OfficeFilter(level: .township)) == ["shui", "zhen"])
            #expect(found(OfficeFilter(text: "测试区 人民")) == ["qu"])
            #expect(found(OfficeFilter(text: "税务", level: .county)) == [])
            #expect(found(OfficeFilter()).count == 6 && OfficeFilter(text: " ").isEmpty)
        }
    }
}
