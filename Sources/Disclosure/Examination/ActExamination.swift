public import CivilTime

/// Gathers what is found against one act, then refuses or lets it pass.
struct ActExamination {
    /// The day on which the act is recorded.
    let today: Day
    private(set) var findings: [Finding] = []

    init(today: Day) { self.today = today }

    /// Adds a finding.
    mutating func find(_ finding: Finding) { findings.append(finding) }
    /// Adds a finding where something that must hold does not.
    mutating func need(_ isSo: Bool, else finding: @autoclosure () -> Finding) {
        if !isSo { findings.append(finding()) }
    }

    /// The day of an act: not in the future, not before something that must come first.
    mutating func actDay(
        _ day: Day, notBefore earlier: Day? = nil, _ what: String = "", field: String, article: Article
    ) {
        if day > today { find(ExaminationFinding.future(day, today: today, field: field)) }
        if let earlier, day < earlier {
            find(ExaminationFinding.order(day, after: earlier, what, field: field, article: article))
        }
    }

    /// Lets the act pass with its entries.
    ///
    /// - Throws: `Refusal` with everything found, when something forbids it.
    func rule<Act>(_ entries: [Entry<Act>]) throws(Refusal) -> Ruling<Act> {
        if let refusal = Refusal(findings) { throw refusal }
        return Ruling(entries: entries, remarks: findings)
    }
}

extension Finding {
    /// The day of an act is later than today: what has not happened cannot be recorded.
    public static func dayInFuture(_ day: Day, today: Day, field: String) -> Finding {
        ExaminationFinding.future(day, today: today, field: field)
    }
}

extension ExaminationFinding {
    static func misfit(_ kind: String, _ day: Day) -> Finding {
        Finding(
            .actEntryMisfit, .error, "记录“\(kind)”（\(day)）与此前的记录不相符。", article: .regulation(45),
            remedy: "请运行 gongkai verify 检查台账是否完整。")
    }
}
