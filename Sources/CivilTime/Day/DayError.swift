/// Why a text is no day.
public struct DayError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Reason: Sendable, Hashable {
        /// Not four digits, two, two, joined by `-`.
        case form
        /// Written well, but the calendar has no such day: 2021-02-30.
        case noSuchDay
    }

    /// The text, cut to 40 characters.
    public let text: String
    /// What is wrong.
    public let reason: Reason

    init(text: String, reason: Reason) {
        self.text = text.count > 40 ? text.prefix(40) + "…" : text
        self.reason = reason
    }

    /// What is wrong and how to write it, in Chinese.
    public var message: String {
        switch reason {
        case .form: "“\(text)”不是日期，应按“年-月-日”书写，例如 2021-09-13。"
        case .noSuchDay: "“\(text)”这一天不存在，请核对年、月、日。"
        }
    }

    /// What is wrong and how to write it, in English.
    public var englishMessage: String {
        switch reason {
        case .form: "“\(text)” is not a date; write it as 2021-09-13."
        case .noSuchDay: "“\(text)” is not a day of the calendar; check year, month and day."
        }
    }
}
