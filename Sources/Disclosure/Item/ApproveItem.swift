public import CivilTime

/// Agrees to a version: the reviewer first, then the leader, neither of them an author or the handler, nor one for both.
///
/// Example: handed in by 王五 2025-06-06, reviewed by 李四 2025-06-09, agreed to by 赵六 2025-06-10. Source: 条例 Art 17.
public struct ApproveItem: ItemCommand {
    /// Which command.
    public static let verb = ItemVerb.approve

    /// Who agrees, in which role, on which day.
    public var approval: Approval

    /// An agreement.
    public init(_ approval: Approval) { self.approval = approval }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for own work, another level than the next, the same person twice, an impossible day.
    public func decide(
        on item: InformationItem?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<ItemAct> {
        let item = try Self.verb.admit(item)
        var examination = ActExamination(today: today)
        examination.actDay(
            approval.day, notBefore: item.lastDay, "此前最近一次办理", field: "approval.day", article: .regulation(17))
        if item.authors.contains(approval.officer) || item.submission?.handler == approval.officer {
            examination.find(ExaminationFinding.ownWork(field: "approval.officer"))
        }
        if let next = item.nextLevel, next != approval.role {
            examination.find(
                Finding(
                    .itemLevelOrder, field: "approval.role",
                    "下一级审核应由\(next.chineseText)作出，登记的是\(approval.role.chineseText)。", article: .regulation(17),
                    remedy: "请按经办人、审核人、分管领导的顺序逐级审核。"))
        }
        examination.need(
            !item.approvals.contains { $0.officer == approval.officer },
            else: Finding(
                .itemSamePerson, field: "approval.officer", "同一人不能作出两级审核。", article: .regulation(17),
                remedy: "请由另一人审核。"))
        return try examination.rule([ItemEntry(.approved(ItemApproval(approval: approval)), on: approval.day)])
    }
}
