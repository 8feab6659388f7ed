import Glibc
import HTTPCore
import HTTPServer
import Web

/// The log of the server on standard error: a line an event, words of `key=value`, nothing about a person.
enum ServerLog {
    /// An answered request: method, path without query, status, time taken and id.
    @Sendable
    static func write(_ request: AnsweredRequest) {
        let (seconds, attoseconds) = request.duration.components
        let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
        line(
            "level=info event=request method=\(request.method?.rawValue ?? "-") path=\(request.path ?? "-") "
                + "status=\(request.status.code) ms=\(milliseconds) id=\(request.id)")
    }

    /// Something that went wrong inside.
    @Sendable
    static func write(_ problem: SiteProblem) {
        line("level=error event=problem id=\(problem.requestID) what=\"\(plain(problem.description))\"")
    }

    /// Something worth knowing about the server itself.
    static func write(_ event: String, _ what: String) {
        line("level=info event=\(event) what=\"\(plain(what))\"")
    }

    private static func line(_ text: String) {
        StandardStream.error.write("time=\(WallClock.timestamp()) \(text)\n")
    }

    /// Text that cannot break out of its quotes or its line.
    private static func plain(_ text: String) -> String {
        String(
            decoding: text.utf8.prefix(500).map { $0 < 0x20 || $0 == 0x22 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
    }
}
