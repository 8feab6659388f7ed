internal import Database
internal import DatabaseSQLite
internal import Ledger
internal import Search

/// Searching 200,000 documents, and making their index.
///
/// Both sides get the same documents and the same questions, and both hand over the texts of the twenty best. Ours ranks the
/// newest 2,000, as the product does; Groonga ranks all, as it does.
struct SearchBench {
    private let setting: BenchSetting
    private let corpus = InventedCorpus()
    private let count: Int

    init(_ setting: BenchSetting) {
        self.setting = setting
        count = setting.isQuick ? 5_000 : 200_000
    }

    /// The lines of the table.
    func run() throws(BenchFailure) -> [Measure] {
        do {
            let database = try SQLiteDatabase(SQLiteSettings(path: "\(setting.scratch)/search.sqlite"))
            defer { database.close() }
            let ledger = try Ledger(in: database, now: Moment(milliseconds: 0))
            try fill(database)
            return [try build(ledger, database)] + (try find(ledger))
        } catch let error as DatabaseError {
            throw BenchFailure(error.description)
        } catch let error as BenchFailure {
            throw error
        } catch {
            throw BenchFailure("\(error)")
        }
    }

    // MARK: Making the index

    /// The rows as the product keeps them; the index over their words is made afterwards.
    private func fill(_ database: SQLiteDatabase) throws {
        try database.write { (transaction) throws(DatabaseError) in
            try transaction.execute("INSERT INTO office (code, full_name) VALUES ('bench', '测试机关')")
        }
        let count = count
        for first in stride(from: 1, through: count, by: 10_000) {
            let corpus = corpus
            try database.write { (transaction) throws(DatabaseError) in
                for number in first..<min(first + 10_000, count + 1) {
                    let document = corpus.document(number)
                    let key = Self.key(number)
                    try transaction.execute(
                        """
                        INSERT INTO search_document (key, kind, office, subject, title, day)
                        VALUES ($1, 'item', 1, $2, $3, '2024-02-03')
                        """, [.int64(key), .text("i-\(number)"), .text(document.title)])
                    try transaction.execute(
                        """
                        INSERT INTO search_part (key, marks, title, labels, body, files) VALUES ($1, $2, $3, '', $4, '')
                        """,
                        [.int64(key), .text("\u{1}#kitem #o1 #y2024"), .text(document.title), .text(document.body)])
                }
            }
        }
    }

    /// A key as the ledger makes it: day, kind, seat.
    private static func key(_ number: Int) -> Int64 { (45_000 << 1) << 26 + 2 * Int64(number) }

    /// Processor time of making the index: ours, and FTS5's own trigrams over the same rows.
    private func build(_ ledger: Ledger, _ database: SQLiteDatabase) throws -> Measure {
        var measure = Measure("search.build", unit: "s")
        try database.write { (transaction) throws(DatabaseError) in
            try transaction.execute(
                """
                CREATE VIRTUAL TABLE peer_term USING fts5(marks, title, labels, body, files, content='search_part',
                    content_rowid='key', tokenize='trigram')
                """)
        }
        // Once: a round takes minutes, and all of it is processor time. Ours a second time would clear the first away as well.
        let ours = try Self.processorTime { () throws(DatabaseError) in try ledger.search.remakeIndex() }
        let peer = try Self.processorTime { () throws(DatabaseError) in
            _ = try database.write { (transaction) throws(DatabaseError) in
                try transaction.execute("INSERT INTO peer_term (peer_term) VALUES ('rebuild')")
            }
        }
        measure.add(ours: ours, peer: peer)
        return measure
    }

    private static func processorTime(of work: () throws(DatabaseError) -> Void) throws(DatabaseError) -> Double {
        let start = ProcessorTime.ofThisProcess()
        try work()
        return ProcessorTime.ofThisProcess() - start
    }

    // MARK: Finding

