import Database
import Glibc
import HTTPServer
import Ledger
import MailSending
import ReaderProcess
import Service
import Vault
import Web

extension Command {
    /// `gongkai serve`.
    static let serve = Command(
        name: "serve", synopsis: "[--data DIR | --database URL] [--listen H:P]",
        summary: "启动网站：展示年报和核对结果，供公众核对自己的年报",
        englishSummary: "serves the pages: reports with their findings, and the check of an upload",
        options: Installation.options + [
            .value(
                "--listen", "H:P", "监听地址和端口，默认为 GONGKAI_LISTEN，再默认为 127.0.0.1:8080",
                "address and port, 127.0.0.1:8080 unless told")
        ]
    ) { arguments throws(UsageError) in
        let address = try address(arguments)
        // Before any thread is started, so that all of them leave the signals to this one.
        let signals = StopSignals()
        do throws(SettingError) {
            let settings = try ServeSettings.read(listen: address)
            raiseDescriptorLimit(connections: settings.server.connectionLimit)
            // Before the data are opened: where another program has the port, nothing is filled or changed.
            return serve(arguments, settings, try reserve(settings.server.address), signals)
        } catch {
            StandardStream.complain("serve", error.message)
            return .failed
        }
    }

    private static func reserve(_ address: ListenAddress) throws(SettingError) -> ReservedAddress {
        do throws(ServerError) { return try ReservedAddress(address) } catch {
            throw SettingError(name: "GONGKAI_LISTEN", message: error.message)
        }
    }

    private static func address(_ arguments: Arguments) throws(UsageError) -> ListenAddress? {
        guard let text = arguments.value("--listen") else { return nil }
        do throws(ServerError) {
            return try ListenAddress(parsing: text)
        } catch {
            throw UsageError(
                chinese: "选项 --listen：\(error.message)",
                english: "--listen: “\(text)” is no address and port: 127.0.0.1:8080, [::1]:8080.")
        }
    }

    private static func serve(
        _ arguments: Arguments, _ settings: ServeSettings, _ address: ReservedAddress, _ signals: StopSignals
    ) -> ExitCode {
        guard let installation = Installation.open(arguments, for: "serve") else { return .failed }
        defer { installation.database.close() }
        let vault: Vault?
        do throws(VaultError) {
            vault = try installation.vault { StandardStream.complain("serve", $0) }
        } catch {
            StandardStream.complain("serve", error.message)
            return .failed
        }
        let reader = ReaderPool(settings.reader)
        do throws(ServiceError) {
            guard try prepare(installation, reader, settings, signals) else { return .failed }
        } catch {
            StandardStream.complain("serve", error.message)
            return .failed
        }
        // Asked to stop while the documents were read.
        if signals.hasCome { return .done }
        reader.dismissIdleChildren()
        if vault == nil {
            ServerLog.write(
                "vault", "no key: applications and tracking are closed; set GONGKAI_KEY or GONGKAI_KEY_FILE")
        }
        return listen(on: address, installation, reader, settings, vault, signals)
    }

    /// Fills an empty installation and brings the findings up to date; false with the reason said where it cannot.
    private static func prepare(
        _ installation: Installation, _ reader: ReaderPool, _ settings: ServeSettings, _ signals: StopSignals
    ) throws(ServiceError) -> Bool {
        if settings.demonstration,
            try LoadDemonstration(ledger: installation.ledger, reader: reader, calendar: installation.calendar)
                .isNeeded()
        {
            guard let list = installation.demonstration(for: "serve") else { return false }
            ServerLog.write("demonstration", "reading \(list.entries.count) documents")
            try installation.load(list, reader) { entry, outcome in
                if let failure = outcome.failure { ServerLog.write("demonstration", "\(entry.file): \(failure)") }
                return !signals.hasCome
            }
            if !signals.hasCome {
                _ = try installation.loadDemonstrationActs(reader) { ServerLog.write("demonstration", $0) }
            }
        }
        if let changed = try installation.recheck(), changed > 0 {
            ServerLog.write("recheck", "\(changed) reports have other findings")
        }
        // What was recorded before this start is held by a head from now on.
        do throws(DatabaseError) {
            try installation.ledger.heads.anchor(at: WallClock.now())
        } catch {
            throw .database(error)
        }
        return true
    }

    private static func listen(
        on address: ReservedAddress, _ installation: Installation, _ reader: ReaderPool, _ settings: ServeSettings,
        _ vault: Vault?, _ signals: StopSignals
    ) -> ExitCode {
        var siteSettings = settings.site
        // Without the list there is nothing to say about the demonstration; it stands in the resources only.
        siteSettings.pageFolder = siteSettings.pageFolder ?? installation.folder.map { "\($0)/cache" }
        siteSettings.today = { WallClock.now().beijingDay }
        siteSettings.demonstration = installation.demonstration(for: "serve")?.codes ?? []
        do {
            let style = try installation.resources.bytes(of: "web/gongkai.css")
            let script = try installation.resources.bytes(of: "web/gongkai.js")
            let gauges = ServerGauges()
            siteSettings.measure = gauges.read
            let site = Site(
                ledger: installation.ledger, reader: reader, style: style, script: script, settings: siteSettings,
                desk: RequestDesk(
                    ApplicantSetting(
                        ledger: installation.ledger, calendar: installation.calendar, vault: vault,
                        limits: settings.applications,
                        silenceNeedsReviewFirst: settings.silenceNeedsReviewFirst), now: WallClock.now),
                observe: ServerLog.write)
            if siteSettings.pageFolder != nil, siteSettings.keepsPageFile, !site.hasPageFile {
                ServerLog.write("page-file", "cannot be made in \(siteSettings.pageFolder ?? ""); pages stay in memory")
            }
            let server = try HTTPServer(
                settings: settings.server, on: address, responder: site, observe: gauges.answered)
            gauges.watch(server)
            let mailing = try mailing(installation, settings, vault)
            StandardStream.output.write("Gongkai is ready: \(server.url)\n")
            signals.wait()
            ServerLog.write("stop", "answering what is under way")
            server.stop()
            mailing?.stop()
            reader.dismissIdleChildren()
            return .done
        } catch let error as ServerError {
            StandardStream.complain("serve", error.message)
        } catch let error as FileError {
            StandardStream.complain("serve", about: error.path, error.message)
        } catch let error as SettingError {
            StandardStream.complain("serve", error.message)
        } catch {
            StandardStream.complain("serve", "无法启动：\(error)")
        }
        return .failed
    }

    /// Begins to tell applicants by e-mail; nil where no mail server is set, or nothing personal can be opened.
    private static func mailing(
        _ installation: Installation, _ settings: ServeSettings, _ vault: Vault?
    ) throws(SettingError) -> MailWorker? {
        guard let mail = settings.mail, let vault else { return nil }
        let tell = TellApplicants(
            ApplicantSetting(ledger: installation.ledger, calendar: installation.calendar, vault: vault),
            mail: mail.mail, carrier: try mail.carrier())
        guard let worker = MailWorker(tell, pause: mail.pause), worker.start() else {
            ServerLog.write("mail", "no thread: notices wait for the next start")
            return nil
        }
        ServerLog.write("mail", "notices go to \(mail.relay.address)")
        return worker
    }

    /// Each connection needs a descriptor, and systems are shipped with fewer than the server may have.
    private static func raiseDescriptorLimit(connections: Int) {
        let wanted = rlim_t(max(4_096, connections + 1_024))
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(kind, &limit) == 0, limit.rlim_cur < wanted else { return }
        limit.rlim_cur = min(wanted, limit.rlim_max)
        setrlimit(kind, &limit)
    }
}
