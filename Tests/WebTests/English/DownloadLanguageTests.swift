import DocumentReading
import Foundation
import HTTPCore
import TestSupport
import Testing
import Web

@Suite("The language of downloads")
struct DownloadLanguageTests {
    private static let lists = [
        "/reports", "/reports?year=2020", "/reports/sample-bureau/2021", "/explore", "/explore?view=findings",
        "/explore?view=cell&cell=t3_applications.disclosed.total", "/explore/all", "/explore/all?year=2020",
    ]

    /// The address of a list as a file, with the language.
    private func address(_ list: String, _ ending: String, _ language: String? = nil) -> String {
        let parts = list.split(separator: "?", maxSplits: 1).map(String.init)
        let fields = [parts.count > 1 ? parts[1] : nil, language.map { "lang=\($0)" }].compactMap(\.self)
        return "\(parts[0]).\(ending)" + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
    }

    private func lines(_ target: String, cookies: [String] = []) throws -> [String] {
        let response = try WebFixture.shared.get().get(target, cookies: cookies)
        #expect(response.status == .ok, "\(target)")
        return response.text.components(separatedBy: "\r\n")
    }

    @Test("columns are headed in English where the address asks for it, what stands under them stays", arguments: lists)
    func headings(list: String) throws {
        let usual = try lines(address(list, "csv"))
        #expect(usual.count > 2 && !SpokenText.chinese(usual[0]).isEmpty, "\(list)")
        // The language of a file follows from its address alone: it may be kept under it.
        #expect(try lines(address(list, "csv", "zh"), cookies: ["lang=en"]) == usual, "\(list)")
        #expect(try lines(address(list, "csv"), cookies: ["lang=en"]) == usual, "\(list)")
        let english = try lines(address(list, "csv", "en"))
        #expect(Array(english.dropFirst()) == Array(usual.dropFirst()), "\(list)")
        let heads = english[0].drop { $0 == "\u{FEFF}" }.split(separator: ",")
        #expect(heads.count == usual[0].split(separator: ",").count && SpokenText.chinese(english[0]).isEmpty)
        for head in heads where !head.contains("_") && !head.contains(".") {
            #expect(head.first?.isUppercase == true, "\(head)")
        }
        #expect(Set(heads).count == heads.count, "\(list)")
    }

    @Test("a workbook is headed in English too, and the members of JSON are the same in both")
    func otherFormats() throws {
        let fixture = try WebFixture.shared.get()
        for list in Self.lists where !list.hasPrefix("/reports/") {
            let book = try fixture.get(address(list, "xlsx", "en"))
            let text = String(
                decoding: try DocumentReader.read(name: "a.xlsx", bytes: book.body).plainText(), as: UTF8.self)
            #expect(text.contains("Office code") && !text.contains("机关代码"), "\(list)")
            let json = try [nil, "en"].map { language in
                try #require(
                    try JSONSerialization.jsonObject(
                        with: Data(try fixture.get(address(list, "json", language)).body)) as? [String: Any])
            }
            #expect(NSArray(array: json[0]["rows"] as? [Any] ?? []) == NSArray(array: json[1]["rows"] as? [Any] ?? []))
            #expect(SpokenText.chinese(json[1]["title"] as? String ?? "预").isEmpty, "\(list)")
        }
    }

    @Test("links on English pages carry the language along, those on Chinese pages have none")
    func links() throws {
        let fixture = try WebFixture.shared.get()
        for page in [
            "/reports", "/reports?year=2020", "/reports/sample-bureau/2021", "/explore", "/explore?view=findings",
        ] {
            for isEnglish in [true, false] {
                let text = try fixture.page(page, cookies: isEnglish ? ["lang=en"] : [])
                let links = PageMarkup(text).all("a").compactMap { $0["href"]?.replacing("&amp;", with: "&") }
                let csv = links.filter { $0.contains(".csv") }
                #expect(!csv.isEmpty && csv.allSatisfy { $0.contains("lang=en") == isEnglish }, "\(page): \(csv)")
                for link in csv { #expect(try fixture.get(link).status == .ok, "\(link)") }
            }
        }
    }
}
