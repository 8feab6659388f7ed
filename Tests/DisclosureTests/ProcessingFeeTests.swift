import Disclosure
import Testing

@Suite("the processing fee")
struct ProcessingFeeTests {
    @Test(
        "the applications of a month cost what the tariff by number says",
        arguments: [
            (0, 0), (1, 0), (8, 0), (10, 0), (11, 100), (13, 300), (30, 2_000), (31, 2_200), (40, 4_000),
            (45, 5_500), (50, 7_000), (60, 11_000), (61, 11_500),
        ])
    func month(count: Int, yuan: Int64) throws {
        #expect(ProcessingFee.ofMonth(total: try #require(RequestCount(count))).amount == Yuan(yuan))
    }

    @Test(
        "the k-th application of a month costs the rate of its bracket",
        arguments: [
            (1, 0), (9, 0), (10, 0), (11, 100), (12, 100), (30, 100), (31, 200), (40, 200), (41, 300), (50, 300),
            (51, 400), (60, 400), (61, 500), (10_000, 99_800),
        ])
    func nth(k: Int, yuan: Int64) throws {
        let place = try #require(RequestCount(k))
        let fee = try #require(ProcessingFee.ofRequest(nth: place))
        #expect(fee.amount == Yuan(yuan))
        #expect(fee.steps.count == 1)
    }

    @Test(
        "pages cost what the tariff by amount says",
        arguments: [
            (0, 0), (20, 0), (30, 0), (31, 10), (40, 100), (68, 380), (100, 700), (101, 720), (200, 2_700),
            (201, 2_740), (250, 4_700),
        ])
    func pages(count: Int, yuan: Int64) throws {
        #expect(ProcessingFee.ofPages(try #require(PageCount(count))).amount == Yuan(yuan))
    }

    @Test("the steps name each bracket, follow on each other and sum to the fee")
    func steps() throws {
        let fee = ProcessingFee.ofMonth(total: try #require(RequestCount(45)))
        #expect(fee.basis == .perRequest)
        #expect(
            fee.steps.map { "\($0.first)-\($0.last): \($0.count) × \($0.rate) = \($0.amount)" } == [
                "1-10: 10 × 0元 = 0元", "11-30: 20 × 100元 = 2000元", "31-40: 10 × 200元 = 2000元",
                "41-45: 5 × 300元 = 1500元",
            ])
    }

    @Test("a month costs what its applications cost one by one")
    func sums() throws {
        var sum = Yuan.zero
        for k in 1...500 {
            let count = try #require(RequestCount(k))
            sum = sum + (try #require(ProcessingFee.ofRequest(nth: count)).amount)
            let month = ProcessingFee.ofMonth(total: count)
            #expect(month.amount == sum, "\(k)")
            #expect(month.steps.last?.last == k)
        }
    }

    @Test("counts that cannot be are refused")
    func counts() throws {
        for count in [Int.min, -1, RequestCount.limit + 1, .max] { #expect(RequestCount(count) == nil) }
        for count in [Int.min, -1, PageCount.limit + 1, .max] { #expect(PageCount(count) == nil) }
        #expect(ProcessingFee.ofRequest(nth: try #require(RequestCount(0))) == nil)
        #expect(ProcessingFee.ofMonth(total: try #require(RequestCount(RequestCount.limit))).steps.count == 999)
    }

    @Test(
        "amounts are written with fen only where there are any",
        arguments: [(0, "0元"), (38_000, "380元"), (50, "0.50元"), (105, "1.05元"), (-150, "-1.50元")])
    func written(fen: Int64, text: String) {
        #expect(Yuan(fen: fen).description == text)
    }

    @Test("amounts stop at what fen can hold")
    func limits() {
        #expect(Yuan(.max).fen == .max)
        #expect(Yuan(.min).fen == .min)
        #expect((Yuan(fen: .max) + Yuan(fen: 1)).fen == .max)
        #expect((Yuan(fen: .min) - Yuan(fen: 1)).fen == .min)
        #expect((3 * Yuan(fen: .max / 2)).fen == .max)
        #expect(Yuan(fen: .min).description == "-92233720368547758.08元")
    }
}
