internal import Ledger

/// Decides whether a code may be tried for a number now.
///
/// Anybody can use up the tries of a number from many addresses. Whoever then comes with the right code did nothing wrong and
/// is not shut out: the code is looked at after a small proof of work or a wait, which count for this number and this network
/// alone. The tries of the network stay bounded, and a code has 48 bits.
struct NumberGate: Sendable {
    let desk: OpenDesk
    let token: FormToken

    /// How many minutes a wait that is over, or a proof, counts.
    static let minutes = 15

    /// What a try gets.
    enum Passage: Sendable, Hashable {
        /// The code may be looked at; true where the try was taken from those of the number.
        case open(isCounted: Bool)
        /// It must be proved or waited first.
        case task(ProofTask)
    }

    /// Asks for a number.
    ///
    /// - Parameters:
    ///   - place: the number, as the tries of it are counted.
    ///   - address: where the try comes from.
    ///   - stamp: the stamp that came with it, right or wrong; nil where none did.
    ///   - proof: the proof that came with it.
    ///   - now: the time of day, for the stamps.
    ///   - clock: the time for the counters.
    func ask(
        _ place: String, from address: String, stamp: String?, proof: String, at now: Moment, clock: Duration
    ) -> Passage {
        if desk.triesByNumber.take(place, at: clock) == nil { return .open(isCounted: true) }
        let stamps = WaitingStamp(token: token, draft: "track \(place) \(ClientNetwork.name(of: address))")
        var held = stamp.flatMap { stamps.held($0) }
        if let ready = held?.readyAt, ready.milliseconds + Int64(Self.minutes) * 60_000 <= now.milliseconds {
            held = nil
        }
        if let held, stamps.isReady(held, proof: proof, limits: desk.limits, at: now) { return .open(isCounted: false) }
        return .task(stamps.task(held, limits: desk.limits, at: now))
    }

    /// What is said with a task; the reason is the number, not who came.
    static func notice(_ task: ProofTask, _ t: Wording) -> String {
        t(
            "这个登记号近一小时内有多次查询码不对，可能是别人在试，您没有做错什么。为了保护这件申请，请等\(task.seconds)秒，再填一次查询码，点“查询”。",
            "Wrong codes were tried many times for this number within the last hour, perhaps by somebody else: you did nothing wrong. To protect the application, please wait \(task.seconds) seconds, then enter the code again."
        )
    }
}
