/// What a number in the text counts, in terms of tables three and four.
enum Topic: Hashable {
    /// Rows of table three, in the column 总计.
    enum Applications: Hashable {
        case received, newlyReceived, carriedIn, carriedOut, finished, answered
        case disclosed, partlyDisclosed, denied, unable, notProcessed, otherHandling
    }

    /// Who applied: columns of table three in the row 新收.
    enum Applicant: Hashable { case naturalPerson, organization }

    /// Blocks of table four.
    enum Block: Hashable { case review, litigation, direct, afterReview }

    /// Columns of a block of table four.
    enum Result: String, Hashable { case upheld, corrected, other, pending, total }

    case applications(Applications)
    case applicant(Applicant)
    case cases(Block, Result)

    /// What people call it.
    var name: String {
        switch self {
        case .applications(let topic):
            switch topic {
            case .received, .newlyReceived: "本年新收"
            case .carriedIn: "上年结转"
            case .carriedOut: "结转下年度"
            case .finished, .answered: "（七）总计"
            case .disclosed: "予以公开"
            case .partlyDisclosed: "部分公开"
            case .denied: "不予公开"
            case .unable: "无法提供"
            case .notProcessed: "不予处理"
            case .otherHandling: "其他处理"
            }
        case .applicant(.naturalPerson): "本年新收·自然人"
        case .applicant(.organization): "本年新收·法人或其他组织"
        case .cases(let block, let result): Self.name(block, result)
        }
    }

    private static func name(_ block: Block, _ result: Result) -> String {
        let blockName =
            switch block {
            case .review: "行政复议"
            case .litigation: "行政诉讼"
            case .direct: "未经复议直接起诉"
            case .afterReview: "复议后起诉"
            }
        let resultName =
            switch result {
            case .upheld: "结果维持"
            case .corrected: "结果纠正"
            case .other: "其他结果"
            case .pending: "尚未审结"
            case .total: "总计"
            }
        return "\(blockName)·\(resultName)"
    }

    /// What it is called in English.
    var english: String {
        switch self {
        case .applications(let topic):
            switch topic {
            case .received, .newlyReceived: "Received this year"
            case .carriedIn: "Carried over from last year"
            case .carriedOut: "Carried over to next year"
            case .finished, .answered: "Results, total"
            case .disclosed: "Disclosed"
            case .partlyDisclosed: "Partly disclosed"
            case .denied: "Not disclosed"
            case .unable: "Cannot be provided"
            case .notProcessed: "Not processed"
            case .otherHandling: "Other handling"
            }
        case .applicant(.naturalPerson): "Received this year, natural persons"
        case .applicant(.organization): "Received this year, legal persons and other organisations"
        case .cases(let block, let result): Self.english(block, result)
        }
    }

    private static func english(_ block: Block, _ result: Result) -> String {
        let blockName =
            switch block {
            case .review: "Review"
            case .litigation: "Litigation"
            case .direct: "Direct suit"
            case .afterReview: "Suit after review"
            }
        return "\(blockName): \(result == .other ? "other result" : result.rawValue)"
    }

    /// True for words whose number stands behind them only (收到…件, 办结…件).
    var needsNumberBehind: Bool {
        switch self {
        case .applications(.received), .applications(.newlyReceived), .applications(.finished),
            .applications(.answered), .applicant:
            true
        default: false
        }
    }

    /// True for the families of results of table three.
    var isResultOfRequest: Bool {
        switch self {
        case .applications(let topic):
            switch topic {
            case .disclosed, .partlyDisclosed, .denied, .unable, .notProcessed, .otherHandling: true
            default: false
            }
        default: false
        }
    }

    /// The table that gives it.
    var table: String {
        switch self {
        case .applications, .applicant: "表三"
        case .cases: "表四"
        }
    }

    /// The same in English.
    var englishTable: String {
        switch self {
        case .applications, .applicant: "table three"
        case .cases: "table four"
        }
    }

    /// The cells whose sum it is, in a column of table three (the last is 总计).
    func cells(_ layout: FormLayout, _ form: StatutoryForm, column: Int = 6) -> [Int] {
        switch self {
        case .applications(let topic):
            return Self.rows(topic, form).compactMap { row in
                guard let cells = layout.applicationCells[row], cells.indices.contains(column) else { return nil }
                return cells[column]
            }
        case .applicant(let applicant):
            let cells = layout.applicationCells["new_received"] ?? []
            guard cells.count == 7 else { return [] }
            return applicant == .naturalPerson ? [cells[0]] : Array(cells[1...5])
        case .cases(let block, let result):
            let blocks: [String] =
                switch block {
                case .review: ["review"]
                case .litigation: ["litigation_direct", "litigation_after_review"]
                case .direct: ["litigation_direct"]
                case .afterReview: ["litigation_after_review"]
                }
            return blocks.compactMap { layout.caseCells["\($0)_\(result.rawValue)"] }
        }
    }

    private static func rows(_ topic: Applications, _ form: StatutoryForm) -> [String] {
        switch topic {
        case .received, .newlyReceived: ["new_received"]
        case .carriedIn: ["carried_in"]
        case .carriedOut: ["carried_out"]
        case .finished, .answered: ["results_total"]
        case .disclosed: ["disclosed"]
        case .partlyDisclosed: ["partially_disclosed"]
        case .denied: form.leafRowIDs.filter { $0.hasPrefix("denied_") }
        case .unable: form.leafRowIDs.filter { $0.hasPrefix("unable_") }
        case .notProcessed: form.leafRowIDs.filter { $0.hasPrefix("not_processed_") }
        case .otherHandling: form.leafRowIDs.filter { $0.hasPrefix("other") }
        }
    }
}

/// Whether a stated number of requests may include those carried in from the year before.
enum CarriedReading {
    /// 受理, or a list inside that names what was carried in: both readings are right.
    case included
    /// 收到 without a word on what was carried in: probably the new ones alone.
    case doubtful
    /// What was carried in is named beside it: the new ones alone.
    case excluded
}

/// A count that the text states about the report's own cells.
struct Statement {
    /// What it counts; several where the text gives one number for all (予以公开及部分公开258件).
    let topics: [Topic]
    /// In millionths.
    let value: Int64
    /// The words that state it, in the prepared text.
    let range: Range<Int>
    /// True where the sentence speaks of kinds of applicants, so that a number may be that of one column.
    let mentionsApplicants: Bool
    /// For 收到 and 受理 only.
    var carried = CarriedReading.included
}
