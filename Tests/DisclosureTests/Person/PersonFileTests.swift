import CivilTime
import Disclosure
import TestSupport
import Testing

@Suite("what the entries tell of the data kept about a person")
struct PersonFileTests {
    @Test("fields are named, looks are counted, and what was erased is erased for good; the written form never changes")
    func life() throws {
        var sample = try SubjectSample<PersonFile>()
        let look = LookAtPerson(at: ["contact"], because: try text("电话告知补正"), on: try day("2025-06-11"))
        #expect(!sample.codes(against: look).isEmpty)
        try sample.run(RecordPerson(["name", "contact"], on: day("2025-06-03")))
        try sample.run(RecordPerson(["name", "identity_number", "contact"], on: day("2025-06-10")))
        try sample.run(look)
        #expect(sample.subject?.looks == 1 && sample.subject?.fields == ["contact", "identity_number", "name"])
        let erasure = ErasePerson(because: try text("保存期限届满"), on: try day("2026-06-30"))
        try sample.run(erasure)
        #expect(try sample.subject?.erased == day("2026-06-30") && sample.subject?.fields == [])
        #expect(sample.codes(against: look) == [.personErased] && sample.codes(against: erasure) == [.personErased])
        #expect(Set(sample.entries.map(\.kind)) == Set(PersonAct.Kind.allCases))
        try checkGolden(sample.entries, "person-entries.jsonl")
        for entry in sample.entries.dropFirst() {
            #expect(throws: Refusal.self) { try PersonFile(folding: [entry]) }
        }
    }
}
