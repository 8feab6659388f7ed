import Foundation
import TestSupport
import Testing

@Suite("gongkai fee")
struct FeeCommandTests {
    /// The parts of `gongkai.fee/1` that the tests look at.
    struct Answer: Decodable {
        struct Step: Decodable {
            var from: Int
            var to: Int
            var count: Int
            var rate_fen: Int
            var fen: Int
        }
        var schema: String
        var fen: Int
        var basis: String
        var steps: [Step]
    }

    let gongkai: CommandRunner

    init() throws { gongkai = try CommandRunner() }

    @Test(
        "both tariffs as JSON, with steps that sum to the fee",
        arguments: [
            (["--month-total", "8"], 0, "per_request"), (["--month-total", "11"], 10_000, "per_request"),
            (["--month-total", "30"], 200_000, "per_request"), (["--month-total", "31"], 220_000, "per_request"),
            (["--month-total", "45"], 550_000, "per_request"), (["--month-total", "13"], 30_000, "per_request"),
            (["--month-total", "0"], 0, "per_request"), (["--nth", "12"], 10_000, "per_request"),
            (["--nth", "31"], 20_000, "per_request"), (["--pages", "30"], 0, "per_page"),
            (["--pages", "31"], 1_000, "per_page"), (["--pages", "40"], 10_000, "per_page"),
            (["--pages=68"], 38_000, "per_page"), (["--pages", "250"], 470_000, "per_page"),
        ])
    func json(words: [String], fen: Int, basis: String) throws {
        let outcome = try gongkai.run(["fee", "--format", "json"] + words)
        #expect(outcome.status == 0, "\(outcome.error)")
        let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
        #expect(answer.schema == "gongkai.fee/1")
        #expect(answer.fen == fen)
        #expect(answer.basis == basis)
        #expect(answer.steps.reduce(0) { $0 + $1.fen } == fen)
        #expect(answer.steps.allSatisfy { $0.count == $0.to - $0.from + 1 && $0.fen == $0.count * $0.rate_fen })
    }

    @Test("the text shows the arithmetic")
    func text() throws {
        let outcome = try gongkai.run(["fee", "--pages", "250"])
        #expect(outcome.status == 0)
        for words in ["信息处理费：4700元", "按量计收", "第31页至第100页：70页 × 10元 = 700元", "第五条"] {
            #expect(outcome.output.contains(words))
        }
    }

    @Test(
        "arguments that do not fit end with 64 and the reason",
        arguments: [
            ([], "三者须写且只写一个"), (["--nth", "3", "--pages", "4"], "三者须写且只写一个"),
            (["--nth", "0"], "应为 1 至 10000 的整数"), (["--nth", "-1"], "应为 1 至 10000 的整数"),
            (["--month-total", "10001"], "应为 0 至 10000 的整数"), (["--pages", "1.5"], "“1.5”不对"),
            (["--pages", "99999999999999999999"], "应为 0 至 1000000 的整数"), (["--pages", ""], "“”不对"),
        ])
    func usage(words: [String], reason: String) throws {
        let outcome = try gongkai.run(["fee"] + words)
        #expect(outcome.status == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains(reason))
    }
}
