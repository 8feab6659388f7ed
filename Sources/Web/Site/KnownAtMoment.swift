internal import PageStore
internal import Synchronization

/// Something that follows from what is kept and is asked for by every page: worked out once for each state of the ledger.
final class KnownAtMoment<Value: Sendable>: Sendable {
    private let known = Mutex<(moment: PageMoment, value: Value)?>(nil)

    /// The value at a state.
    func value<Failure: Error>(
        at moment: PageMoment, _ make: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        if let known = known.withLock({ $0 }), known.moment == moment { return known.value }
        let value = try make()
        known.withLock { $0 = (moment, value) }
        return value
    }
}
