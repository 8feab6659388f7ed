import HTTPCore
import Synchronization

@testable import HTTPServer

/// A small site for the tests of the server.
enum TestSite {
    static let pageBody = String(repeating: "政府信息公开 ", count: 800)

    static let routes: [Route] = [
        Route(.get, "/", access: .public) { _ in .text("首页") },
        Route(.get, "/page", access: .public) { _ in .html(Array(pageBody.utf8)).secured() },
        Route(.get, "/echo/{word}", access: .public) { request in
            .text(
                "\(request.parameters["word"] ?? "")|\(request.query["q"] ?? "")|\(request.remoteAddress)|\(request.isSecure)|\(request.id)"
            )
        },
        Route(.post, "/sum", access: .public, bodyLimit: 1_000_000) { request in
            .text("\(request.body.count) \(request.body.reduce(0) { $0 &+ Int($1) })")
        },
        Route(.post, "/small", access: .public, bodyLimit: 100) { request in .text("\(request.body.count)") },
        Route(
            .post, "/files", access: .public, bodyLimit: 20_000, files: .init(fileBytes: 10_000, filesBytes: 15_000)
        ) { request in
            guard let form = try? request.multipart() else { return .text("unreadable", status: .badRequest) }
            return .text(
                form.parts.map { "\($0.name):\($0.content.count):\($0.droppedBytes ?? -1)" }.joined(separator: " "))
        },
        Route(.get, "/empty", access: .public) { _ in Response(status: .noContent) },
        Route(.get, "/own-headers", access: .public) { _ in
            Response.text("x").setting("Date", "never").setting("Content-Length", "9999").setting("Server", "x")
                .setting("X-Tab", "a\tb").setting("X-Kept", "公开")
        },
        Route(.get, "/streamed", access: .public) { _ in
            Response(streaming: streamed(pieces: 40, of: 100_000), type: .bytes)
        },
        Route(.get, "/broken", access: .public) { _ in
            Response(streaming: streamed(pieces: 3, of: 1_000, breaks: true), type: .bytes)
        },
        Route(.get, "/big", access: .public) { _ in Response([UInt8](repeating: 7, count: 20 << 20), type: .bytes) },
    ]

    /// A body of pieces that hold their number, with an empty one before each.
    static func streamed(
        pieces: Int, of size: Int, breaks: Bool = false, ended: @escaping @Sendable () -> Void = {}
    ) -> StreamedBody {
        let asked = Atomic(0)
        return StreamedBody(ended: ended) {
            let number = asked.wrappingAdd(1, ordering: .relaxed).oldValue
            if number % 2 == 0, number / 2 < pieces { return .bytes([]) }
            guard number / 2 < pieces else { return breaks ? .failed : .end }
            return .bytes([UInt8](repeating: UInt8(number / 2), count: size))
        }
    }

    static func router(_ more: [Route] = []) -> Router { Router(routes: routes + more) }

    /// A server on any free port, or on a clock of its own.
    static func start(
        _ more: [Route] = [], clock: ServerClock = ServerClock(),
        settings change: (inout ServerSettings) -> Void = { _ in }
    ) throws -> HTTPServer {
        try start(more, clock: clock, observe: nil, settings: change)
    }

    /// A server on any free port, with an observer.
    static func start(
        _ more: [Route] = [], clock: ServerClock = ServerClock(), observe: RequestObserver?,
        settings change: (inout ServerSettings) -> Void = { _ in }
    ) throws -> HTTPServer {
        var settings = ServerSettings()
        settings.address = .anyLoopbackPort
        settings.workerThreads = 3
        change(&settings)
        return try HTTPServer(settings: settings, clock: clock, responder: router(more), observe: observe)
    }
}

extension HTTPServer {
    func connect() throws -> SocketClient { try SocketClient(port: address.port) }
}
