public import CivilTime

/// Confirms that the office has no information of a category; what is published later goes before it. It can be confirmed
/// anew, with another reason or day.
///
/// Example: 行政许可, confirmed on 2025-01-06 since the office decides on no licences. Source: 条例 Art 20, 21.
public struct ConfirmEmptyCategory: Command {
    /// What it is done with.
    public typealias Subject = CategoryStanding

    /// The category.
    public var category: ProactiveCategory
    /// How many items of it the office has on line.
    public var published: Int
    /// Why there is nothing.
    public var reasons: Statement
    /// Who records it.
    public var officer: OfficerReference
    /// The day.
    public var day: Day

    /// A confirmation.
    public init(
        _ category: ProactiveCategory, published: Int, on day: Day, reasons: Statement, by officer: OfficerReference
    ) {
        self.category = category
        self.published = published
        self.day = day
        self.reasons = reasons
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a category of which items are on line, an impossible day.
    public func decide(
        on standing: CategoryStanding?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<CategoryAct> {
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: standing?.day, "上一次登记", field: "day", article: .regulation(20))
        examination.need(
            published == 0,
            else: Finding(
                .categoryNotEmpty, field: "subject", "该类别已公开 \(published) 条信息，不能确认为无此类信息。",
                article: .regulation(20), remedy: "请核对类别；误发的信息请先撤回。"))
        let confirmation = EmptyConfirmation(category: category, reasons: reasons, officer: officer)
        return try examination.rule([CategoryEntry(.confirmedEmpty(confirmation), on: day)])
    }
}

/// Ends a confirmation that no longer holds. Source: 条例 Art 20.
public struct EndConfirmation: Command {
    /// What it is done with.
    public typealias Subject = CategoryStanding

    /// Why.
    public var reasons: Statement
    /// Who records it.
    public var officer: OfficerReference
    /// The day.
    public var day: Day

    /// An end.
    public init(on day: Day, reasons: Statement, by officer: OfficerReference) {
        self.day = day
        self.reasons = reasons
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` where nothing is confirmed, an impossible day.
    public func decide(
        on standing: CategoryStanding?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<CategoryAct> {
        guard let standing, standing.emptiness != nil else {
            throw Refusal(
                Finding(
                    .categoryNotConfirmed, field: "subject", "该类别没有确认过“无此类信息”。", article: .regulation(20),
                    remedy: "请核对类别。"))
        }
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: standing.day, "确认", field: "day", article: .regulation(20))
        return try examination.rule([
            CategoryEntry(.confirmationEnded(ConfirmationEnd(reasons: reasons, officer: officer)), on: day)
        ])
    }
}

extension Finding.Code {
    /// Items of the category are on line.
    public static let categoryNotEmpty = Self("category.not_empty")
    /// Nothing was confirmed.
    public static let categoryNotConfirmed = Self("category.not_confirmed")
}
