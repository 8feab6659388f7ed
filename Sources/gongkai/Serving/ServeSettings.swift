import DocumentReading
import DocumentWriting
import HTTPServer
import ReaderProcess
import Search
import Service
import Web

/// How the server runs, by arguments and environment.
struct ServeSettings: Sendable {
    var server: ServerSettings
    var site: SiteSettings
    /// How much applicants may hand in, and how long it is kept.
    var applications: ApplicationLimits
    /// Whether silence must go to a review before a suit.
    var silenceNeedsReviewFirst: Bool
    var reader: ReaderSettings
    /// How applicants are told by e-mail; nil where they are not.
    var mail: MailSettings?
    /// Whether an empty installation is filled with the demonstration reports.
    var demonstration: Bool

    /// Reads the settings.
    ///
    /// - Parameter address: where to listen, as an option says; nil where none does.
    static func read(listen address: ListenAddress?) throws(SettingError) -> ServeSettings {
        var server = ServerSettings()
        if let address {
            server.address = address
        } else if let address = try configuredAddress() {
            server.address = address
        }
        server.trustedProxies = try trustedProxies()
        // What visitors upload must not reach a program without confinement, unless someone has decided so.
        let reader = try ReaderSettings.fromEnvironment(convertsOldFiles: false)
        var site = SiteSettings()
        if let place = environmentValue("GONGKAI_SITE_PLACE") { site.place = String(place.prefix(40)) }
        site.identity = try identity()
        site.fileBytes = reader.limits.fileBytes
        site.checksPerMinute = try number("GONGKAI_CHECKS_PER_MINUTE", 1...100_000) ?? site.checksPerMinute
        site.checksAtOnce = try number("GONGKAI_CHECKS_AT_ONCE", 1...12) ?? site.checksAtOnce
        site.documentsPerMinute = try number("GONGKAI_DOCUMENTS_PER_MINUTE", 1...100_000) ?? site.documentsPerMinute
        site.documentsAtOnce = try number("GONGKAI_DOCUMENTS_AT_ONCE", 1...12) ?? site.documentsAtOnce
        site.print = try PrintSettings.fromEnvironment()
        site.offersPDF = PrintPDF.isAvailable(site.print)
        site.cacheBytes = try number("GONGKAI_PAGE_CACHE_MB", 0...65_536).map { $0 << 20 } ?? site.cacheBytes
        site.relatedBytes = try number("GONGKAI_RELATED_MB", 0...4_096).map { $0 << 20 } ?? site.relatedBytes
        site.pageFileBytes = try number("GONGKAI_PAGE_FILE_MB", 0...1_048_576).map { $0 << 20 } ?? site.pageFileBytes
        if let folder = environmentValue("GONGKAI_PAGE_FOLDER"), !folder.isEmpty { site.pageFolder = folder }
        try readExplorer(&site)
        site.search.characters = try number("GONGKAI_SEARCH_CHARACTERS", 10...1_000) ?? site.search.characters
        site.search.terms = try number("GONGKAI_SEARCH_TERMS", 5...500) ?? site.search.terms
        site.search.results = try number("GONGKAI_SEARCH_RESULTS", 20...10_000) ?? site.search.results
        site.searchPageSize = try number("GONGKAI_SEARCH_PAGE", 5...100) ?? site.searchPageSize
        if let word = environmentValue("GONGKAI_METRICS"), !word.isEmpty {
            guard let audience = Measurement.Audience(rawValue: word) else {
                throw SettingError(
                    name: "GONGKAI_METRICS", message: "设置 GONGKAI_METRICS 的值不对：可用的是 loopback、any、off。")
            }
            site.metrics = audience
        }
        site.requests = try requestLimits()
        let applications = try applicationLimits()
        try ServerLimit.apply(environmentValue, to: &server)
        let largest = max(site.uploadBytes, applications.formBytes, applications.textFormBytes)
        server.maximumBodyBytes = max(server.maximumBodyBytes, largest)
        server.maximumBodyBytesInFlight = max(server.maximumBodyBytesInFlight, largest * 2)
        let demonstration = try number("GONGKAI_DEMO", 0...1) ?? 1
        let silence = try number("GONGKAI_SILENCE_REVIEW_FIRST", 0...1) ?? 1
        let mail = try MailSettings.read()
        _ = try mail?.carrier()
        site.tellsByMail = mail != nil
        return ServeSettings(
            server: server, site: site, applications: applications, silenceNeedsReviewFirst: silence == 1,
            reader: reader, mail: mail, demonstration: demonstration == 1)
    }

