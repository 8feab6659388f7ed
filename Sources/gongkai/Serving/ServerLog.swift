import Glibc
import HTTPCore
import HTTPServer
import Markup
import Web

/// The log of the server on standard error: a line an event, words of `key=value`, nothing about a person.
enum ServerLog {
    /// An answered request: method, path without query, status, time taken and id.
    @Sendable
    static func write(_ request: AnsweredRequest) {
        let (seconds, attoseconds) = request.duration.components
        let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
        // Once a request: bytes straight into one buffer.
        var line = ByteWriter(capacity: 256)
        line.write("time=")
        line.write(text: WallClock.timestamp())
        line.write(" level=info event=request method=")
        line.write(text: request.method?.rawValue ?? "-")
        line.write(" path=")
        line.write(text: request.path ?? "-")
        line.write(" status=")
        line.write(integer: request.status.code)
        line.write(" ms=")
        line.write(integer: milliseconds)
        line.write(" id=")
        line.write(text: request.id)
        line.write("\n")
        StandardStream.error.write(line.bytes)
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
