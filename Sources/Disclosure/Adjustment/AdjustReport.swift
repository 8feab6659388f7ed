public import CivilTime

/// Adjusts a cell of the compiled report by hand, with a reason; the report shows the adjustment beside the cell.
///
/// Sums are not adjusted, they follow. Example: 12 applications counted by the register, 1 of them entered twice by another
/// system: `t3_applications.new_received.natural_person` by -1. Source: 条例 Art 50; 国办公开办函〔2021〕30号.
public struct AdjustReport: Command {
    /// The roles that may agree.
    public static let approvers: [OfficeRole] = [.supervisingLeader, .headOfInformationOffice]

    /// The name of the adjustment.
    public var adjustment: AdjustmentReference
    /// The report year.
    public var year: Int
    /// The cell.
    public var cell: FigureCell
    /// What the registers give now.
    public var counted: FigureValue
    /// By how much.
    public var change: FigureValue
    /// Why.
    public var reasons: Statement
    /// The paper that shows it.
    public var evidence: PaperReference?
    /// Who makes it.
    public var officer: OfficerReference
    /// Who agreed.
    public var approval: Approval?
    /// The day.
    public var day: Day

    /// An adjustment.
    public init(
        _ adjustment: AdjustmentReference, of cell: FigureCell, inYear year: Int, counted: FigureValue,
        by change: FigureValue, because reasons: Statement, evidence: PaperReference? = nil,
        by officer: OfficerReference,
        approval: Approval? = nil, on day: Day
    ) {
        self.adjustment = adjustment
        self.cell = cell
        self.year = year
        self.counted = counted
        self.change = change
        self.reasons = reasons
        self.evidence = evidence
        self.officer = officer
        self.approval = approval
        self.day = day
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a name that is taken, a cell that is a sum or not of the year's form, no change, a result that
    ///   the cell cannot hold, own agreement, a year that has not begun.
    public func decide(
        on adjustment: ReportAdjustment?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<AdjustmentAct> {
        var examination = ActExamination(today: today)
        examination.actDay(day, field: "day", article: .reportNotice)
        examination.need(
            adjustment == nil,
            else: finding(.adjustmentKnown, "adjustment", "编号 \(self.adjustment) 已经登记。", "请使用新的编号。"))
        place(&examination)
        amount(&examination)
        agreement(&examination)
        let made = AdjustmentMade(
            adjustment: self.adjustment, year: year, cell: cell, counted: counted, change: change,
            reasons: reasons,
            evidence: evidence, officer: officer, approval: approval)
        return try examination.rule([AdjustmentEntry(.made(made), on: day)])
    }

    private func place(_ examination: inout ActExamination) {
        let isOfForm =
            FigureCell.tableTwo(inYear: year).contains(cell)
            || cell.table == "t3_applications" || cell.table == "t4_review_litigation"
        examination.need(
            isOfForm,
            else: finding(.adjustmentCell, "cell", "\(year)年的年度报告格式中没有单元格 \(cell)。", "请选择该年度格式中的单元格。"))
        examination.need(
            !cell.isSum,
            else: finding(.adjustmentSum, "cell", "单元格 \(cell) 是合计，由各项相加得出。", "请调整其中的分项，合计随之变化。"))
        if let year = FigurePeriod(year: year) {
            examination.need(
                day >= year.first, else: finding(.adjustmentYear, "year", "\(self.year)年尚未开始。", "请核对年度。"))
        } else {
            examination.find(finding(.adjustmentYear, "year", "年度 \(year) 不对。", "请填写2008年以后的年度。"))
        }
    }

    private func amount(_ examination: inout ActExamination) {
        examination.need(
            change != .count(0) && change != .amount(.zero, .yuan)
                && change != .amount(.zero, .tenThousandYuan),
            else: finding(.adjustmentNothing, "change", "调整数为0，没有变化。", "请填写调整数。"))
        let result = counted.adding(change)
        examination.need(
            change.isInRange && counted.isInRange && result.map { $0.fits(cell) } ?? false,
            else: finding(
                .adjustmentResult, "change",
                "\(counted.chineseText) 调整 \(change.chineseText) 后不是单元格 \(cell) 可以填写的数字。", "请核对原数和调整数。"))
    }

    private func agreement(_ examination: inout ActExamination) {
        guard let approval else {
            return examination.find(
                Finding(
                    .adjustmentNotApproved, .warning, field: "approval", "数据调整没有经过批准。",
                    article: .reportNotice,
                    remedy: "建议报分管领导批准后再报送年报。"))
        }
        if !Self.approvers.contains(approval.role) {
            examination.find(
                ExaminationFinding.approvalRole(
                    approval.role, Self.approvers, field: "approval.role", article: .reportNotice))
        }
        if approval.officer == officer {
            examination.find(ExaminationFinding.ownWork(field: "approval.officer"))
        }
        if approval.day > day {
            examination.find(
                ExaminationFinding.order(
                    day, after: approval.day, "批准", field: "day", article: .reportNotice))
        }
    }

    private func finding(_ code: Finding.Code, _ field: String, _ message: String, _ remedy: String)
        -> Finding
    {
        Finding(code, field: field, message, article: .reportNotice, remedy: remedy)
    }
}

/// Takes an adjustment back; the cell is again what the registers give. Source: 国办公开办函〔2021〕30号.
public struct WithdrawAdjustment: Command {
    /// Why.
    public var reasons: Statement
    /// Who takes it back.
    public var officer: OfficerReference
    /// The day.
    public var day: Day

    /// A taking back.
    public init(on day: Day, because reasons: Statement, by officer: OfficerReference) {
        self.day = day
        self.reasons = reasons
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` when there is no such adjustment, it was taken back, or the day is impossible.
    public func decide(
        on adjustment: ReportAdjustment?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<AdjustmentAct> {
        guard let adjustment, adjustment.stands else {
            throw Refusal(
                Finding(
                    .adjustmentNone, .error, adjustment == nil ? "没有这项调整。" : "这项调整已经撤回。",
                    article: .reportNotice,
                    remedy: "请核对编号。"))
        }
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: adjustment.day, "调整", field: "day", article: .reportNotice)
        let withdrawal = AdjustmentWithdrawn(reasons: reasons, officer: officer)
        return try examination.rule([AdjustmentEntry(.withdrawn(withdrawal), on: day)])
    }
}

extension Finding.Code {
    /// The name is taken.
    public static let adjustmentKnown = Self("adjustment.known")
    /// There is no such adjustment, or it was taken back.
    public static let adjustmentNone = Self("adjustment.none")
    /// The form of the year has no such cell.
    public static let adjustmentCell = Self("adjustment.cell")
    /// The cell is a sum.
    public static let adjustmentSum = Self("adjustment.sum")
    /// The year cannot be.
    public static let adjustmentYear = Self("adjustment.year")
    /// Nothing is changed.
    public static let adjustmentNothing = Self("adjustment.nothing")
    /// The cell cannot hold the result.
    public static let adjustmentResult = Self("adjustment.result")
    /// Nobody agreed.
    public static let adjustmentNotApproved = Self("adjustment.not_approved")
}
