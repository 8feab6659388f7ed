import CMicrohttpd
import Glibc
import HTTPCore
import Synchronization

/// What the callbacks of the library work on: connections and exchanges of one server.
///
/// A request passes in four steps, each a callback on the worker thread that owns its connection: `target` (request
/// line), `head` (first call of the handler), `body` (calls with data), `answer` (last call). An answer given before
/// the last call would cost the connection its keep-alive, so only a refused body is answered early.
final class ServerCore: Sendable {
    let settings: ServerSettings
    let responder: any Responder
    let table: ConnectionTable
    let lingering: Lingering
    let clock: ServerClock
    /// Wakes the sweeper.
    let wake: Pipe
    /// Wakes `stop` when the last request has been answered.
    let drained: Pipe
    private let observe: RequestObserver?
    private let idPrefix: String
    private let lastID = Atomic(0)
    private let active = Atomic(0)
    private let isDraining = Atomic(false)
    private let bodyBytes = Atomic(0)

    init(
        settings: ServerSettings, responder: any Responder, wake: Pipe, drained: Pipe, clock: ServerClock,
        observe: RequestObserver?
    ) {
        self.clock = clock
        self.settings = settings
        self.responder = responder
        self.wake = wake
        self.drained = drained
        self.observe = observe
        table = ConnectionTable(settings: settings)
        lingering = Lingering(settings: settings, clock: clock)
        idPrefix = String(UInt64.random(in: 1 << 40..<1 << 41), radix: 36) + "-"
    }

    /// Requests under way.
    var activeRequests: Int { active.load(ordering: .acquiring) }

    /// Bytes of bodies under way.
    var bodyBytesInFlight: Int { bodyBytes.load(ordering: .acquiring) }

    /// From now on every answer ends its connection.
    func beginDraining() {
        isDraining.store(true, ordering: .releasing)
    }

    private func nextID() -> String {
        idPrefix + String(lastID.wrappingAdd(1, ordering: .relaxed).newValue, radix: 36)
    }

    // MARK: Connections

    /// A connection began: it is counted, and ended at once where there are too many.
    func open(_ connection: OpaquePointer) -> Connection {
        let opened = Connection(
            socket: gongkai_mhd_socket(connection), client: ClientAddress(gongkai_mhd_client(connection)),
            headerDeadline: clock.milliseconds + settings.headerDeadline.milliseconds)
        let code: RequestError.Code
        switch table.add(opened) {
        case .admitted: return opened
        case .tooManyFromAddress: code = .tooManyConnections
        case .full: code = .serverFull
        }
        opened.deadline.cut()
        opened.end(saying: bytes(of: Refusal(RequestError(code, in: "connection"), requestID: nextID())))
        return opened
    }

    /// A connection ends; its socket is still open.
    func close(_ connection: Connection) {
        finish(connection)
        table.remove(connection)
        if connection.lingers, !isDraining.load(ordering: .acquiring) {
            lingering.keep(connection.socket)
            wake.signal()
        }
    }

    /// The answer to a connection that is over its time. One that has sent no whole head is closed without a word:
    /// it may be one that a browser opened in advance and would take an answer for that of its next request.
    func overdueBytes(_ phase: ConnectionPhase, _ connection: Connection) -> [UInt8] {
        guard phase == .body else { return [] }
        return bytes(
            of: connection.awaited ?? Refusal(RequestError(.tooSlow, in: "body"), requestID: nextID()))
    }

    private func bytes(of refusal: Refusal) -> [UInt8] {
        ResponseWriting.bytes(responder.refuse(refusal), id: refusal.requestID, date: clock.dateHeader)
    }

    // MARK: Requests

    /// The request line was read.
    func target(_ target: UnsafePointer<CChar>, on connection: Connection) {
        let now = clock.milliseconds
        connection.exchange = Exchange(id: nextID(), target: String(validatingCString: target), begin: now)
        Self.hideQuery(in: target)
        active.wrappingAdd(1, ordering: .acquiringAndReleasing)
        if connection.hasServed {
            _ = connection.deadline.enter(.head, until: now + settings.headerDeadline.milliseconds)
        }
    }

