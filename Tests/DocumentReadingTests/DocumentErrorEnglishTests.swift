import DocumentReading
import Foundation
import TestSupport
import Testing

@Suite("English of errors of documents")
struct DocumentErrorEnglishTests {
    /// Limits that are all different.
    private static let limits: ReadingLimits = {
        var limits = ReadingLimits()
        limits.fileBytes = 3 << 20
        limits.unpackedBytes = 5_000_001
        limits.unpackedRatio = 31
        limits.depth = 37
        limits.tableCells = 41_000
        limits.pages = 43
        limits.archiveFiles = 47
        limits.conversionSeconds = 53
        limits.seconds = 59
        limits.memoryBytes = 61 << 20
        return limits
    }()

    @Test(
        "the sentence of a limit names it",
        arguments: [
            ("too_large", "3 MB"), ("unpacked_too_large", "5000001 bytes"), ("suspicious_ratio", "31 times"),
            ("too_deep", "37 levels"), ("too_many_cells", "41000 cells"), ("too_many_pages", "43 pages"),
            ("too_many_files", "47 files"), ("conversion_timeout", "53 seconds"), ("too_slow", "59 seconds"),
            ("too_much_memory", "61 MB"),
        ])
    func limit(code: String, words: String) {
        #expect(DocumentError.english(code, within: Self.limits)?.contains(words) == true)
    }

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
            let english = DocumentError.english(code, within: ReadingLimits())
            #expect(english?.utf8.allSatisfy { $0 < 0x80 } == true && english?.hasSuffix(".") == true, "\(code)")
        }
        #expect(DocumentError.english("nothing_such", within: ReadingLimits()) == nil)
    }
}
