internal import Synchronization

/// A body that is made piece by piece while it is sent, so that nobody holds it whole.
///
/// The server asks for the next piece when the one before has left; a client that reads slowly makes it wait, never grow.
/// Where no next piece can be made the connection is cut, so that half an answer is never taken for a whole one.
public final class StreamedBody: Sendable, Hashable {
    /// What comes next.
    public enum Piece: Sendable, Hashable {
        /// Bytes; none at all is allowed and asks again.
        case bytes([UInt8])
        /// Everything was given.
        case end
        /// It cannot go on.
        case failed
    }

    private let state: Mutex<(@Sendable () -> Piece)?>
    private let ended: @Sendable () -> Void

    /// A body.
    ///
    /// - Parameters:
    ///   - ended: called once, when the body was given to its end, failed, or was left by its client.
    ///   - next: makes the next piece; called by one thread at a time, never after `end` or `failed`.
    public init(ended: @escaping @Sendable () -> Void = {}, _ next: @escaping @Sendable () -> Piece) {
        state = Mutex(next)
        self.ended = ended
    }

    deinit { finish() }

    /// The next piece; after the last one always `end`.
    public func next() -> Piece {
        guard let make = state.withLock({ $0 }) else { return .end }
        let piece = make()
        if case .bytes = piece { return piece }
        finish()
        return piece
    }

    /// Everything at once: for answers that cannot be streamed, and for tests. Nil where it failed.
    public func collect() -> [UInt8]? {
        var bytes: [UInt8] = []
        while true {
            switch next() {
            case .bytes(let piece): bytes += piece
            case .end: return bytes
            case .failed: return nil
            }
        }
    }

    private func finish() {
        let isFirst = state.withLock { make in
            defer { make = nil }
            return make != nil
        }
        if isFirst { ended() }
    }

    /// Two bodies are one only where they are the same.
    public static func == (a: StreamedBody, b: StreamedBody) -> Bool { a === b }

    /// By its identity.
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
