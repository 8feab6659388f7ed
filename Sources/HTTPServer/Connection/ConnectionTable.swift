import Synchronization

/// Every open connection, and how many there are by address.
final class ConnectionTable: Sendable {
    /// Whether a new connection may stay.
    enum Admission {
        case admitted
        case tooManyFromAddress
        case full
    }

    private struct State {
        var connections: [ObjectIdentifier: Connection] = [:]
        var byNetwork: [String: Int] = [:]
    }

    private let state = Mutex(State())
    private let limit: Int
    private let limitPerAddress: Int
    private let trusted: Set<String>

    init(settings: ServerSettings) {
        limit = settings.connectionLimit
        limitPerAddress = settings.connectionsPerAddress
        trusted = settings.trustedProxies
    }

    /// The number of connections now.
    var count: Int { state.withLock { $0.connections.count } }

    /// Enters a connection. It is entered even when it may not stay, until the library gives notice of its end.
    func add(_ connection: Connection) -> Admission {
        state.withLock { state in
            let ofNetwork = state.byNetwork[connection.client.network, default: 0]
            let isFull = state.connections.count >= limit
            state.connections[ObjectIdentifier(connection)] = connection
            state.byNetwork[connection.client.network] = ofNetwork + 1
            if isFull { return .full }
            if ofNetwork >= limitPerAddress, !trusted.contains(connection.client.text) { return .tooManyFromAddress }
            return .admitted
        }
    }

    /// Takes a connection out before its socket is closed.
    func remove(_ connection: Connection) {
        state.withLock { state in
            guard state.connections.removeValue(forKey: ObjectIdentifier(connection)) != nil else { return }
            let left = state.byNetwork[connection.client.network, default: 1] - 1
            state.byNetwork[connection.client.network] = left > 0 ? left : nil
        }
    }

    /// Cuts every connection over its deadline, and those whose client has gone. The lock is held meanwhile, so no socket here can have been closed and
    /// its number given to another.
    func cutOverdue(at now: UInt64, saying answer: (ConnectionPhase, Connection) -> [UInt8]) {
        state.withLock { state in
            for connection in state.connections.values {
                if let phase = connection.deadline.cutIfPassed(at: now) {
                    connection.end(saying: answer(phase, connection))
                } else if connection.isAbandoned() {
                    connection.end()
                }
            }
        }
    }
}
