internal import Glibc

/// A lock with places to wait, over the system's own.
///
/// `@unchecked Sendable`: the lock is made for use by many threads; its memory is fixed from init to deinit.
public final class Monitor: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>

    /// A lock that nobody holds.
    public init() {
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Takes the lock, waiting for whoever holds it.
    public func lock() { pthread_mutex_lock(mutex) }
    /// Gives the lock up.
    public func unlock() { pthread_mutex_unlock(mutex) }

    /// Waits at a place; the caller holds the lock, and holds it again afterwards.
    public func wait(at place: WaitingPlace) { pthread_cond_wait(place.condition, mutex) }

    /// Waits at a place until an instant of `MonotonicClock`, in nanoseconds; false once that instant has passed.
    public func wait(at place: WaitingPlace, until instant: Int64) -> Bool {
        var instant = timespec(tv_sec: Int(instant / 1_000_000_000), tv_nsec: Int(instant % 1_000_000_000))
        return pthread_cond_timedwait(place.condition, mutex, &instant) != ETIMEDOUT
    }
}

/// A place where threads wait inside a `Monitor`.
///
/// `@unchecked Sendable`: the system's condition is made for use by many threads; its memory is fixed.
public final class WaitingPlace: @unchecked Sendable {
    fileprivate let condition: UnsafeMutablePointer<pthread_cond_t>

    /// A place where nobody waits.
    public init() {
        condition = .allocate(capacity: 1)
        condition.initialize(to: pthread_cond_t())
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        // The wall clock may be set back while a thread waits.
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        condition.deallocate()
    }

    /// Lets one thread go on that waits here.
    public func wakeOne() { pthread_cond_signal(condition) }
    /// Lets every thread go on that waits here.
    public func wakeAll() { pthread_cond_broadcast(condition) }
}

/// Instants of the monotonic clock.
public enum MonotonicClock {
    /// Now, in nanoseconds since some fixed moment.
    public static func nanoseconds() -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    }

    /// The instant some milliseconds from now, in nanoseconds.
    public static func instant(afterMilliseconds milliseconds: Int) -> Int64 {
        nanoseconds() + Int64(milliseconds) * 1_000_000
    }
}
