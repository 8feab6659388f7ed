import Testing

@testable import HTTPServer

@Suite("How long a body may come and an answer be sent")
struct TransferPaceTests {
    /// 120 s, 8 KiB a second, half an hour at most, as shipped; it begins 5 s after the clock did.
    private static func shipped() -> TransferPace {
        let settings = ServerSettings()
        return TransferPace(
            from: 5_000, stretch: settings.bodyDeadline, bytesPerSecond: settings.bodyBytesPerSecond,
            longest: settings.longestBody)
    }

    /// When a client that sends so much in each second is cut, in seconds after its begin; nil where its body came whole before.
    private static func cut(_ bytesPerSecond: Int, of size: Int, early: Int = 0) -> Int? {
        var pace = shipped()
        _ = pace.passed(early, at: 5_000)
        var left = size - early
        for second in 1...10_000 {
            let now = UInt64(second + 5) * 1_000
            _ = pace.passed(bytesPerSecond, at: now - 500)
            left -= bytesPerSecond
            if left <= 0 { return nil }
            if pace.deadline <= now { return second }
        }
        return 10_000
    }

    @Test(
        "a slow line goes on while it brings what is asked of it, and a client that dawdles is cut",
        arguments: [
            // A byte a second, or nothing: cut when the first stretch is over.
            (1, 1_000_000, 0, 120), (0, 1_000_000, 0, 120), (8_191, 100 << 20, 0, 120),
            // Just enough: on to the longest time of all.
            (8_192, 100 << 20, 0, 1_800), (10_000, 100 << 20, 0, 1_800),
            // 1 Mbit/s brings 200 MB in 28 minutes; 100 kB/s needs more than there is.
            (125_000, 200 << 20, 0, nil), (100_000, 200 << 20, 0, 1_800),
            // What fits into one quota has no more than one stretch.
            (8_192, 900 << 10, 0, nil), (4_000, 900 << 10, 0, 120),
            // Much at once earns nothing for later.
            (1, 100 << 20, 50 << 20, 120), (0, 100 << 20, 960 << 10, 120),
        ] as [(Int, Int, Int, Int?)])
    func lines(bytesPerSecond: Int, size: Int, early: Int, end: Int?) {
        #expect(Self.cut(bytesPerSecond, of: size, early: early) == end)
    }

    @Test("a stretch begins anew when its quota is full, and not before")
    func stretches() {
        var pace = Self.shipped()
        #expect(pace.quota == 960 << 10 && pace.deadline == 125_000)
        #expect(pace.passed(pace.quota - 1, at: 50_000) == nil && pace.deadline == 125_000)
        #expect(pace.passed(1, at: 60_000) == 180_000 && pace.deadline == 180_000)
        // What is too much for one stretch is not carried over.
        #expect(pace.passed(5 * pace.quota, at: 70_000) == 190_000)
        #expect(pace.passed(pace.quota - 1, at: 80_000) == nil)
        #expect(pace.passed(1, at: 1_750_000) == 1_805_000)
    }

    @Test("the longest time holds for the first stretch too, and nothing overflows")
    func extremes() {
        let short = TransferPace(
            from: 1_000, stretch: .seconds(120), bytesPerSecond: 1, longest: .seconds(30))
        #expect(short.deadline == 31_000)
        var endless = TransferPace(
            from: .max >> 3, stretch: .seconds(1 << 50), bytesPerSecond: 1 << 30, longest: .seconds(1 << 50))
        #expect(endless.quota == .max && endless.deadline == .max >> 3)
        #expect(endless.passed(.max, at: .max) == .max >> 3)
        let brief = TransferPace(from: 0, stretch: .milliseconds(1), bytesPerSecond: 1, longest: .seconds(1))
        #expect(brief.quota == 1 && brief.deadline == 1)
    }
}