    /// Ends the target behind its question mark, after it was copied.
    ///
    /// The library would take every field of the query apart into the connection's memory, which some hundred short fields fill
    /// up: it then closes the connection without an answer. Nobody reads those fields: `Query` does it from the copy, under
    /// its own limits. The bytes lie in the library's buffer, where it writes too.
    private static func hideQuery(in target: UnsafePointer<CChar>) {
        guard let mark = strchr(target, Int32(UInt8(ascii: "?"))), mark[0] != 0, mark[1] != 0 else { return }
        mark[1] = 0
    }

    /// The headers were read: decides whether the body may come.
    func head(
        _ method: UnsafePointer<CChar>, of exchange: Exchange, on connection: Connection, _ library: OpaquePointer
    ) -> MHD_Result {
        exchange.hasHead = true
        let head = RequestHead(library)
        var framing = RequestHead.Framing.none
        var expectsBody = true
        do throws(RequestError) {
            framing = try head.framing()
            if case .none = framing { expectsBody = false }
            try head.checkHost()
            try admit(exchange, method: String(cString: method), head: head, framing: framing, connection)
        } catch {
            exchange.error = error
            exchange.headers = head.headers
            // Without a body to come the connection can go on, unless the headers contradict each other.
            guard expectsBody || error.code == .malformedHeaders else { return .YES }
            exchange.closes = true
            connection.lingers = true
            return refuse(error, exchange, connection, library)
        }
        guard expectsBody else { return .YES }
        let pace = TransferPace(
            from: clock.milliseconds, stretch: settings.bodyDeadline, bytesPerSecond: settings.bodyBytesPerSecond,
            longest: settings.longestBody)
        exchange.pace = pace
        connection.awaited = Self.refusal(RequestError(.tooSlow, in: "body"), exchange)
        return connection.deadline.enter(.body, until: pace.deadline) ? .YES : .NO
    }

    private func admit(
        _ exchange: Exchange, method: String, head: RequestHead, framing: RequestHead.Framing, _ connection: Connection
    ) throws(RequestError) {
        guard let target = exchange.target else { throw RequestError(.invalidUTF8, in: "target") }
        guard head.bytes + target.utf8.count <= settings.maximumHeaderBytes else {
            throw RequestError(.headersTooLarge, in: "request")
        }
        guard let method = Method(rawValue: method) else { throw RequestError(.unknownMethod, in: "method") }
        let sender = Forwarding(head.headers, from: connection.client.text, trusted: settings.trustedProxies)
        if let id = sender.requestID { exchange.id = id }
        let request = try Request(
            method: method, target: target, headers: head.headers, remoteAddress: sender.address,
            isSecure: sender.isSecure, id: exchange.id)
        exchange.request = request
        // Most requests have no body, and nobody need be asked how large it may be.
        if case .none = framing { return }
        var rule = responder.bodyRule(for: method, path: request.path)
        rule.bytes = min(rule.bytes, settings.maximumBodyBytes)
        exchange.body = IncomingBody(
            rule, contentType: head.headers["Content-Type"], maximumReceivedBytes: settings.maximumReceivedBytes)
        switch framing {
        case .none: return
        case .chunked:
            guard exchange.body.limit > 0 else { throw RequestError(.bodyTooLarge, in: "body", limit: 0) }
        case .length(let length):
            guard length <= exchange.body.limit else {
                throw RequestError(.bodyTooLarge, in: "body", limit: exchange.body.limit)
            }
            guard reserve(min(length, rule.bytes), for: exchange) else { throw RequestError(.serverFull, in: "body") }
            exchange.body.expect(length)
        }
    }

    /// A piece of the body came.
    func body(_ piece: UnsafeRawBufferPointer, of exchange: Exchange, on connection: Connection) -> MHD_Result {
        let now = clock.milliseconds
        if let until = exchange.pace?.passed(piece.count, at: now) {
            guard connection.deadline.enter(.body, until: until) else { return .NO }
            // All of it was promised room at its head. Once it is slow, the next stretch only is: a few slow bodies would
            // keep others out with room that they do not fill.
            if let pace = exchange.pace, pace.isSlow(at: now) {
                release(beyond: exchange.body.bytes.count + piece.count + pace.quota, of: exchange)
            }
        }
        let fits = exchange.body.append(piece)
        let kept = exchange.body.bytes.count
        if fits, kept <= exchange.reservedBytes || reserve(kept - exchange.reservedBytes, for: exchange) {
            return .YES
        }
        // The library takes no answer in the middle of a body, so this one goes to the socket directly, and the
        // library is told to give the connection up. Whoever cut it first has spoken already.
        if connection.deadline.enter(.cut) {
            let error =
                fits
                ? RequestError(.serverFull, in: "body")
                : RequestError(.bodyTooLarge, in: "body", limit: exchange.body.limit)
            exchange.status = error.status
            connection.say(bytes(of: Self.refusal(error, exchange)))
            connection.lingers = true
        }
        return .NO
    }

