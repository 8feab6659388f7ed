import CivilTime
import Database
import Disclosure
import Foundation
import TestSupport
import Testing

@testable import Ledger

/// The bytes under a digest are those that the documents promise.
@Suite("Digests")
struct DigestTests {
    @Test("the worked example of the documents is what the ledger writes, byte for byte")
    func example() throws {
        let file = TestEnvironment.packageFolder.appending(path: "docs/ledger.md")
        let page = try String(contentsOf: file, encoding: .utf8)
        let block = try #require(page.components(separatedBy: "```\n").first { $0.hasPrefix("gongkai.entry/1\n") })
        try ActingOffice.withFresh(.sqlite) { office, _ in
            try office.run(ActingOffice.registration("2025-5"), on: "2025-5")
            let entry = try #require(try office.ledger.entries.entries(of: office.code).first)
            #expect(String(decoding: entry.digestBytes, as: UTF8.self) == block)
            #expect(page.contains("`\(entry.digest.hex)`"))
            #expect(Digest(of: Array(block.utf8), by: .sm3) == entry.digest)
        }
    }

    @Test("SM3 and SHA-256 are those of the standards")
    func algorithms() {
        // GB/T 32905-2016, example 1, and FIPS 180-4.
        #expect(
            Digest(of: Array("abc".utf8), by: .sm3).hex
                == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")
        #expect(
            Digest(of: Array("abc".utf8), by: .sha256).hex
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digest(of: Array("abc".utf8)) == Digest(of: Array("abc".utf8), by: .sha256))
    }

    @Test("the kinds of acts begin with the word of their subject and are unlike each other")
    func kinds() {
        var kinds: Set<String> = []
        func look<Act: LedgerAct>(_: Act.Type) {
            for kind in Act.Kind.allCases {
                #expect(kind.rawValue.hasPrefix(Act.subjectKind.rawValue + "."), "\(kind)")
                #expect(kinds.insert(kind.rawValue).inserted, "\(kind)")
                #expect(RecordedSubjects.schema(of: kind.rawValue) == Act.schema)
            }
        }
        for act in RecordedSubjects.all { look(act) }
        #expect(Set(RecordedSubjects.all.map { $0.subjectKind }).count == RecordedSubjects.all.count)
        #expect(kinds.count > 60)
    }

    @Test("moments know their day in UTC and in Beijing, also before 1970")
    func moments() {
        let cases: [(Int64, String, String)] = [
            (0, "1970-01-01", "1970-01-01 08:00"), (-1, "1969-12-31", "1970-01-01 07:59"),
            (57_600_000, "1970-01-01", "1970-01-02 00:00"), (86_399_999, "1970-01-01", "1970-01-02 07:59"),
            (1_768_442_400_000, "2026-01-15", "2026-01-15 10:00"), (.min, "0001-01-01", ""), (.max, "9999-12-31", ""),
        ]
        for (milliseconds, day, beijing) in cases {
            let moment = Moment(milliseconds: milliseconds)
            #expect(moment.utcDay.description == day, "\(milliseconds)")
            if !beijing.isEmpty {
                #expect(moment.beijingText == beijing)
                #expect(moment.beijingDay.description == beijing.prefix(10))
            }
        }
    }

    @Test(
        "roles and subjects have names of a form", arguments: ["", "a b", "A", "甲", String(repeating: "a", count: 65)])
    func names(text: String) {
        #expect(ActorRole(text) == nil)
        if text != "A" { #expect(Subject<ItemAct>(name: text) == nil) }
    }
}
