internal import AnnualReport

/// What the explorer can show, in the order of its list.
enum ExploreView: String, CaseIterable, Sendable {
    case requests
    case results
    case appeals
    case channels
    case days
    case findings
    case cell

    /// Its name in the list.
    func label(_ t: Wording) -> String {
        switch self {
        case .requests: t("本年新收申请", "Applications received")
        case .results: t("申请办理结果分类", "Results of applications")
        case .appeals: t("行政复议、诉讼维持和纠正", "Appeals upheld or corrected")
        case .channels: t("各渠道公开信息条数", "Items published, by channel")
        case .days: t("答复用时", "Days to reply")
        case .findings: t("核对发现", "Findings of the checks")
        case .cell: t("任选一格", "Any cell of the form")
        }
    }

    /// What it compares, where that does not depend on the request; empty for what is counted from records.
    var measures: [ComparedMeasure] {
        switch self {
        case .requests: [.received]
        case .results: ComparedMeasure.results
        case .appeals: ComparedMeasure.appeals
        case .channels, .days, .findings, .cell: []
        }
    }
}
