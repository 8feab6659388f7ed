public import Database

/// The writes that one leader takes out of the queue and commits together.
///
/// Belongs to the leader's thread.
public final class WriteGroup {
    /// Those taken so far.
    public private(set) var members: [PendingWrite] = []
    private let limits: WriteGroupLimits
    private let take: () -> PendingWrite?
    private var end: Int64?

    init(limits: WriteGroupLimits, take: @escaping () -> PendingWrite?) {
        self.limits = limits
        self.take = take
    }

    /// The next write that waits; nil when nobody does, or when the group is full or its time is over.
    ///
    /// A group never waits idly. Its time begins with its first member.
    public func next() -> PendingWrite? {
        guard members.count < limits.transactions else { return nil }
        if let end {
            guard MonotonicClock.nanoseconds() < end else { return nil }
        } else {
            end = MonotonicClock.instant(afterMilliseconds: limits.milliseconds)
        }
        guard let write = take() else { return nil }
        members.append(write)
        return write
    }

    /// Nothing of the group was kept: those that had gone well are told why.
    public func spoil(_ error: DatabaseError) {
        for write in members where write.failure == nil { write.failure = error }
    }

    /// Those that wait now would wait as long again one by one: the same obstacle answers them all.
    public func refuseAll(_ error: DatabaseError) {
        while next() != nil {}
        spoil(error)
    }
}

/// How large a group may grow.
public struct WriteGroupLimits: Sendable {
    /// Transactions committed together, at most.
    public let transactions: Int
    /// How long a group may take up further transactions, in milliseconds.
    public let milliseconds: Int

    /// Limits of a group.
    public init(transactions: Int, milliseconds: Int) {
        self.transactions = max(transactions, 1)
        self.milliseconds = milliseconds
    }
}
