import Foundation
import Ledger
import Service
import TestSupport
import Testing

@Suite("What is recorded, in the words of the office")
struct EntryWordsTests {
    @Test("every kind of entry has a name in Chinese")
    func kinds() throws {
        let page = try String(
            contentsOf: TestEnvironment.packageFolder.appending(path: "docs/entries.md"), encoding: .utf8)
        let kinds = page.split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
            return String(line.dropFirst(3)[..<end])
        }.filter { $0.contains(".") }
        #expect(kinds.count > 90)
        for kind in kinds {
            let words = EntryWords.chineseText(of: kind)
            #expect(words != kind && !words.utf8.allSatisfy { $0 < 0x80 }, "\(kind)")
        }
        for kind in Set(kinds.compactMap { $0.split(separator: ".").first.map(String.init) }) {
            #expect(EntryWords.chineseText(of: SubjectKind(kind)) != kind, "\(kind)")
        }
        #expect(EntryWords.chineseText(of: "moon.landed") == "moon.landed")
    }

    @Test("roles are named as the office names them")
    func roles() throws {
        #expect(EntryWords.chineseText(of: try #require(ActorRole("officer"))) == "经办人")
        #expect(EntryWords.chineseText(of: EntryActor.applicant.role) == "公众")
        #expect(EntryWords.chineseText(of: EntryActor.system.role) == "系统")
    }
}
