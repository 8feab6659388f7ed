public import CivilTime
public import DocumentWriting
public import Ledger
public import Search

/// What the operator of a site can decide.
public struct SiteSettings: Sendable {
    /// The place before the name of the site (烟台市); empty for none, as the name says 公开 already.
    public var place = ""
    /// Who runs the site.
    public var identity = SiteIdentity()
    /// Uploads that one address may have checked in a minute, at least 1; 20.
    public var checksPerMinute = 20
    /// Uploads checked at the same time, at least 1; 4. Each holds a thread of the server while it is read.
    public var checksAtOnce = 4
    /// Documents (docx, pdf) of reports that are written for one address in a minute, at least 1; 60.
    public var documentsPerMinute = 60
    /// Documents of reports written at the same time, at least 1; 2. Each holds a thread of the server, and printing some
    /// seconds of a processor.
    public var documentsAtOnce = 2
    /// How reports are printed.
    public var print = PrintSettings()
    /// Whether pages lead to pdf files; false where nothing that prints is installed.
    public var offersPDF = false
    /// The largest file that may be uploaded, in bytes; 50 MiB, as much as is read.
    public var fileBytes = 50 << 20
    /// Bytes of memory for pages that were drawn; 32 MiB. 0 draws every page anew.
    public var cacheBytes = 32 << 20
    /// Bytes on the disk for pages that were drawn and are not asked for often; 2 GiB. 0 keeps none there.
    public var pageFileBytes = 2 << 30
    /// The folder for them; nil keeps them in memory only.
    public var pageFolder: String?
    /// Bytes of memory for the related items that the pages of items end with: those of one office and topic, or category, are
    /// drawn once for all of them; 4 MiB. 0 draws them for each page.
    public var relatedBytes = 4 << 20
    /// How long a change by another program may go unseen; 10 ms. Under load many pages then share one question to the
    /// database. Changes by this process are seen at once.
    public var freshness = Duration.milliseconds(10)
    /// Offices that the explorer compares at a time, at least 1; 20.
    public var exploreOffices = 20
    /// Years that the explorer compares at a time, at least 1; 20.
    public var exploreYears = 20
    /// Bars that one chart of the explorer draws, at least 1; 240. The table has what is not drawn.
    public var exploreBars = 240
    /// The least difference of a change that the explorer calls notable, at least 1; 10.
    public var notableDifference = 10
    /// Reports whose figures are kept in memory for comparing, about two kilobytes each; 5,000.
    public var figureReports = 5_000
    /// Reports in one download of everything, at least 1; 5,000.
    public var exportReports = 5_000
    /// Downloads of everything that one address may ask for in a minute, at least 1; 30.
    public var exportsPerMinute = 30
    /// Downloads of everything made at the same time, at least 1; 2.
    public var exportsAtOnce = 2
    /// How hard texts are packed with gzip for clients that take it, 1 (quick) to 9 (small); 5. 0 packs nothing.
    public var gzipLevel = 5
    /// Under which terms the data may be used again.
    public var licence = DataLicence.standard
    /// Whether applicants who give an address are told by e-mail when something happens.
    public var tellsByMail = false
    /// How much one search may ask.
    public var search = SearchLimits()
    /// Results on a page of the search, 1 to 100; 20.
    public var searchPageSize = 20
    /// Searches that one address may make in a minute, at least 1; 240. Titles offered while typing have four times as many.
    public var searchesPerMinute = 240
    /// How much one address may ask of the desk for applications.
    public var requests = RequestDeskLimits()
    /// Offices of the demonstration: where no other is kept, every page says that it shows one.
    public var demonstration: Set<AgencyCode> = []

    /// To whom `/metrics` answers; to this machine.
    public var metrics = Measurement.Audience.loopback
    /// What `/metrics` tells beside whether the database answers; nil for nothing.
    public var measure: (@Sendable () -> [Measurement])?

    /// The civil day in Beijing, where it is known: terms of documents run out by it.
    public var today: (@Sendable () -> Day)?

    /// The defaults.
    public init() {}

    /// True where pages are to be kept on the disk, if there is a folder.
    public var keepsPageFile: Bool { cacheBytes > 0 && pageFileBytes > 0 }

    /// The largest form with its files: a report and the one of the year before.
    public var uploadBytes: Int { fileBytes * 2 + (1 << 20) }
}
