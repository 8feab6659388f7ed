internal import Glibc

/// Several threads at the same work.
enum Crowd {
    /// Carries the work to a thread.
    ///
    /// `@unchecked Sendable`: nothing in it changes after it was made, and `work` is `@Sendable`.
    private final class Share: @unchecked Sendable {
        let place: Int
        let work: @Sendable (Int) -> Void

        init(_ place: Int, _ work: @escaping @Sendable (Int) -> Void) {
            self.place = place
            self.work = work
        }
    }

    /// Runs the work on so many threads at a time and waits for all of them; `work` gets the place of its thread, from 0.
    static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
        var threads: [pthread_t] = []
        for place in 0..<count {
            var thread = pthread_t()
            let share = Unmanaged.passRetained(Share(place, work))
            let started = pthread_create(
                &thread, nil,
                { argument in
                    guard let argument else { return nil }
                    let share = Unmanaged<Share>.fromOpaque(argument).takeRetainedValue()
                    share.work(share.place)
                    return nil
                }, share.toOpaque())
            if started == 0 { threads.append(thread) } else { share.release() }
        }
        for thread in threads { pthread_join(thread, nil) }
    }
}
