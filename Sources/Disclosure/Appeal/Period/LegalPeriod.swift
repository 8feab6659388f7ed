public import CivilTime

/// A period of the law of review and litigation, with its last day.
///
/// The day it begins does not count. A period of calendar days or months whose last day is a day off ends on the first
/// working day after it. Example: 60 days from 2025-07-01 end on Saturday, 2025-08-30, and so on 2025-09-01.
/// Source: 民法典 Art 201, 203; 民事诉讼法 Art 85; 行政复议法 Art 88.
public struct LegalPeriod: Sendable, Hashable {
    /// How long.
    public enum Length: Sendable, Hashable {
        /// Calendar days.
        case days(Int)
        /// Months.
        case months(Int)
        /// Working days.
        case workingDays(WorkingDays)
    }

    /// The day it begins, which does not count.
    public let start: Day
    /// How long it is.
    public let length: Length
    /// The article that sets it.
    public let article: Article
    /// The last day by the bare count.
    public let counted: Day
    /// The last day on which something can still be done.
    public let due: Day

    /// A period; days beyond those that can be written stop at the last one.
    public init(_ length: Length, from start: Day, _ article: Article, by calendar: WorkingCalendar) {
        self.start = start
        self.length = length
        self.article = article
        switch length {
        case .days(let count): counted = start.adding(days: count) ?? .latest
        case .months(let count): counted = start.adding(months: count) ?? .latest
        case .workingDays(let count): counted = calendar.day(count, after: start) ?? .latest
        }
        due = calendar.workingDay(onOrAfter: counted) ?? counted
    }

    /// The period in one Chinese sentence.
    public var explanation: String {
        let count =
            switch length {
            case .days(let count): "\(count)日"
            case .months(let count): "\(count)个月"
            case .workingDays(let count): "\(count.count)个工作日"
            }
        let rolled = due == counted ? "" : "，最后一日为休假日，顺延至\(due.chineseText)"
        return "自\(start.chineseText)次日起\(count)，至\(counted.chineseText)届满\(rolled)（\(article.chineseText)）。"
    }

    /// The same sentence in English.
    public var englishExplanation: String {
        let count =
            switch length {
            case .days(let count): "\(count) days"
            case .months(let count): "\(count) months"
            case .workingDays(let count): "\(count.count) working days"
            }
        let rolled = due == counted ? "" : "; that is a day off, so it ends on \(due.englishText)"
        return
            "The \(count) run from the day after \(start.englishText) to \(counted.englishText)\(rolled) (\(article.englishText))."
    }
}
