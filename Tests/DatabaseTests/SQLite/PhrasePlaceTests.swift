import Database
import TestSupport
import Testing

@testable import DatabaseSQLite

/// The function of the driver that says in how good a column the phrases of a question stand.
@Suite("Places of phrases")
struct PhrasePlaceTests {
    private let folder = TemporaryFolder()

    /// A table of titles and texts with three rows.
    private func filled() throws -> SQLiteConnection {
        let connection = try SQLiteConnection(
            SQLiteSettings(path: folder.file("gongkai.sqlite")), role: .writing)
        try connection.control("CREATE VIRTUAL TABLE found USING fts5(text, title, tokenize = 'gongkai')")
        for (title, text) in [
            ("医保缴费通知", "城乡居民医保缴费"), ("通知", "医保缴费"), ("医保通知", "缴费地点"),
        ] {
            try connection.run("INSERT INTO found (title, text) VALUES ($1, $2)", [.text(title), .text(text)]) { _ in }
        }
        return connection
    }

    private func places(_ call: String, _ question: String, _ connection: SQLiteConnection) throws -> [Int64] {
        var places: [Int64] = []
        try connection.run("SELECT " + call + " FROM found WHERE found MATCH $1 ORDER BY rowid", [.text(question)]) {
            (row) throws(DatabaseError) in places.append(row.int64(at: 0))
        }
        return places
    }

    @Test("a row is worth what its least phrase is worth, and a phrase its best column")
    func worth() throws {
        let connection = try filled()
        #expect(try places("phrase_place(found, 2, 1, 3)", "\"医保\" AND \"缴费\"", connection) == [3, 1, 1])
        #expect(try places("phrase_place(found, 1, 1, 3)", "\"医保\" AND \"缴费\"", connection) == [3, 1, 3])
        #expect(try places("phrase_place(found, 1, 5, 3)", "\"医保\"", connection) == [5, 5, 3])
        #expect(try places("phrase_place(found, 1, 1, 3)", "\"医保\" + \"保缴\" + \"缴费\"", connection) == [3, 1])
    }

    @Test(
        "a call that makes no sense is an error and nothing worse",
        arguments: ["phrase_place(found)", "phrase_place(found, 1)", "phrase_place(found, 9, 1, 3)"])
    func refused(call: String) throws {
        let connection = try filled()
        #expect(throws: DatabaseError.self) { try places(call, "\"医保\"", connection) }
    }
}
