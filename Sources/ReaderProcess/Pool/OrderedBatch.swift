internal import Glibc

/// Work on many inputs by several threads, with the results in the order of the inputs.
///
/// Inputs are taken one at a time as threads become free, so that they may come from a slow source; a result is handed
/// on as soon as all before it are. At most a few inputs a thread are ahead of the last result handed on.
public enum OrderedBatch {
    /// Runs until there are no more inputs and every result is handed on.
    ///
    /// - Parameters:
    ///   - threads: how many work at the same time, the calling one among them.
    ///   - next: the next input, nil at the end; called by one thread at a time.
    ///   - work: called by several threads at a time.
    ///   - emit: takes a result; called by one thread at a time. False ends the batch: nobody wants more.
    public static func run<Input: Sendable, Output: Sendable>(
        threads: Int, next: @escaping @Sendable () -> Input?, work: @escaping @Sendable (Input) -> Output,
        emit: @escaping @Sendable (Output) -> Bool
    ) {
        let state = Gate(BatchState<Output>())
        let ahead = max(1, threads) * 4
        let worker: @Sendable () -> Void = {
            while let (number, input) = claim(state, ahead: ahead, next) {
                let output = work(input)
                state.change { $0.finished[number] = output }
                handOn(state, emit)
            }
        }
        let others = (1..<max(1, threads)).compactMap { _ in WorkerThread(worker) }
        worker()
        for thread in others { thread.join() }
    }

    private static func claim<Input: Sendable, Output: Sendable>(
        _ state: Gate<BatchState<Output>>, ahead: Int, _ next: () -> Input?
    ) -> (Int, Input)? {
        let number: Int? =
            state.wait { state -> Int?? in
                if state.hasEnded { return .some(nil) }
                guard !state.isTaking, state.taken - state.handedOn < ahead else { return nil }
                state.isTaking = true
                return .some(state.taken)
            } ?? nil
        guard let number else { return nil }
        let input = next()
        state.change { state in
            state.isTaking = false
            if input == nil { state.hasEnded = true } else { state.taken += 1 }
        }
        return input.map { (number, $0) }
    }

    /// Hands on what is due; one thread at a time, the others leave it to that one.
    private static func handOn<Output: Sendable>(
        _ state: Gate<BatchState<Output>>, _ emit: (Output) -> Bool
    ) {
        var isMine = false
        while true {
            let due: Output? = state.change { state in
                if state.isUnwanted || (state.isHandingOn && !isMine) { return nil }
                let due = state.finished.removeValue(forKey: state.handedOn)
                state.isHandingOn = due != nil
                return due
            }
            guard let due else { return }
            isMine = true
            let wanted = emit(due)
            state.change { state in
                state.handedOn += 1
                if !wanted {
                    state.hasEnded = true
                    state.isUnwanted = true
                }
            }
        }
    }
}

/// Where a batch stands.
private struct BatchState<Output: Sendable>: Sendable {
    /// Inputs taken so far; the number of the next one.
    var taken = 0
    /// A thread is waiting for the next input.
    var isTaking = false
    /// No more inputs are wanted or to be had.
    var hasEnded = false
    /// Nobody takes results any more.
    var isUnwanted = false
    /// Results that are not handed on yet, by the number of their input.
    var finished: [Int: Output] = [:]
    /// Results handed on so far; the number of the next one due.
    var handedOn = 0
    /// A thread is handing on.
    var isHandingOn = false
}

/// A thread of the system that runs one closure.
private struct WorkerThread {
    private let id: pthread_t

    /// The closure on its way into the thread.
    private final class Start {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Starts it; nil where the system has no more threads, and the work is then done by fewer.
    init?(_ body: @escaping @Sendable () -> Void) {
        var id = pthread_t()
        let start = Unmanaged.passRetained(Start(body))
        let result = pthread_create(
            &id, nil,
            { start in
                if let start { Unmanaged<Start>.fromOpaque(start).takeRetainedValue().body() }
                return nil
            }, start.toOpaque())
        guard result == 0 else {
            start.release()
            return nil
        }
        self.id = id
    }

    /// Waits until the closure has returned.
    func join() { pthread_join(id, nil) }
}
