import DocumentReading
import Foundation
import TestSupport
import Testing

@Suite("English of errors of documents")
struct DocumentErrorEnglishTests {
    /// Codes that only commands and imports meet, who speak Chinese.
    private static let otherwise: Set<String> = [
        "missing", "no_children", "no_documents", "no_permission", "not_a_file", "not_found", "self_test_done",
        "unreadable_file", "not_a_workbook", "csv_quote",
    ]

    @Test("every code with which a reader refuses an upload has a sentence in English")
    func codes() throws {
        let folder = TestEnvironment.packageFolder.appending(path: "Sources")
        let files = try #require(FileManager.default.enumerator(atPath: folder.path))
        var codes: Set<String> = []
        for case let name as String in files where name.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for kind in ["DocumentError(", "ReportReadingError("] {
                for piece in text.components(separatedBy: kind).dropFirst() {
                    let rest = piece.drop { $0.isWhitespace }
                    guard rest.hasPrefix("code: \"") else { continue }
                    codes.insert(String(rest.dropFirst(7).prefix { $0 != "\"" }))
                }
            }
        }
        #expect(codes.count > 25)
        for code in codes.subtracting(Self.otherwise).sorted() {
            let english = DocumentError.english(code)
            #expect(english?.utf8.allSatisfy { $0 < 0x80 } == true && english?.hasSuffix(".") == true, "\(code)")
        }
        #expect(DocumentError.english("nothing_such") == nil)
    }
}
