internal import Synchronization

/// Counts the applications of an address once for each draft, however often its form is sent at the same time.
///
/// While the first click of a draft is under way, each further one joins it and takes nothing. When the last of them is
/// answered, what was taken is given back unless one of them registered the application. What is remembered is bounded by the
/// requests under way.
final class DraftPasses: Sendable {
    /// What was taken for a draft.
    struct Pass: Sendable, Hashable {
        /// The network whose applications it was taken from.
        let network: String
        /// True where it was taken from the prompt ones too.
        let isPrompt: Bool
    }

    private struct Entry {
        let pass: Pass
        var count = 1
        var isUsed = false
    }

    private let entries = Mutex<[String: Entry]>([:])

    /// Lets a click of a draft in, by what was taken already, or by what is decided now.
    ///
    /// - Parameters:
    ///   - draft: the secret of the draft.
    ///   - decide: whether it may go on; what was taken comes with `open`.
    func enter(
        _ draft: String, _ decide: () -> (passage: HandInGate.Passage, pass: Pass?)
    ) -> HandInGate.Passage {
        entries.withLock { entries in
            if entries[draft] != nil {
                entries[draft]?.count += 1
                return .open
            }
            let (passage, pass) = decide()
            if let pass { entries[draft] = Entry(pass: pass) }
            return passage
        }
    }

    /// A click that was let in is answered.
    ///
    /// - Parameter isRegistered: whether it made the application.
    /// - Returns: what is to be given back now; nil where nothing is.
    func leave(_ draft: String, isRegistered: Bool) -> Pass? {
        entries.withLock { entries in
            guard var entry = entries[draft] else { return nil }
            entry.count -= 1
            entry.isUsed = entry.isUsed || isRegistered
            entries[draft] = entry.count > 0 ? entry : nil
            return entry.count == 0 && !entry.isUsed ? entry.pass : nil
        }
    }
}
