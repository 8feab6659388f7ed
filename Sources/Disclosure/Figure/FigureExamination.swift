import CivilTime

extension ActExamination {
    /// The register is that of the year; the time has begun, and a time that is not over is remarked.
    mutating func figureTime(_ period: FigurePeriod, in figures: FigureYear?, on day: Day) {
        actDay(day, field: "day", article: .reportNotice)
        if let figures, figures.year != period.year {
            find(
                Finding(
                    .figureYear, field: "period", "\(period.chineseText)的数据不属于\(figures.year)年的登记。",
                    article: .reportNotice, remedy: "请在\(period.year)年的登记中填写。"))
        }
        if day < period.first {
            find(
                Finding(
                    .figurePeriod, field: "period", "\(period.chineseText)尚未开始，还没有数据。", article: .reportNotice,
                    remedy: "请核对所属期间。"))
        } else if day <= period.last {
            find(
                Finding(
                    .figurePeriodRunning, .warning, field: "period", "\(period.chineseText)尚未结束，数据可能还会变化。",
                    article: .reportNotice, remedy: "期间结束后请再核对，有变化的予以更正。"))
        }
    }

    /// The cell is one that is entered, of the form of the year, and free.
    mutating func figurePlace(_ cell: FigureCell, _ period: FigurePeriod, in figures: FigureYear?) {
        if cell.isOfForm, !FigureCell.tableTwo(inYear: period.year).contains(cell) {
            let isCounted = cell.table == "t3_applications" || cell.table == "t4_review_litigation"
            return find(
                Finding(
                    isCounted ? .figureCounted : .figureCellForm, field: "cell",
                    isCounted ? "单元格 \(cell) 由申请、复议和诉讼登记统计得出，不能直接填写。" : "\(period.year)年的年度报告格式中没有单元格 \(cell)。",
                    article: .reportNotice,
                    remedy: isCounted ? "请登记申请或者案件；确需调整的，请使用年报数据调整并说明理由。" : "请选择该年度格式中的单元格。"))
        }
        if cell.nature == .stock, period.month != nil {
            find(
                Finding(
                    .figureStock, field: "period", "单元格 \(cell) 是年末数，不能按月填写。", article: .reportNotice,
                    remedy: "请按年填写。"))
        }
        guard let figures else { return }
        if let there = figures.figure(cell, period) {
            find(
                Finding(
                    .figureThere, field: "cell",
                    "\(period.chineseText)的 \(cell) 已经\(there.isDeclared ? "零申报" : "填写为\(there.value.chineseText)")。",
                    article: .reportNotice, remedy: "数字有误的，请更正并说明理由。"))
        } else if figures.isMixed(cell, period) {
            find(
                Finding(
                    .figureMixed, field: "period", "\(cell) 已经\(period.month == nil ? "按月" : "按年")填写，再填写会重复计算。",
                    article: .reportNotice, remedy: "请沿用原来的方式，或者先撤销已填写的数据。"))
        }
    }

    /// The figure is of the kind that the cell takes.
    mutating func figureValue(_ value: FigureValue, in cell: FigureCell) {
        need(
            value.fits(cell),
            else: Finding(
                .figureValue, field: "value", "\(value.chineseText) 不是单元格 \(cell) 可以填写的数字。", article: .reportNotice,
                remedy: cell.nature == .amount ? "这一项填写金额，不能为负数。" : "这一项填写整数；只有增减数可以为负数。"))
    }

    /// Remarks a figure without a paper.
    mutating func evidence(_ evidence: PaperReference?) {
        guard evidence == nil else { return }
        find(
            Finding(
                .figureNoEvidence, .notice, field: "evidence", "没有附数据的依据材料。", article: .reportNotice,
                remedy: "建议留存系统截图或者台账，以备核查。"))
    }

    /// The figure that stands in a cell.
    func standing(
        _ cell: FigureCell, _ period: FigurePeriod, in figures: FigureYear?
    ) throws(Refusal) -> FigureValue {
        guard let figure = figures?.figure(cell, period) else {
            throw Refusal(
                Finding(
                    .figureNone, field: "cell", "\(period.chineseText)的 \(cell) 没有填写过数据。", article: .reportNotice,
                    remedy: "请直接填写。"))
        }
        return figure.value
    }
}

extension Finding.Code {
    /// A text is no cell address, or the form of the year has no such cell.
    public static let figureCellForm = Self("figure.cell")
    /// No cell, or one twice.
    public static let figureCells = Self("figure.cells")
    /// The cell follows from records.
    public static let figureCounted = Self("figure.counted")
    /// A text or a number is no figure for the cell.
    public static let figureValue = Self("figure.value")
    /// The figure belongs to another year.
    public static let figureYear = Self("figure.year")
    /// The time has not begun.
    public static let figurePeriod = Self("figure.period")
    /// The time is not over.
    public static let figurePeriodRunning = Self("figure.period_running")
    /// The cell is a state at the end of the year.
    public static let figureStock = Self("figure.stock")
    /// There is a figure.
    public static let figureThere = Self("figure.there")
    /// There is no figure.
    public static let figureNone = Self("figure.none")
    /// Months beside a year.
    public static let figureMixed = Self("figure.mixed")
    /// No paper.
    public static let figureNoEvidence = Self("figure.no_evidence")
    /// Nothing was changed.
    public static let figureUnchanged = Self("figure.unchanged")
}