    /// How much one address may ask of the desk for applications.
    private static func requestLimits() throws(SettingError) -> RequestDeskLimits {
        var limits = RequestDeskLimits()
        limits.formsPerHour = try number("GONGKAI_FORMS_PER_HOUR", 1...1_000_000) ?? limits.formsPerHour
        limits.applicationsPerHour =
            try number("GONGKAI_APPLY_PER_HOUR", 1...1_000_000) ?? limits.applicationsPerHour
        limits.promptApplicationsPerHour =
            try number("GONGKAI_APPLY_PROMPT_PER_HOUR", 1...1_000_000) ?? limits.promptApplicationsPerHour
        limits.waitSeconds = try number("GONGKAI_APPLY_WAIT_SECONDS", 1...3_600) ?? limits.waitSeconds
        limits.proofBits = try number("GONGKAI_APPLY_PROOF_BITS", 0...24) ?? limits.proofBits
        limits.triesPerAddress = try number("GONGKAI_TRACK_TRIES", 1...100_000) ?? limits.triesPerAddress
        limits.triesPerNumber = try number("GONGKAI_TRACK_TRIES_PER_NUMBER", 1...100_000) ?? limits.triesPerNumber
        limits.sessionMinutes = try number("GONGKAI_TRACK_SESSION_MINUTES", 1...1_440) ?? limits.sessionMinutes
        return limits
    }

    /// How much applicants may hand in, and how long it is kept.
    private static func applicationLimits() throws(SettingError) -> ApplicationLimits {
        var limits = ApplicationLimits()
        limits.fileBytes = try number("GONGKAI_APPLY_FILE_MB", 1...100).map { $0 << 20 } ?? limits.fileBytes
        limits.attachments = try number("GONGKAI_APPLY_FILES", 1...20) ?? limits.attachments
        limits.draftHours = try number("GONGKAI_DRAFT_HOURS", 1...720) ?? limits.draftHours
        limits.drafts = try number("GONGKAI_DRAFTS", 1...1_000_000) ?? limits.drafts
        limits.draftBytes = try number("GONGKAI_DRAFTS_MB", 1...1_000_000).map { $0 << 20 } ?? limits.draftBytes
        limits.receiptMinutes = try number("GONGKAI_RECEIPT_MINUTES", 1...1_440) ?? limits.receiptMinutes
        if let text = environmentValue("GONGKAI_APPLY_FILE_TYPES"), !text.isEmpty {
            limits.formats = []
            for word in text.split(separator: ",") {
                guard let format = PaperFormat(rawValue: trimmed(word)), format != .xlsx else {
                    throw SettingError(
                        name: "GONGKAI_APPLY_FILE_TYPES",
                        message: "设置 GONGKAI_APPLY_FILE_TYPES：可用的是 pdf、jpg、png、docx，用逗号分开。")
                }
                if !limits.formats.contains(format) { limits.formats.append(format) }
            }
        }
        return limits
    }

