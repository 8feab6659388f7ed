public import Database

/// Everything an installation keeps: the only place that knows the tables.
///
/// A value over a database; copies are the same ledger. Calls block, and may come from any thread.
public struct Ledger: Sendable {
    /// The name of the file in the data folder, where the embedded engine keeps the ledger.
    public static let fileName = "gongkai.sqlite"

    let database: any Database
    /// What it was told by those who run it.
    public let settings: LedgerSettings

    /// Opens the ledger in a database, and brings its tables to what this program needs.
    ///
    /// - Parameters:
    ///   - database: where; the caller closes it.
    ///   - now: recorded beside each step that is applied.
    ///   - settings: how entries are fastened, and by which calendar last days are kept.
    public init(
        in database: any Database, now: Moment, settings: LedgerSettings = LedgerSettings()
    ) throws(DatabaseError) {
        self.database = database
        self.settings = settings
        // What was kept before there was a search, or under other keys, is put into it once: with the steps or not at all, as
        // a program that was stopped between them would never do it.
        let search = [SearchSchema.migration.number, SearchSchema.seats.number]
        try Migrator(LedgerSchema.migrations(settings)).migrate(database, at: now.milliseconds) {
            (steps, transaction) throws(DatabaseError) in
            guard search.contains(where: steps.contains), !steps.contains(1) else { return }
            _ = try Self.rebuild(settings, in: transaction)
        }
    }

    /// How many steps the tables of a database lack for this program; nothing is changed.
    public static func missingSteps(in database: any Database) throws(DatabaseError) -> Int {
        try Migrator(LedgerSchema.migrations(LedgerSettings())).missing(in: database)
    }

    /// The offices.
    public var offices: OfficeStore { OfficeStore(database: database) }
    /// The entries: every act of the offices.
    public var entries: EntryStore { EntryStore(database: database, settings: settings) }
    /// The heads that hold the chains of all offices together.
    public var heads: HeadStore { HeadStore(database: database, settings: settings) }
    /// Copies of everything, out and in again.
    public var copies: CopyStore { CopyStore(database: database, settings: settings) }
    /// The applications as lists show them.
    public var requests: RequestStore { RequestStore(database: database) }
    /// What is kept about persons, sealed.
    public var persons: PersonStore { PersonStore(database: database) }
    /// The papers of applications, sealed, and the hashes of query codes.
    public var sealedPapers: SealedPaperStore { SealedPaperStore(database: database) }
    /// The applications that are being written, sealed.
    public var drafts: DraftStore { DraftStore(database: database) }
    /// The notices by e-mail that are to be sent.
    public var mail: MailStore { MailStore(database: database) }
    /// The items and the handovers as lists show them.
    public var items: ItemStore { ItemStore(database: database) }
    /// The cases of review and litigation as lists show them.
    public var appeals: AppealStore { AppealStore(database: database) }
    /// What is counted from the entries: the numbers of the annual report, and the records behind them.
    public var statistics: StatisticsStore { StatisticsStore(database: database, settings: settings) }
    /// What is on line for everyone.
    public var publicItems: PublicItemStore { PublicItemStore(database: database) }
    /// The guides of the offices, their standard catalogues, and what they confirmed to have nothing of.
    public var columns: ColumnStore { ColumnStore(database: database) }
    /// The papers: texts and files of items.
    public var papers: PaperStore { PaperStore(database: database) }
    /// The documents that came in.
    public var documents: DocumentStore { DocumentStore(database: database) }
    /// The reports with what the rules say of them.
    public var reports: ReportStore { ReportStore(database: database) }
    /// The search over what is published.
    public var search: SearchStore { SearchStore(database: database) }
    /// What people decided about findings.
    public var dispositions: DispositionStore { DispositionStore(database: database) }

    /// How many writes of this process have ended; where it stands still, `revision` has grown only if another program
    /// wrote. Nil where the database does not count. Costs nothing.
    public var endedWrites: UInt64? { database.endedWrites }

    /// How often the ledger was changed: pages drawn at the same number are the same.
    ///
    /// Costs one look-up; changes by other programs on the same database count.
    public func revision() throws(DatabaseError) -> Int64 {
        try database.read { (transaction) throws(DatabaseError) in
            try transaction.one("SELECT number FROM ledger_revision WHERE id = 1") { (row) throws(DatabaseError) in
                try row.int64(0)
            }
        }
    }
}
