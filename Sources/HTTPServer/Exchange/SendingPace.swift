/// Moves the deadline of a connection on while its client takes the answer.
///
/// Belongs to the thread of its connection.
struct SendingPace {
    private var pace: TransferPace
    private let connection: Connection
    private let clock: ServerClock

    init(_ pace: TransferPace, of connection: Connection, by clock: ServerClock) {
        self.pace = pace
        self.connection = connection
        self.clock = clock
    }

    /// How many bytes a stretch of time must take with it.
    var quota: Int { pace.quota }

    /// Counts bytes that were handed over to be sent; `false` when the connection was cut before.
    mutating func passed(_ bytes: Int) -> Bool {
        guard let until = pace.passed(bytes, at: clock.milliseconds) else { return true }
        return connection.deadline.enter(.sending, until: until)
    }
}