    /// Who runs the site, as its head and foot say it.
    private static func identity() throws(SettingError) -> SiteIdentity {
        var identity = SiteIdentity()
        func line(_ name: String) -> String { String((environmentValue(name) ?? "").prefix(200)) }
        identity.origin = line("GONGKAI_SITE_ORIGIN")
        guard identity.origin.isEmpty || SiteIdentity.isOrigin(identity.origin) else {
            throw SettingError(
                name: "GONGKAI_SITE_ORIGIN",
                message: "设置 GONGKAI_SITE_ORIGIN 的值不对：应为 https://域名，后面不带路径。")
        }
        identity.code = line("GONGKAI_SITE_CODE")
        identity.filing = line("GONGKAI_SITE_FILING")
        identity.policeFiling = line("GONGKAI_SITE_POLICE_FILING")
        identity.organiser = line("GONGKAI_SITE_ORGANISER")
        identity.contact = line("GONGKAI_SITE_CONTACT")
        return identity
    }

    /// What may be compared and taken at once, and under which terms.
    private static func readExplorer(_ site: inout SiteSettings) throws(SettingError) {
        site.exploreOffices = try number("GONGKAI_EXPLORE_OFFICES", 1...200) ?? site.exploreOffices
        site.exploreYears = try number("GONGKAI_EXPLORE_YEARS", 1...97) ?? site.exploreYears
        site.exploreBars = try number("GONGKAI_EXPLORE_BARS", 1...5_000) ?? site.exploreBars
        site.notableDifference = try number("GONGKAI_NOTABLE_DIFFERENCE", 1...1_000_000) ?? site.notableDifference
        site.gzipLevel = try number("GONGKAI_GZIP_LEVEL", 0...9) ?? site.gzipLevel
        site.figureReports = try number("GONGKAI_FIGURE_REPORTS", 0...1_000_000) ?? site.figureReports
        site.searchesPerMinute = try number("GONGKAI_SEARCHES_PER_MINUTE", 1...1_000_000) ?? site.searchesPerMinute
        site.exportReports = try number("GONGKAI_EXPORT_REPORTS", 1...100_000) ?? site.exportReports
        site.exportsPerMinute = try number("GONGKAI_EXPORTS_PER_MINUTE", 1...100_000) ?? site.exportsPerMinute
        site.exportsAtOnce = try number("GONGKAI_EXPORTS_AT_ONCE", 1...12) ?? site.exportsAtOnce
        if let name = environmentValue("GONGKAI_DATA_LICENCE"), !name.isEmpty {
            site.licence.name = String(name.prefix(100))
        }
        if let address = environmentValue("GONGKAI_DATA_LICENCE_URL"), !address.isEmpty {
            guard DataLicence.isAddress(address) else {
                throw SettingError(
                    name: "GONGKAI_DATA_LICENCE_URL",
                    message: "设置 GONGKAI_DATA_LICENCE_URL 的值不对：应当是以 https:// 或者 http:// 开头的网址，或者以 / 开头的本站路径。")
            }
            site.licence.address = address
        }
    }

    /// The proxies that are believed, each an address in numbers: with a name none would ever be.
    private static func trustedProxies() throws(SettingError) -> Set<String> {
        let proxies = (environmentValue("GONGKAI_TRUSTED_PROXIES") ?? "").split(separator: ",").map { trimmed($0) }
            .filter { !$0.isEmpty }
        let addresses = proxies.compactMap { ListenAddress.numeric($0) }
        guard addresses.count == proxies.count else {
            throw SettingError(
                name: "GONGKAI_TRUSTED_PROXIES",
                message: "设置 GONGKAI_TRUSTED_PROXIES 的值不对：应为反向代理的IP地址，多个用逗号分隔，例如 127.0.0.1,::1。")
        }
        return Set(addresses)
    }

    private static func configuredAddress() throws(SettingError) -> ListenAddress? {
        guard let text = environmentValue("GONGKAI_LISTEN"), !text.isEmpty else { return nil }
        do throws(ServerError) {
            return try ListenAddress(parsing: text)
        } catch {
            throw SettingError(name: "GONGKAI_LISTEN", message: "设置 GONGKAI_LISTEN：\(error.message)")
        }
    }

    private static func number(_ name: String, _ range: ClosedRange<Int>) throws(SettingError) -> Int? {
        try NumberSetting(name: name, range: range).value(in: environmentValue)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
