/// What an office can do with a record of supervision; one command each.
public enum SupervisionVerb: String, Sendable, Hashable, CaseIterable {
    /// `RecordSupervision`.
    case record
    /// `AnswerComplaint`.
    case answer
    /// `CorrectSupervision`.
    case correct
    /// `StrikeSupervision`.
    case strike

    /// The name in Chinese, as on a button.
    public var chineseText: String {
        switch self {
        case .record: "登记"
        case .answer: "登记办理结果"
        case .correct: "更正"
        case .strike: "作废"
        }
    }

    /// The article that knows it.
    public var article: Article { self == .answer ? .regulation(47) : .regulation(46) }

    /// Why it cannot be done as the record stands; nil when it can.
    public func obstacle(for record: SupervisionRecord?) -> Finding? {
        guard let record else {
            guard self != .record else { return nil }
            return Finding(
                .supervisionNotRecorded, .error, "没有这条登记，不能\(chineseText)。", article: article, remedy: "请先登记。")
        }
        let article = record.matter.kind.article
        if self == .record {
            return Finding(
                .supervisionAlreadyRecorded, field: "record", "编号 \(record.reference) 已经登记。", article: article,
                remedy: "请使用新的编号；登记有误的，请更正原登记。")
        }
        guard record.counts else {
            return Finding(
                .supervisionStruck, .error, "该登记已经作废，不能\(chineseText)。", article: article, remedy: "请重新登记。")
        }
        guard self == .answer, !record.isOpen else { return nil }
        return Finding(
            record.answer == nil ? .supervisionNotComplaint : .supervisionAnswered, .error,
            record.answer == nil ? "\(record.matter.kind.chineseText)登记没有办理结果。" : "该件已经登记办理结果。",
            article: .regulation(47), remedy: "办理结果只登记一次，且只用于投诉、举报和建议。")
    }

    /// The record, when it can be done.
    func admit(_ record: SupervisionRecord?) throws(Refusal) -> SupervisionRecord {
        if let obstacle = obstacle(for: record) { throw Refusal(obstacle) }
        guard let record else { throw Refusal(ExaminationFinding.notRegistered()) }
        return record
    }
}

/// Something an office wants to do with a record of supervision.
public protocol SupervisionCommand: Command where Subject == SupervisionRecord {
    /// Which command.
    static var verb: SupervisionVerb { get }
}

extension Finding.Code {
    /// There is no such record.
    public static let supervisionNotRecorded = Self("supervision.not_recorded")
    /// The name is taken.
    public static let supervisionAlreadyRecorded = Self("supervision.already_recorded")
    /// The record was struck.
    public static let supervisionStruck = Self("supervision.struck")
    /// The complaint was answered before.
    public static let supervisionAnswered = Self("supervision.answered")
    /// Only complaints are answered.
    public static let supervisionNotComplaint = Self("supervision.not_complaint")
    /// Days of more than one year are summed up.
    public static let supervisionSpan = Self("supervision.span")
    /// Nobody took part.
    public static let supervisionNobody = Self("supervision.nobody")
    /// A part is larger than the whole.
    public static let supervisionPart = Self("supervision.part")
    /// The assessed year cannot be.
    public static let supervisionYear = Self("supervision.year")
    /// Another kind of matter than before.
    public static let supervisionKind = Self("supervision.kind")
    /// Nothing was changed.
    public static let supervisionUnchanged = Self("supervision.unchanged")
}
