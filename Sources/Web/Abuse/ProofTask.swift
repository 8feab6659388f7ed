internal import Ledger

/// What an address that hands in much does before its next application: a small proof of work by its browser, or, without
/// a script, a longer wait.
///
/// The stamp is signed for one draft, so that neither the proof nor the wait serves for another one. A proof is a number
/// whose digest together with the stamp begins with as many zero bits as are asked: some seconds of a browser, much for
/// whoever sends thousands. Nothing is kept of it on the server.
struct ProofTask: Sendable, Hashable {
    /// The signed time; the proof is made over it.
    let stamp: String
    /// From when on it can be sent without a proof.
    let readyAt: Moment
    /// How many zero bits a proof must have; 0 where only the wait counts.
    let bits: Int
    /// How many seconds the wait still takes, at least 1.
    let seconds: Int

    /// Whether a text is a proof for a stamp.
    static func isProof(_ text: String, of stamp: String, bits: Int) -> Bool {
        guard bits > 0, (1...20).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return false
        }
        return zeroBits(Digest(of: Array("\(stamp).\(text)".utf8))) >= bits
    }

    /// How many bits before the first one that is set.
    private static func zeroBits(_ digest: Digest) -> Int {
        var count = 0
        for digit in digest.hex {
            let value = digit.hexDigitValue ?? 15
            guard value == 0 else { return count + (value < 2 ? 3 : value < 4 ? 2 : value < 8 ? 1 : 0) }
            count += 4
        }
        return count
    }
}

/// Decides whether an address may hand in now.
struct HandInGate: Sendable {
    let desk: OpenDesk
    let token: FormToken

    /// What an address gets.
    enum Passage: Sendable, Hashable {
        /// It may.
        case open
        /// It must prove or wait first.
        case task(ProofTask)
        /// It may not before this time is over.
        case closed(Duration)
    }

    /// Asks for an address. Where the answer is `open`, `done` must follow.
    ///
    /// What becomes one application counts once: a second click of the same draft takes nothing.
    ///
    /// - Parameters:
    ///   - draft: the secret of what is handed in.
    ///   - stamp: the stamp that came with it, right or wrong; nil where none did.
    ///   - proof: the proof that came with it.
    ///   - now: the time of day, for the stamps.
    ///   - clock: the time for the counters.
    func ask(
        _ address: String, draft: String, stamp: String?, proof: String, at now: Moment, clock: Duration
    ) -> Passage {
        desk.passes.enter(draft) {
            decide(
                ClientNetwork.name(of: address), draft: draft, stamp: stamp, proof: proof, at: now, clock: clock)
        }
    }

    /// What was let in is answered: unless it made an application, nothing is counted.
    func done(draft: String, isRegistered: Bool) {
        guard let pass = desk.passes.leave(draft, isRegistered: isRegistered) else { return }
        desk.applications.giveBack(pass.network)
        if pass.isPrompt { desk.promptApplications.giveBack(pass.network) }
    }

    private func decide(
        _ network: String, draft: String, stamp: String?, proof: String, at now: Moment, clock: Duration
    ) -> (passage: Passage, pass: DraftPasses.Pass?) {
        let stamps = WaitingStamp(token: token, draft: draft)
        let held = stamp.flatMap { stamps.held($0) }
        let isReady =
            held.map { stamps.isReady($0, proof: proof, limits: desk.limits, at: now) }
            ?? (desk.promptApplications.take(network, at: clock) == nil)
        guard isReady else { return (.task(stamps.task(held, limits: desk.limits, at: now)), nil) }
        if let wait = desk.applications.take(network, at: clock) {
            if held == nil { desk.promptApplications.giveBack(network) }
            return (.closed(wait), nil)
        }
        return (.open, DraftPasses.Pass(network: network, isPrompt: held == nil))
    }
}

/// A time from which a form may be sent, signed for one draft: it cannot be made up, moved or used for another one.
struct WaitingStamp {
    let token: FormToken
    /// What it is signed for: the secret of a draft, or the number and network of a try.
    let draft: String

    /// A stamp that came back.
    struct Held: Sendable, Hashable {
        let text: String
        let readyAt: Moment
    }

    /// The stamp of a text; nil where it is none of this draft.
    func held(_ text: String) -> Held? { readyAt(text).map { Held(text: text, readyAt: $0) } }

    /// Whether its time has come, or is spared by the proof.
    func isReady(_ held: Held, proof: String, limits: RequestDeskLimits, at now: Moment) -> Bool {
        held.readyAt <= now || ProofTask.isProof(proof, of: held.text, bits: limits.proofBits)
    }

    /// What is to be done: what the stamp says that came, else a new wait.
    func task(_ held: Held?, limits: RequestDeskLimits, at now: Moment) -> ProofTask {
        let ready = held?.readyAt ?? Moment(milliseconds: now.milliseconds + Int64(limits.waitSeconds) * 1_000)
        return ProofTask(
            stamp: held?.text ?? text(readyAt: ready), readyAt: ready, bits: limits.proofBits,
            seconds: max(1, Int((ready.milliseconds - now.milliseconds + 999) / 1_000)))
    }

    /// The stamp of a time.
    func text(readyAt moment: Moment) -> String {
        "\(moment.milliseconds).\(token.signature(of: "ready \(moment.milliseconds) \(draft)"))"
    }

    /// The time of a stamp; nil where it is none of this draft.
    func readyAt(_ text: String) -> Moment? {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let milliseconds = Int64(parts[0]),
            token.accepts(String(parts[1]), of: "ready \(milliseconds) \(draft)")
        else { return nil }
        return Moment(milliseconds: milliseconds)
    }
}
