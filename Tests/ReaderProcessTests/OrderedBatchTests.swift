import Foundation
import ReaderProcess
import Synchronization
import Testing

@Suite("work in order by several threads")
struct OrderedBatchTests {
    @Test("results come in the order of the inputs, each once", arguments: [1, 2, 3, 8], [0, 1, 7, 1_000])
    func order(threads: Int, count: Int) {
        let next = Mutex(0)
        let results = Mutex<[Int]>([])
        OrderedBatch.run(threads: threads) {
            next.withLock { next in
                next += 1
                return next <= count ? next : nil
            }
        } work: { input in
            // Uneven work, so that later inputs are often done first.
            (0..<(input * 7919 % 97)).reduce(input * 2) { sum, step in sum ^ step ^ step }
        } emit: { result in
            results.withLock { $0.append(result) }
            return true
        }
        #expect(results.withLock { $0 } == (0..<count).map { ($0 + 1) * 2 })
    }

    @Test("a source that waits for the last answer before it gives the next input is served", arguments: [1, 4])
    func interactive(threads: Int) {
        let answered = DispatchSemaphore(value: 0)
        answered.signal()
        let given = Mutex(0)
        let results = Mutex<[Int]>([])
        OrderedBatch.run(threads: threads) {
            answered.wait()
            return given.withLock { given in
                given += 1
                return given <= 50 ? given : nil
            }
        } work: {
            $0
        } emit: { result in
            results.withLock { $0.append(result) }
            answered.signal()
            return true
        }
        #expect(results.withLock { $0 } == Array(1...50))
    }

    @Test("when nobody wants more, nothing more is handed on and the source is left alone", arguments: [1, 4])
    func ended(threads: Int) {
        let given = Mutex(0)
        let results = Mutex<[Int]>([])
        OrderedBatch.run(threads: threads) {
            given.withLock { given in
                given += 1
                return given
            }
        } work: {
            $0
        } emit: { result in
            results.withLock { $0.append(result) }
            return result < 5
        }
        #expect(results.withLock { $0 } == Array(1...5))
        // No further than the look-ahead of four inputs a thread.
        #expect(given.withLock { $0 } <= 5 + threads * 4 + threads)
    }

    @Test("inputs are not taken far ahead of the results handed on")
    func ahead() {
        let given = Mutex(0)
        let handedOn = Mutex(0)
        let farthest = Mutex(0)
        OrderedBatch.run(threads: 4) {
            given.withLock { given in
                given += 1
                let distance = given - handedOn.withLock { $0 }
                farthest.withLock { $0 = max($0, distance) }
                return given <= 500 ? given : nil
            }
        } work: {
            $0
        } emit: { _ in
            handedOn.withLock { $0 += 1 }
            return true
        }
        #expect(farthest.withLock { $0 } <= 4 * 4 + 1)
    }
}
