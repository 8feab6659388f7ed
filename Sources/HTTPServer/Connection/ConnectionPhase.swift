import Synchronization

/// What a connection is doing, for the purpose of its deadlines.
enum ConnectionPhase: UInt64 {
    /// A handler works on it: no deadline, the client has done its part.
    case handling = 0
    /// Headers are awaited.
    case head = 1
    /// The body is awaited.
    case body = 2
    /// The answer is being sent.
    case sending = 3
    /// The next request is awaited.
    case idle = 4
    /// It was given up as the body did not come in time, and the client was told so; nothing more may be answered on it.
    case late = 6
    /// It was given up; nothing may be answered on it any more.
    case cut = 7

    /// Whether it was given up.
    var isOver: Bool { self == .cut || self == .late }
}

/// Phase and deadline in one word, so that the thread of the connection and the sweeper agree without a lock: whoever
/// changes it first decides whether the request goes on or the connection is cut.
struct Deadline: ~Copyable, Sendable {
    private let word: Atomic<UInt64>

    init(_ phase: ConnectionPhase, at milliseconds: UInt64) {
        word = Atomic(Self.pack(phase, milliseconds))
    }

    /// Enters a phase that ends at a moment; `false` when the connection was cut before.
    borrowing func enter(_ phase: ConnectionPhase, until milliseconds: UInt64 = 0) -> Bool {
        let new = Self.pack(phase, milliseconds)
        var old = word.load(ordering: .acquiring)
        while !Self.phase(old).isOver {
            let (done, seen) = word.compareExchange(expected: old, desired: new, ordering: .acquiringAndReleasing)
            if done { return true }
            old = seen
        }
        return false
    }

    /// Cuts the connection when its deadline has passed; gives the phase that it was in, or `nil` when it goes on.
    borrowing func cutIfPassed(at now: UInt64) -> ConnectionPhase? {
        let old = word.load(ordering: .acquiring)
        let phase = Self.phase(old)
        guard !phase.isOver, phase != .handling, old >> 3 <= now else { return nil }
        let cut = Self.pack(phase == .body ? .late : .cut, 0)
        return word.compareExchange(expected: old, desired: cut, ordering: .acquiringAndReleasing).exchanged
            ? phase : nil
    }

    /// Whether it was given up as the body did not come in time.
    var isLate: Bool { Self.phase(word.load(ordering: .acquiring)) == .late }

    /// The word while something is awaited from the client, to be recognised later; `nil` in other phases.
    var awaiting: UInt64? {
        let word = word.load(ordering: .acquiring)
        switch Self.phase(word) {
        case .head, .body, .idle: return word
        case .handling, .sending, .late, .cut: return nil
        }
    }

    /// Cuts the connection when its word is still that of before.
    borrowing func cut(ifStill expected: UInt64) -> Bool {
        word.compareExchange(expected: expected, desired: Self.pack(.cut, 0), ordering: .acquiringAndReleasing)
            .exchanged
    }

    /// Cuts the connection whatever it does.
    borrowing func cut() {
        word.store(Self.pack(.cut, 0), ordering: .releasing)
    }

    private static func pack(_ phase: ConnectionPhase, _ milliseconds: UInt64) -> UInt64 {
        milliseconds << 3 | phase.rawValue
    }

    private static func phase(_ word: UInt64) -> ConnectionPhase {
        ConnectionPhase(rawValue: word & 7) ?? .cut
    }
}
