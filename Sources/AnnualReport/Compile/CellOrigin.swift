/// Which register a cell is counted from.
public enum CellRegister: String, Sendable, Hashable, CaseIterable {
    /// The register of applications.
    case requests
    /// The register of review and litigation.
    case appeals
    /// The register of 规章 and 规范性文件.
    case documents
    /// The register of figures from other systems.
    case figures

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .requests: "依申请公开登记簿"
        case .appeals: "行政复议、行政诉讼登记簿"
        case .documents: "规章、规范性文件登记簿"
        case .figures: "数据登记簿"
        }
    }
}

/// Where the number of a cell comes from, or why there is none.
///
/// A number is always `counted`, or the figure, plus the adjustments: nothing else enters.
public struct CellOrigin: Sendable, Hashable {
    /// Why a cell has no number.
    public enum Missing: Sendable, Hashable {
        /// The office did not keep its register in the ledger in that year.
        case notKept
        /// Nobody entered the figure.
        case notStated
        /// The form asked for is not that of the year, and this cell cannot be derived from what the year's own form holds.
        case notDerivable
        /// A cell that belongs to the sum has no number.
        case addend

        /// The state of such a cell: what can be filled in is blank, what cannot be known is absent.
        public var state: CellState {
            switch self {
            case .notStated: .blank
            case .notKept, .notDerivable, .addend: .absent
            }
        }
    }

    /// The register.
    public var register: CellRegister
    /// How many records were counted; 0 for figures.
    public var counted = 0
    /// The figure behind the cell, where it is one.
    public var figure: StatedFigure?
    /// The adjustments in it; in a sum those of all its parts.
    public var adjustments: [CellAdjustment] = []
    /// Why there is no number; nil where there is one.
    public var missing: Missing?

    /// An origin in a register.
    public init(
        _ register: CellRegister, counted: Int = 0, figure: StatedFigure? = nil,
        adjustments: [CellAdjustment] = [], missing: Missing? = nil
    ) {
        self.register = register
        self.counted = counted
        self.figure = figure
        self.adjustments = adjustments
        self.missing = missing
    }

    /// The number; nil where there is none.
    public var value: FormNumber? {
        guard missing == nil, let counted = FormNumber(counted) else { return nil }
        return adjustments.reduce(figure?.value ?? counted) { $0 + $1.change }
    }
}
