import Database
import Disclosure
import Ledger
import TestSupport
import Testing

@Suite("what applicants hand in")
struct IntakeTests {
    private static func draft(_ name: String, until: Int64 = 1_000, text: String = "x") -> KeptDraft {
        KeptDraft(
            Digest(of: Array(name.utf8)), key: "k1", expiresAt: Moment(milliseconds: until), sealed: Array(text.utf8))
    }
    private static func file(_ number: Int, bytes: Int = 3) -> KeptDraftFile {
        KeptDraftFile(
            number, in: "proof", byteCount: bytes, label: [1], content: [UInt8](repeating: 7, count: bytes))
    }
    private static let now = Moment(milliseconds: 10)
    private static let room = DraftStore.Room(drafts: 2, bytes: 10)

    @Test("a draft is kept with its files, changed, and forgotten after its time", arguments: DatabaseEngine.allCases)
    func draft(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            let draft = Self.draft("a")
            #expect(try ledger.drafts.draft(draft.id, at: Self.now) == nil)
            let revision = try ledger.revision()
            let kept = try ledger.drafts.keep(
                draft, adding: [Self.file(1), Self.file(2)], removing: [], within: Self.room, at: Self.now)
            #expect(kept == .kept)
            #expect(try ledger.revision() == revision, "a draft changes no page")
            #expect(try ledger.drafts.draft(draft.id, at: Self.now) == draft)
            #expect(try ledger.drafts.files(of: draft.id, contents: false).map(\.content.count) == [0, 0])
            #expect(try ledger.drafts.files(of: draft.id, contents: true).map(\.content.count) == [3, 3])
            let changed = Self.draft("a", text: "y")
            #expect(
                try ledger.drafts.keep(
                    changed, adding: [Self.file(3)], removing: [1], within: Self.room, at: Self.now) == .kept)
            #expect(try ledger.drafts.draft(draft.id, at: Self.now)?.sealed == Array("y".utf8))
            #expect(try ledger.drafts.files(of: draft.id, contents: false).map(\.number) == [2, 3])
            #expect(try ledger.drafts.draft(draft.id, at: Moment(milliseconds: 1_000)) == nil)
            // It is kept on while it counts, and not called back once it does not.
            try ledger.drafts.extend(draft.id, until: Moment(milliseconds: 1_500), at: Self.now)
            #expect(try ledger.drafts.draft(draft.id, at: Moment(milliseconds: 1_499)) != nil)
            try ledger.drafts.extend(draft.id, until: Moment(milliseconds: 9_000), at: Moment(milliseconds: 1_500))
            #expect(try ledger.drafts.draft(draft.id, at: Moment(milliseconds: 1_500)) == nil)
            #expect(
                try ledger.drafts.keep(
                    Self.draft("b", until: 5_000), adding: [], removing: [], within: Self.room,
                    at: Moment(milliseconds: 2_000)) == .kept)
            #expect(try ledger.drafts.count() == 1, "what has expired is gone")
            try ledger.drafts.forget(Self.draft("b").id)
            #expect(try ledger.drafts.count() == 0)
        }
    }

    @Test("no more is kept than there is room for, and what is kept already stays", arguments: DatabaseEngine.allCases)
    func full(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            func keep(_ name: String, _ files: [KeptDraftFile] = []) throws -> DraftStore.Outcome {
                try ledger.drafts.keep(
                    Self.draft(name), adding: files, removing: [], within: Self.room, at: Self.now)
            }
            // The last: the text of a draft that is there can always be changed.
            let outcomes = [
                try keep("a", [Self.file(1, bytes: 8)]), try keep("b", [Self.file(1, bytes: 3)]), try keep("b"),
                try keep("c"), try keep("a", [Self.file(2, bytes: 5)]), try keep("a"),
            ]
            #expect(outcomes == [.kept, .full, .kept, .full, .full, .kept])
            #expect(try ledger.drafts.files(of: Self.draft("a").id, contents: false).count == 1)
        }
    }

    @Test(
        "what was done is marked once until its time, on every server, and takes no room of drafts",
        arguments: DatabaseEngine.allCases)
    func mark(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, again in
            #expect(try ledger.offices.put(LedgerFixture.office("office")) == nil)
            let second = try again()
            let deed = Digest(of: [7])
            func mark(_ ledger: Ledger, at moment: Int64, of office: String = "office", keeps: Bool = true) throws
                -> Bool
            {
                let code = try LedgerFixture.code(office)
                return try ledger.entries.transact(by: .applicant, at: Moment(milliseconds: moment)) {
                    (transaction) throws(DatabaseError) in
                    let isFirst = try transaction.mark(
                        deed, in: Sample.number(2025, 3), of: code, key: "k1",
                        until: Moment(milliseconds: moment + 100))
                    return keeps ? .commit(isFirst) : .rollBack(isFirst)
                }
            }
            #expect(try mark(ledger, at: 5, keeps: false), "what was not done leaves no mark")
            #expect(try ledger.drafts.draft(deed, at: Moment(milliseconds: 5)) == nil)
            #expect(try mark(ledger, at: 10))
            for server in [second, ledger] { #expect(try !mark(server, at: 109)) }
            #expect(try second.drafts.draft(deed, at: Moment(milliseconds: 109)) != nil)
            #expect(try mark(second, at: 110), "later the same is meant again")
            #expect(try !mark(ledger, at: 111))
            #expect(try !mark(ledger, at: 500, of: "nowhere"))
            for name in ["a", "b"] {
                let draft = Self.draft(name)
                #expect(
                    try ledger.drafts.keep(draft, adding: [], removing: [], within: Self.room, at: Self.now) == .kept)
            }
            try ledger.drafts.forgetExpired(at: Moment(milliseconds: 210))
            #expect(try ledger.drafts.count() == 2)
            #expect(try mark(second, at: 210))
        }
    }

    @Test("a draft becomes one application, papers and codes stand beside it", arguments: DatabaseEngine.allCases)
    func finish(engine: DatabaseEngine) throws {
        try LedgerFixture.withFresh(engine) { ledger, _ in
            #expect(try ledger.offices.put(LedgerFixture.office("office")) == nil)
            let office = try LedgerFixture.code("office")
            let number = Sample.number(2025, 3)
            let draft = Self.draft("a")
            _ = try ledger.drafts.keep(
                draft, adding: [Self.file(1)], removing: [], within: Self.room, at: Self.now)
            let paper = SealedPaper(
                Sample.reference("d-1"), of: office, in: number, as: .identityProof, key: "k1", byteCount: 3,
                receivedAt: Self.now, label: [1], content: [2, 3])
            func finish() throws -> Bool {
                try ledger.entries.transact(by: .applicant, at: Self.now) { (transaction) throws(DatabaseError) in
                    let isFirst = try transaction.finish(
                        draft.id, as: number, of: office, key: "k2", sealed: [9], until: Moment(milliseconds: 900))
                    guard isFirst else { return .rollBack(false) }
                    try transaction.keep(paper)
                    try transaction.keepCode("hash", of: number, office: office)
                    return .commit(true)
                }
            }
            #expect(try finish())
            #expect(try !finish(), "once only")
            let done = try #require(try ledger.drafts.draft(draft.id, at: Self.now))
            #expect(done.office == office && done.request == number && done.key == "k2" && done.sealed == [9])
            #expect(try ledger.drafts.files(of: draft.id, contents: false).isEmpty)
            #expect(
                try ledger.drafts.keep(draft, adding: [], removing: [], within: Self.room, at: Self.now) == .finished)
            #expect(try ledger.sealedPapers.codeHash(of: number, office: office) == "hash")
            #expect(try ledger.sealedPapers.codeHash(of: Sample.number(2025, 4), office: office) == nil)
            #expect(try ledger.sealedPapers.papers(of: number, office: office).map(\.content) == [[]])
            #expect(try ledger.sealedPapers.paper(paper.reference, of: office) == paper)
            #expect(try ledger.sealedPapers.keys() == ["k1"])
            #expect(try ledger.sealedPapers.notSealed(with: "k1", limit: 5).isEmpty)
            let old = try ledger.sealedPapers.notSealed(with: "k2", limit: 5)
            #expect(old == [paper])
            let newer = SealedPaper(
                paper.reference, of: office, in: number, as: .identityProof, key: "k2", byteCount: 3,
                receivedAt: Self.now, label: [4], content: [5])
            #expect(try ledger.sealedPapers.replace([newer]) == 1)
            #expect(try ledger.sealedPapers.paper(paper.reference, of: office) == newer)
            try ledger.entries.transact(by: .applicant, at: Self.now) { (transaction) throws(DatabaseError) in
                try transaction.forgetPapers(of: number, office: office)
                return .commit(())
            }
            #expect(try ledger.sealedPapers.papers(of: number, office: office).isEmpty)
            #expect(try ledger.sealedPapers.codeHash(of: number, office: office) == nil)
        }
    }
}
