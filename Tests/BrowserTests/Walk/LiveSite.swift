import Foundation
import HTTPCore
import TestSupport
import Testing

/// A server of its own over the demonstration, on a free port of this machine, and the addresses it answers.
struct LiveSite {
    /// An address to see.
    struct Page {
        /// Path and query.
        var address: String
        /// The status that is expected.
        var status: Int

        /// A name for files: the address in letters that any file system takes.
        var name: String {
            let plain = address.dropFirst().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
            return plain.isEmpty ? "home" : String(plain.prefix(80))
        }
    }

    let port: UInt16
    var origin: String { "http://127.0.0.1:\(port)" }

    /// Starts a server, lets the body use it, and ends it.
    ///
    /// - Parameters:
    ///   - folder: where it keeps its data, for tests in which an office acts on the command line.
    ///   - environment: settings.
    static func run(
        in folder: TemporaryFolder = TemporaryFolder(), environment: [String: String] = [:],
        _ body: (LiveSite) throws -> Void
    ) throws {
        let server = try RunningProgram.gongkai(
            ["serve", "--data", folder.url.path, "--listen", "127.0.0.1:0"], environment: environment, limit: 600)
        defer { server.end() }
        try body(LiveSite(port: try server.waitUntilReady().port))
        #expect(server.terminate() == 0)
    }

    /// Status, type and text of the answer to an address.
    func get(_ address: String, cookies: String = "") throws -> (status: Int, type: String, text: String) {
        let answer = try HTTPExchange.get(address, port: port, cookie: cookies)
        let parts = answer.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let head = parts[0].split(separator: "\r\n")
        let type = head.first { $0.lowercased().hasPrefix("content-type:") }?.dropFirst(13) ?? ""
        return (
            Int(head.first?.split(separator: " ").dropFirst().first ?? "") ?? 0,
            type.trimmingCharacters(in: .whitespaces), parts.count > 1 ? String(parts[1]) : ""
        )
    }

    /// Every page of the samples and every error page; a sample that is found nowhere is an error.
    func pages() throws -> [Page] {
        var pages: [Page] = []
        for sample in PageSample.all where sample.isPage {
            let addresses = sample.addresses + (try found(sample))
            #expect(!addresses.isEmpty, "no address for \(sample.pattern)")
            pages += addresses.map { Page(address: $0, status: 200) }
        }
        return pages + PageSample.errors.map { Page(address: $0.address, status: $0.status) }
    }

    /// The addresses of a sample that are known only from links.
    func found(_ sample: PageSample) throws -> [String] {
        let pattern = try #require(RoutePattern(sample.pattern))
        return try sample.linkedFrom.map { page in
            let links = try get(page).text.components(separatedBy: "href=\"").dropFirst()
                .map { String($0.prefix { $0 != "\"" && $0 != "#" }).replacing("&amp;", with: "&") }
            let link = links.first { link in
                (try? RequestPath(String(link.prefix { $0 != "?" }))).flatMap { pattern.match($0) } != nil
            }
            return try #require(link, "\(page) links to no \(sample.pattern)")
        }
    }
}
