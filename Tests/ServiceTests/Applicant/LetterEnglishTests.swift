import Foundation
import Service
import TestSupport
import Testing

@Suite("English titles of letters")
struct LetterEnglishTests {
    @Test("every kind of letter that is made has an English title of its own")
    func titles() throws {
        let folder = TestEnvironment.packageFolder.appending(path: "Sources/Service/Following")
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        // Titles end so, wherever in the source they stand.
        let endings = ["告知书", "通知书", "回执", "答复书", "）"]
        let made = try text("ApplicantLetter.swift").components(separatedBy: "\"").filter { piece in
            piece.count < 24 && endings.contains(where: piece.hasSuffix) && !piece.contains("，")
                && !piece.contains("\\")
                && (piece.contains("书") || piece.contains("回执"))
        }
        let named = try text("ApplicantLetter+English.swift")
        #expect(Set(made).count >= 18, "\(Set(made).sorted())")
        for title in Set(made) { #expect(named.contains("case \"\(title)\":"), "\(title)") }
    }
}
