internal import CPostgres
internal import Database
internal import DatabaseThreads
internal import Glibc

/// Opens connections to the hosts of an address, in their order.
struct ConnectionOpening: Sendable {
    /// How long a server that is not there yet is waited for.
    enum Patience {
        /// As long as `reconnectMilliseconds` where the server says that it is starting; not at all otherwise.
        case whileStarting
        /// As long as `reconnectMilliseconds`.
        case untilThere
        /// The same, but not for a connection beyond what the server admits: there are others to wait for.
        case untilReachable
        /// Not at all.
        case none
    }

    let address: ServerAddress
    let settings: PostgresSettings
    /// What is asked of a host where the address does not say.
    let sessionAttributes: String

    init(_ address: ServerAddress, settings: PostgresSettings, sessionAttributes: String) {
        self.address = address
        self.settings = settings
        self.sessionAttributes = address.sessionAttributes ?? sessionAttributes
    }

    /// Opens a connection, trying again within the bounds of the patience.
    func open(_ role: PostgresConnection.Role, _ patience: Patience) throws(DatabaseError) -> PostgresConnection {
        let end = MonotonicClock.instant(afterMilliseconds: settings.reconnectMilliseconds)
        var pause: Int64 = 20
        while true {
            do {
                return try openOnce(role)
            } catch {
                guard isWorthWaiting(error, patience), MonotonicClock.nanoseconds() + pause * 1_000_000 < end else {
                    throw error
                }
            }
            // A server that is restarting is asked again a few times a second.
            _ = poll(nil, 0, Int32(pause))
            pause = min(pause * 2, 250)
        }
    }

    private func isWorthWaiting(_ error: DatabaseError, _ patience: Patience) -> Bool {
        let isStarting = error.extendedCode == Int("57P03", radix: 36)
        switch patience {
        case .none: return false
        case .whileStarting: return isStarting
        case .untilThere:
            // A copy is read-only until it takes over; its connections are taken until it has ended the old ones.
            return [.unreachable, .notWritable, .exhausted].contains(error.kind)
        case .untilReachable: return [.unreachable, .notWritable].contains(error.kind)
        }
    }

    /// Tries every host once.
    private func openOnce(_ role: PostgresConnection.Role) throws(DatabaseError) -> PostgresConnection {
        let rounds = sessionAttributes == "prefer-standby" ? ["standby", "any"] : [sessionAttributes]
        var failures: [DatabaseError] = []
        for attributes in rounds {
            for host in address.hosts {
                do {
                    return try open(host, attributes: attributes, role)
                } catch {
                    failures.append(error)
                }
            }
        }
        // A server that answered tells more than one that did not.
        let telling = failures.first { $0.kind != .unreachable && $0.kind != .notWritable }
        let first = telling ?? failures.first { $0.kind == .notWritable } ?? failures.first
        guard let first else { throw PostgresFailure.own(.unreachable, place: address.place) }
        guard address.hosts.count > 1, telling == nil else { throw first }
        return try fail(first, failures)
    }

    /// The error of several hosts names them all.
    private func fail(_ error: DatabaseError, _ failures: [DatabaseError]) throws(DatabaseError) -> PostgresConnection {
        throw DatabaseError(
            error.kind, code: error.code, extendedCode: error.extendedCode,
            message: PostgresFailure.sentence(error.kind, place: address.place),
            detail: failures.map(\.detail).joined(separator: "; "))
    }

    private func open(_ host: ServerAddress.Host, attributes: String, _ role: PostgresConnection.Role)
        throws(DatabaseError) -> PostgresConnection
    {
        var words = address.words + host.words
        words.append(.init(key: "target_session_attrs", value: attributes))
        let own = [("client_encoding", "UTF8"), ("fallback_application_name", "gongkai")]
        for (key, value) in own {
            words.removeAll { $0.key == key }
            words.append(.init(key: key, value: value))
        }
        // A machine that went away without a word is noticed by its silence, unless the address says otherwise.
        for (key, value) in [("keepalives_idle", "30"), ("keepalives_interval", "10"), ("tcp_user_timeout", "30000")]
        where !words.contains(where: { $0.key == key }) {
            words.append(.init(key: key, value: value))
        }
        let handle = Self.start(words)
        guard let handle else { throw PostgresFailure.own(.noMemory, place: host.place) }
        // The codes of the server's refusals are wanted, not its sentences, which may be in any language.
        PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        gongkai_pq_silence(handle)
        do throws(DatabaseError) {
            let end = MonotonicClock.instant(afterMilliseconds: settings.connectMilliseconds)
            try connect(handle, host, until: end)
            PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
            let facts = try SessionSetting(handle, host.place, settings, until: end).prepare(role)
            guard PQsetnonblocking(handle, 1) == 0, PQenterPipelineMode(handle) == 1 else {
                throw PostgresFailure.own(.unreachable, place: host.place, detail: "pipeline mode")
            }
            return PostgresConnection(handle, place: host.place, role: role, server: facts, settings: settings)
        } catch {
            PQfinish(handle)
            throw error
        }
    }

    private static func start(_ words: [ServerAddress.Word]) -> OpaquePointer? {
        // libpq wants two lists of C strings that end with a null pointer.
        let texts = words.map { (strdup($0.key), strdup($0.value)) }
        defer { for text in texts { free(text.0); free(text.1) } }
        let keys = texts.map { UnsafePointer($0.0) } + [nil]
        let values = texts.map { UnsafePointer($0.1) } + [nil]
        return PQconnectStartParams(keys, values, 0)
    }

    /// Waits for the connection, as long as the setting allows.
    private func connect(_ handle: OpaquePointer, _ host: ServerAddress.Host, until end: Int64) throws(DatabaseError) {
        var events = Int16(POLLOUT)
        while PQstatus(handle) != CONNECTION_BAD {
            let left = (end - MonotonicClock.nanoseconds()) / 1_000_000
            guard left > 0 else {
                throw PostgresFailure.own(
                    .unreachable, place: host.place,
                    detail: "\(host.place): no connection within \(settings.connectMilliseconds) ms")
            }
            var socket = pollfd(fd: PQsocket(handle), events: events, revents: 0)
            guard poll(&socket, 1, Int32(clamping: left)) > 0 else { continue }
            switch PQconnectPoll(handle) {
            case PGRES_POLLING_OK: return
            case PGRES_POLLING_READING: events = Int16(POLLIN)
            case PGRES_POLLING_WRITING: events = Int16(POLLOUT)
            default:
                throw PostgresFailure.opening(words(handle), place: host.place)
            }
        }
        throw PostgresFailure.opening(words(handle), place: host.place)
    }

    private func words(_ handle: OpaquePointer) -> String {
        address.scrubbed(PQerrorMessage(handle).map { String(cString: $0) } ?? "")
    }
}
