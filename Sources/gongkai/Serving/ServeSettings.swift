import DocumentReading
import HTTPServer
import ReaderProcess
import Web

/// How the server runs, by arguments and environment.
struct ServeSettings: Sendable {
    var server: ServerSettings
    var site: SiteSettings
    var reader: ReaderSettings
    /// Whether an empty installation is filled with the demonstration reports.
    var demonstration: Bool

    /// Why the server cannot run as it is told.
    struct Failure: Error {
        var message: String
    }

    /// Reads the settings.
    static func read(_ arguments: Arguments) throws(Failure) -> ServeSettings {
        var server = ServerSettings()
        let configured = environmentValue("GONGKAI_LISTEN") ?? ""
        if let text = arguments.value("--listen") ?? (configured.isEmpty ? nil : configured) {
            do throws(ServerError) {
                server.address = try ListenAddress(parsing: text)
            } catch { throw Failure(message: error.message) }
        }
        let proxies = environmentValue("GONGKAI_TRUSTED_PROXIES") ?? ""
        server.trustedProxies = Set(proxies.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty })
        let reader: ReaderSettings
        do throws(SettingError) {
            reader = try ReaderSettings.fromEnvironment()
        } catch { throw Failure(message: error.message) }
        var site = SiteSettings()
        if let place = environmentValue("GONGKAI_SITE_PLACE") { site.place = String(place.prefix(40)) }
        site.fileBytes = reader.limits.fileBytes
        site.checksPerMinute = try number("GONGKAI_CHECKS_PER_MINUTE", 1...100_000) ?? site.checksPerMinute
        site.checksAtOnce = try number("GONGKAI_CHECKS_AT_ONCE", 1...12) ?? site.checksAtOnce
        site.cacheBytes = try number("GONGKAI_PAGE_CACHE_MB", 0...65_536).map { $0 << 20 } ?? site.cacheBytes
        server.maximumBodyBytes = max(server.maximumBodyBytes, site.uploadBytes)
        server.maximumBodyBytesInFlight = max(server.maximumBodyBytesInFlight, site.uploadBytes * 2)
        let demonstration = try number("GONGKAI_DEMO", 0...1) ?? 1
        return ServeSettings(server: server, site: site, reader: reader, demonstration: demonstration == 1)
    }

    private static func number(_ name: String, _ range: ClosedRange<Int>) throws(Failure) -> Int? {
        guard let text = environmentValue(name), !text.isEmpty else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw Failure(
                message: "设置 \(name) 的值“\(PlainText.line(text))”不对：应为 \(range.lowerBound) 到 \(range.upperBound) 的整数。")
        }
        return number
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
