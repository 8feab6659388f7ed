public import CivilTime

/// The day an application counts as received (收到申请之日), from which the reply clock runs.
///
/// Example: a plain letter that came on 2025-06-03 and was confirmed by telephone on 2025-06-05 is received on 2025-06-05.
/// Source: 条例 Art 31.
public struct Receipt: Sendable, Hashable {
    /// How it came in.
    public let channel: RequestChannel
    /// The day it was handed over, signed for, or came to hand.
    public let arrived: Day
    /// The day it was confirmed with the applicant; nil where the channel needs no confirmation.
    public let confirmed: Day?

    /// A receipt.
    ///
    /// - Parameter confirmed: needed on channels that ask for it, left aside on the others.
    /// - Throws: `Refusal` when the confirmation is missing (the clock does not run yet) or lies before the arrival.
    public init(_ channel: RequestChannel, arrived: Day, confirmed: Day? = nil) throws(Refusal) {
        self.channel = channel
        self.arrived = arrived
        guard channel.needsConfirmation else {
            self.confirmed = nil
            return
        }
        guard let confirmed else {
            throw Refusal(
                Finding(
                    .receiptUnconfirmed, field: "receipt.confirmed", "尚未与申请人确认，答复期限还没有起算。",
                    article: channel.article, remedy: "请在收到当日与申请人联系确认，并登记确认日期；联系不上的应记录在案。"))
        }
        guard confirmed >= arrived else {
            throw Refusal(
                Finding(
                    .receiptConfirmedBeforeArrival, field: "receipt.confirmed",
                    "确认日期 \(confirmed) 早于申请到达日期 \(arrived)。", article: channel.article, remedy: "请核对两个日期。"))
        }
        self.confirmed = confirmed
    }

    /// The day of receipt.
    public var day: Day { confirmed ?? arrived }

    /// Why it is that day, in Chinese.
    public var explanation: String { "\(channel.receiptRule)：\(day.chineseText)（\(channel.article.chineseText)）。" }

    /// What is worth saying: a letter that was not confirmed on the day it came.
    public var remarks: [Finding] {
        guard channel == .plainLetter, day > arrived else { return [] }
        return [
            Finding(
                .receiptConfirmedLate, .warning, field: "receipt.confirmed",
                "信件 \(arrived) 到达，\(day) 才与申请人确认。", article: channel.article,
                remedy: "应当在收到信件当日确认；当日联系不上的，请记录联系经过。")
        ]
    }
}

extension Finding.Code {
    /// The channel needs a confirmation and there is none.
    public static let receiptUnconfirmed = Self("receipt.unconfirmed")
    /// The confirmation lies before the arrival.
    public static let receiptConfirmedBeforeArrival = Self("receipt.confirmed_before_arrival")
    /// A plain letter was not confirmed on the day it came.
    public static let receiptConfirmedLate = Self("receipt.confirmed_late")
}
