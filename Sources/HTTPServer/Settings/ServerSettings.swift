/// How a server listens and what it bears. Each default suits a server of two cores behind a reverse proxy.
public struct ServerSettings: Sendable, Hashable {
    /// Where to listen; `127.0.0.1:8080`.
    public var address = ListenAddress.standard
    /// Threads that serve connections and run handlers, 1 to 512; 16. A handler that takes long holds up the other
    /// connections of its thread, so there are more threads than cores.
    public var workerThreads = 16
    /// Connections at a time, 1 to 100,000; 800. Above it a client is told 503 at once. Each needs a descriptor: the
    /// process must be allowed about 200 more.
    public var connectionLimit = 800
    /// Connections at a time from one address (IPv6: one /64 network), at least 1; 400, as a whole office may share
    /// one. Above it a client is told 429 at once. Trusted proxies are not counted.
    public var connectionsPerAddress = 400
    /// From the begin of a connection, or from the request line of a later request, to the end of the headers; 10 s.
    /// It is absolute: a byte now and then does not extend it.
    public var headerDeadline = Duration.seconds(10)
    /// From the end of the headers to the end of the body; 120 s. It begins anew each time that as much has come of the body as
    /// `bodyBytesPerSecond` demands of it, so that a large upload over a slow line goes on, and a byte now and then does not.
    public var bodyDeadline = Duration.seconds(120)
    /// What a body must bring to go on after `bodyDeadline`, in bytes a second, 1 to 1 GiB; 8 KiB, the slowest of telephone lines.
    public var bodyBytesPerSecond = 8 << 10
    /// From the end of the headers to the end of the body at most, absolute; 30 minutes.
    public var longestBody = Duration.seconds(1_800)
    /// From the answer's first byte to its last; 120 s, moved on by `sendBytesPerSecond` as that of a body.
    public var sendDeadline = Duration.seconds(120)
    /// What a client must take of an answer to be sent the rest after `sendDeadline`, in bytes a second, 1 to 1 GiB; 8 KiB.
    public var sendBytesPerSecond = 8 << 10
    /// From the answer's first byte to its last at most, absolute; 30 minutes.
    public var longestSend = Duration.seconds(1_800)
    /// From an answer to the request line of the next request on the connection; 30 s, absolute.
    public var idleDeadline = Duration.seconds(30)
    /// How long `stop` waits for requests under way; 10 s.
    public var drainDeadline = Duration.seconds(10)
    /// How long a client whose body was refused may go on sending, so that it can read the refusal; 15 s.
    public var lingerDeadline = Duration.seconds(15)
    /// How much of a refused body is received and thrown away, in bytes; 128 MiB.
    public var lingerBytes = 128 << 20
    /// Request line and headers together, in bytes, 1 KiB to 1 MiB; 16 KiB.
    public var maximumHeaderBytes = 16 << 10
    /// The most that is kept of one body, in bytes; 64 MiB.
    public var maximumBodyBytes = 64 << 20
    /// How much is received of a form with files where files beyond the limits are thrown away while they come, in bytes;
    /// 256 MiB. Above it the whole form is refused with 413. Never less than the form may have without them.
    public var maximumReceivedBytes = 256 << 20
    /// All bodies in memory together, in bytes; 512 MiB. Above it a client is told 503.
    public var maximumBodyBytesInFlight = 512 << 20
    /// Addresses of reverse proxies whose `X-Forwarded-For`, `X-Forwarded-Proto` and `X-Request-Id` are believed; none.
    public var trustedProxies: Set<String> = []

    /// The defaults.
    public init() {}

    /// The name of the first setting out of its range, or `nil`.
    var firstOutOfRange: String? {
        let checks: [(String, Bool)] = [
            ("workerThreads", (1...512).contains(workerThreads)),
            ("connectionLimit", (1...100_000).contains(connectionLimit)),
            ("connectionsPerAddress", connectionsPerAddress >= 1),
            ("headerDeadline", headerDeadline > .zero), ("bodyDeadline", bodyDeadline > .zero),
            ("sendDeadline", sendDeadline > .zero), ("idleDeadline", idleDeadline > .zero),
            ("bodyBytesPerSecond", (1...1 << 30).contains(bodyBytesPerSecond)), ("longestBody", longestBody > .zero),
            ("sendBytesPerSecond", (1...1 << 30).contains(sendBytesPerSecond)), ("longestSend", longestSend > .zero),
            ("drainDeadline", drainDeadline >= .zero), ("lingerDeadline", lingerDeadline >= .zero),
            ("lingerBytes", lingerBytes >= 0), ("maximumHeaderBytes", (1_024...1 << 20).contains(maximumHeaderBytes)),
            ("maximumBodyBytes", maximumBodyBytes >= 0), ("maximumReceivedBytes", maximumReceivedBytes >= 0),
            ("maximumBodyBytesInFlight", maximumBodyBytesInFlight >= 0),
        ]
        return checks.first { !$0.1 }?.0
    }
}

extension Duration {
    /// Whole milliseconds, at least 1 for anything above zero.
    var milliseconds: UInt64 {
        guard self > .zero else { return 0 }
        let (seconds, attoseconds) = components
        return max(1, UInt64(clamping: seconds) * 1_000 + UInt64(clamping: attoseconds / 1_000_000_000_000_000))
    }
}