    /// Words of every frequency, phrases of two words, and two words that must both occur.
    private var questions: [String] {
        let words = stride(from: 0, to: corpus.words.count, by: 60).map { corpus.words[$0] }
        let phrases = stride(from: 7, to: count, by: count / 60).map { corpus.pair(of: $0) }
        let both = (0..<60).map { "\(corpus.words[$0]) \(corpus.words[$0 * 20 + 5])" }
        return words + phrases + both
    }

    private func find(_ ledger: Ledger) throws -> [Measure] {
        let questions = questions
        try load()
        var slowest = Measure("search.find", unit: "ms")
        var usual = Measure("search.median", unit: "ms")
        for _ in 0..<(setting.isQuick ? 1 : 5) {
            var ours: [Double] = []
            var found = 0
            for question in questions {
                let query = try SearchQuery(question)
                let start = ProcessorTime.wall()
                let page = try ledger.search.find(query)
                ours.append((ProcessorTime.wall() - start) * 1e3)
                found += page.count > 0 ? 1 : 0
            }
            let peer = try ask(questions)
            guard peer.times.count == questions.count else {
                throw BenchFailure("Groonga answered \(peer.times.count) of \(questions.count) questions")
            }
            guard found == peer.found else {
                throw BenchFailure("ours answered \(found) questions with results, Groonga \(peer.found)")
            }
            slowest.add(ours: Self.percentile(ours, 0.95), peer: Self.percentile(peer.times, 0.95))
            usual.add(ours: Self.percentile(ours, 0.5), peer: Self.percentile(peer.times, 0.5))
        }
        return [slowest, usual]
    }

    private static func percentile(_ values: [Double], _ share: Double) -> Double {
        let sorted = values.sorted()
        return sorted[min(Int(Double(sorted.count) * share), sorted.count - 1)]
    }

    // MARK: Groonga

    private var peerDatabase: String { "\(setting.scratch)/groonga/db" }

    /// Loads the documents into a Groonga database with the index that its manual has for Chinese.
    private func load() throws {
        guard ChildProcess.has("groonga") else {
            throw BenchFailure("groonga is missing (apt: groonga-bin)")
        }
        _ = try ChildProcess.run(["mkdir", "-p", "\(setting.scratch)/groonga"])
        var commands = """
            table_create Docs TABLE_NO_KEY
            column_create Docs title COLUMN_SCALAR ShortText
            column_create Docs body COLUMN_SCALAR Text
            table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto
            load --table Docs
            [

            """
        for number in 1...count {
            let document = corpus.document(number)
            commands += "{\"title\":\"\(document.title)\",\"body\":\"\(document.body)\"}"
            commands += number < count ? ",\n" : "\n]\n"
        }
        commands += "column_create Terms docs COLUMN_INDEX|WITH_POSITION|WITH_SECTION Docs title,body\n"
        let file = "\(setting.scratch)/load.grn"
        try TextFile.write(file, Array(commands.utf8))
        _ = try ChildProcess.run(["groonga", "-n", peerDatabase], input: file)
    }

    /// What Groonga says each question took it, in milliseconds, and how many had a result.
    private func ask(_ questions: [String]) throws -> (times: [Double], found: Int) {
        let commands = questions.map {
            "select Docs --match_columns title*10||body --query '\($0)' --sort_keys -_score --limit 20 --output_columns _id,title,body\n"
        }
        let (file, output) = ("\(setting.scratch)/ask.grn", "\(setting.scratch)/answers")
        try TextFile.write(file, Array(commands.joined().utf8))
        _ = try ChildProcess.run(["groonga", peerDatabase], input: file, output: output)
        var times: [Double] = []
        var found = 0
        // [[0,1700000000.0,0.0123],[[[12],[["_id", …
        for line in (TextFile.read(output) ?? "").split(separator: "\n") where line.hasPrefix("[[0,") {
            let head = line.dropFirst(2).prefix { $0 != "]" }.split(separator: ",")
            guard head.count == 3, let seconds = Double(head[2]) else { continue }
            times.append(seconds * 1e3)
            let count = line.drop { $0 != "]" }.drop { !$0.isNumber }.prefix(while: \.isNumber)
            found += count == "0" ? 0 : 1
        }
        return (times, found)
    }
}
