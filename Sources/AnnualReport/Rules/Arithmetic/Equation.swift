/// One identity of the form: the sum of the left cells equals the sum of the right cells.
struct Equation {
    /// Which rule it is an instance of.
    enum Kind: Int, CaseIterable {
        case balance, resultsSum, rowSum, reviewSum, directSum, afterReviewSum

        /// The id of the rule.
        var rule: String {
            switch self {
            case .balance: "T3_BALANCE"
            case .resultsSum: "T3_RESULTS_SUM"
            case .rowSum: "T3_ROW_SUM"
            case .reviewSum: "T4_SUM_REVIEW"
            case .directSum: "T4_SUM_LITIGATION_DIRECT"
            case .afterReviewSum: "T4_SUM_LITIGATION_AFTER_REVIEW"
            }
        }
    }

    let kind: Kind
    /// What the printed cells should come to: 新收＋结转 of a column, or the parts of a total.
    let parts: [Int]
    /// What is printed: 总计＋结转下年度 of a column, or the total.
    let totals: [Int]

    /// The cells in the order in which a finding lists them: what is printed first.
    var cells: [Int] { totals + parts }
}