    /// The request is complete: it is answered.
    func answer(_ exchange: Exchange, on connection: Connection, _ library: OpaquePointer) -> MHD_Result {
        if let error = exchange.error { return refuse(error, exchange, connection, library) }
        guard var request = exchange.request, connection.deadline.enter(.handling) else { return .NO }
        exchange.request?.headers = Headers()
        request.droppedFiles = exchange.body.droppedFiles
        request.body = exchange.body.take()
        return send(responder.respond(to: request), exchange, connection, library)
    }

    private static func refusal(_ error: RequestError, _ exchange: Exchange) -> Refusal {
        Refusal(
            error, requestID: exchange.id, target: exchange.target ?? "",
            headers: exchange.request?.headers ?? exchange.headers)
    }

    private func refuse(
        _ error: RequestError, _ exchange: Exchange, _ connection: Connection, _ library: OpaquePointer
    ) -> MHD_Result {
        send(responder.refuse(Self.refusal(error, exchange)), exchange, connection, library)
    }

    private func send(
        _ response: Response, _ exchange: Exchange, _ connection: Connection, _ library: OpaquePointer
    ) -> MHD_Result {
        exchange.status = response.status
        let pace = TransferPace(
            from: clock.milliseconds, stretch: settings.sendDeadline, bytesPerSecond: settings.sendBytesPerSecond,
            longest: settings.longestSend)
        guard connection.deadline.enter(.sending, until: pace.deadline) else { return .NO }
        return ResponseWriting.queue(
            response, on: library, SendingPace(pace, of: connection, by: clock), id: exchange.id,
            date: clock.dateHeader, isHead: exchange.request?.method == .head,
            closes: exchange.closes || isDraining.load(ordering: .acquiring))
    }

    /// A request has ended, answered or not.
    func finish(_ connection: Connection) {
        guard let exchange = connection.exchange else { return }
        connection.exchange = nil
        connection.hasServed = true
        if exchange.status == nil, connection.deadline.isLate { exchange.status = .requestTimeout }
        let now = clock.milliseconds
        _ = connection.deadline.enter(.idle, until: now + settings.idleDeadline.milliseconds)
        if exchange.reservedBytes > 0 {
            bodyBytes.wrappingSubtract(exchange.reservedBytes, ordering: .acquiringAndReleasing)
        }
        if let observe, let status = exchange.status {
            observe(
                AnsweredRequest(
                    id: exchange.id, method: exchange.request?.method,
                    path: exchange.request.map { responder.loggedPath(of: $0, status) ?? Self.loggedPath($0) },
                    status: status,
                    duration: .milliseconds(now - exchange.begin)))
        }
        let left = active.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue
        if left == 0, isDraining.load(ordering: .acquiring) { drained.signal() }
    }

    /// The path as sent where it is plain, else encoded anew, so that it cannot break a line of the log.
    private static func loggedPath(_ request: Request) -> String {
        let path = request.target.utf8.prefix { $0 != UInt8(ascii: "?") }
        guard path.count <= 200, path.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return String(request.path.encoded.prefix(200))
        }
        return String(Substring(path))
    }

    private func release(beyond count: Int, of exchange: Exchange) {
        let surplus = exchange.reservedBytes - count
        guard surplus > 0 else { return }
        bodyBytes.wrappingSubtract(surplus, ordering: .acquiringAndReleasing)
        exchange.reservedBytes = count
    }

    private func reserve(_ count: Int, for exchange: Exchange) -> Bool {
        let sum = bodyBytes.wrappingAdd(count, ordering: .acquiringAndReleasing).newValue
        guard sum <= settings.maximumBodyBytesInFlight else {
            bodyBytes.wrappingSubtract(count, ordering: .acquiringAndReleasing)
            return false
        }
        exchange.reservedBytes += count
        return true
    }
}
