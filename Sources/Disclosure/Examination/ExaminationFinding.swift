import CivilTime

/// The findings that many commands share, in words.
enum ExaminationFinding {
    static func notRegistered() -> Finding {
        Finding(.requestNotRegistered, .error, "该申请尚未登记。", article: .regulation(45), remedy: "请先登记申请。")
    }

    static func future(_ day: Day, today: Day, field: String) -> Finding {
        Finding(
            .actDayInFuture, field: field, "日期 \(day) 晚于今天（\(today)）。", article: .regulation(45),
            remedy: "请核对日期，尚未发生的事项不能登记。")
    }

    static func beforeReceipt(_ day: Day, _ received: Day, field: String) -> Finding {
        Finding(
            .requestDayBeforeReceipt, field: field, "日期 \(day) 早于收到申请日期 \(received)。", article: .regulation(31),
            remedy: "请核对两个日期。")
    }

    static func order(
        _ day: Day, after earlier: Day, _ what: String, field: String, article: Article = .regulation(45)
    ) -> Finding {
        Finding(
            .actDayOrder, field: field, "日期 \(day) 早于\(what)日期 \(earlier)。", article: article,
            remedy: "请核对两个日期。")
    }

    static func deadline(_ deadline: Day, after day: Day, field: String, article: Article) -> Finding {
        Finding(
            .requestDeadlineTooEarly, field: field, "期限 \(deadline) 不晚于告知日期 \(day)，没有留出时间。", article: article,
            remedy: "请给申请人留出合理的时间。")
    }

    static func approvalMissing(_ roles: [OfficeRole], field: String, article: Article) -> Finding {
        Finding(
            .actApprovalMissing, field: field, "尚未经\(names(roles))批准。", article: article,
            remedy: "请先报请批准，再登记批准人和批准日期。")
    }

    static func approvalRole(_ role: OfficeRole, _ roles: [OfficeRole], field: String, article: Article) -> Finding {
        Finding(
            .actApprovalRole, field: field, "应由\(names(roles))批准，登记的批准人是\(role.chineseText)。",
            article: article, remedy: "请报请\(names(roles))批准。")
    }

    static func ownWork(field: String) -> Finding {
        Finding(
            .actApprovalOwnWork, field: field, "批准人与拟稿人是同一人。", article: .regulation(17),
            remedy: "请由拟稿人以外的人审核批准。")
    }

    private static func names(_ roles: [OfficeRole]) -> String {
        roles.map(\.chineseText).joined(separator: "或者")
    }
}
