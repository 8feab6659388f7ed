import AnnualReport
import Foundation
import TestSupport
import Testing

@Suite("English of notes on reading")
struct NoteEnglishTests {
    @Test("every kind of note that a reader makes has a sentence in English")
    func codes() throws {
        let folder = TestEnvironment.packageFolder.appending(path: "Sources")
        var codes: Set<String> = []
        for target in ["ReportReading", "DocumentReading"] {
            let files = try #require(FileManager.default.enumerator(atPath: folder.appending(path: target).path))
            for case let name as String in files where name.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appending(path: "\(target)/\(name)"), encoding: .utf8)
                for piece in text.components(separatedBy: "Note(").dropFirst() {
                    let rest = piece.drop { $0.isWhitespace }
                    guard rest.hasPrefix("code: \"") else { continue }
                    codes.insert(String(rest.dropFirst(7).prefix { $0 != "\"" }))
                }
                // Damages of rows are worded in one table.
                guard let table = text.components(separatedBy: "wordings: [String: String] = [").dropFirst().first
                else {
                    continue
                }
                for line in table.components(separatedBy: "]")[0].components(separatedBy: "\n") {
                    let code = line.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }
                    if !code.isEmpty { codes.insert(String(code)) }
                }
            }
        }
        #expect(codes.count >= 30)
        for code in codes.sorted() {
            let english = ReportNote(code: code, message: "").english
            #expect(english?.hasSuffix(".") == true, "\(code)")
        }
        #expect(ReportNote(code: "nothing_such", message: "").english == nil)
    }
}
