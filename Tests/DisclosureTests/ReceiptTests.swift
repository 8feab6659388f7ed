import CivilTime
import Disclosure
import Testing

@Suite("the day of receipt")
struct ReceiptTests {
    @Test(
        "it is the day of arrival or of confirmation, by channel",
        arguments: [
            (RequestChannel.inPerson, "2025-06-03"), (.signedPost, "2025-06-03"), (.plainLetter, "2025-06-05"),
            (.internet, "2025-06-05"), (.fax, "2025-06-05"),
        ])
    func byChannel(channel: RequestChannel, expected: String) throws {
        let receipt = try Receipt(channel, arrived: day("2025-06-03"), confirmed: day("2025-06-05"))
        #expect(receipt.day == (try day(expected)))
        #expect(receipt.explanation.contains("第三十一条"))
        #expect(receipt.explanation.contains(receipt.day.chineseText))
        #expect(receipt.remarks.map(\.code) == (channel == .plainLetter ? [.receiptConfirmedLate] : []))
    }

    @Test(
        "without the confirmation that a channel needs the clock does not run yet", arguments: RequestChannel.allCases)
    func unconfirmed(channel: RequestChannel) throws {
        let arrived = try day("2025-06-03")
        do throws(Refusal) {
            let receipt = try Receipt(channel, arrived: arrived)
            #expect(!channel.needsConfirmation)
            #expect(receipt.day == arrived)
        } catch {
            #expect(channel.needsConfirmation)
            #expect(error.findings.map(\.code) == [.receiptUnconfirmed])
        }
    }

    @Test("a confirmation before the arrival is refused")
    func turnedRound() throws {
        let (arrived, confirmed) = (try day("2025-06-03"), try day("2025-06-02"))
        do throws(Refusal) {
            _ = try Receipt(.internet, arrived: arrived, confirmed: confirmed)
            Issue.record("it was taken")
        } catch {
            #expect(error.findings.map(\.code) == [.receiptConfirmedBeforeArrival])
        }
    }
}

@Suite("articles")
struct ArticleTests {
    @Test(
        "an article is written for data and for people",
        arguments: [
            (Article.regulation(33), "Art 33", "《政府信息公开条例》第三十三条"),
            (.regulation(33, paragraph: 3), "Art 33(3)", "《政府信息公开条例》第三十三条第三款"),
            (.regulation(30), "Art 30", "《政府信息公开条例》第三十条"),
            (.regulation(10), "Art 10", "《政府信息公开条例》第十条"),
            (.regulation(19), "Art 19", "《政府信息公开条例》第十九条"),
            (.feeMeasures(6), "109号 Art 6", "《政府信息公开信息处理费管理办法》第六条"),
        ])
    func written(article: Article, code: String, chinese: String) {
        #expect(article.code == code)
        #expect(article.chineseText == chinese)
    }

    @Test("a refusal has at least one error among its findings")
    func refusal() {
        let warning = Finding(.clockProvisional, .warning, field: nil, "测试。", remedy: "测试。")
        #expect(Refusal([]) == nil)
        #expect(Refusal([warning]) == nil)
        let error = Finding(.clockOutOfRange, .error, field: nil, "测试。", remedy: "测试。")
        #expect(Refusal([warning, error])?.findings == [warning, error])
    }
}
