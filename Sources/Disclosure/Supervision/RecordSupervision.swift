public import CivilTime

/// Records a matter: an inquiry, a complaint, an appraisal, a training, an assessment, a measure, an interaction.
///
/// Example: five people asked at the counter from 2020-01-01 to 2020-12-31 according to the book: one record of 5 on
/// 2020-12-31. Source: 条例 Art 46-48, 50, 51.
public struct RecordSupervision<Content: SupervisionContent>: SupervisionCommand {
    /// Which command.
    public static var verb: SupervisionVerb { .record }

    /// The name of the record.
    public var record: SupervisionReference
    /// What happened.
    public var content: Content
    /// The day it happened, or the last of the days it sums up.
    public var day: Day
    /// The first of several days of the same year.
    public var since: Day?
    /// Who records it.
    public var officer: OfficerReference

    /// A record.
    public init(
        _ record: SupervisionReference, _ content: Content, on day: Day, since: Day? = nil, by officer: OfficerReference
    ) {
        self.record = record
        self.content = content
        self.day = day
        self.since = since
        self.officer = officer
    }

    /// What the law makes of it.
    ///
    /// - Throws: `Refusal` for a name that is taken, impossible days or numbers.
    public func decide(
        on record: SupervisionRecord?, today: Day, calendar: WorkingCalendar
    ) throws(Refusal) -> Ruling<SupervisionAct> {
        if let obstacle = Self.verb.obstacle(for: record) { throw Refusal(obstacle) }
        let article = Content.kind.article
        var examination = ActExamination(today: today)
        examination.actDay(day, notBefore: since, "起始", field: "day", article: article)
        if let since, since.year != day.year {
            examination.find(
                Finding(
                    .supervisionSpan, field: "since", "起止日期（\(since)至\(day)）跨了年度。", article: .regulation(50),
                    remedy: "年报按年度统计，请按年度分别登记。"))
        }
        examination.matter(content.matter, on: day)
        return try examination.rule([SupervisionEntry(act, on: day)])
    }

    private var act: SupervisionAct {
        func recording<Other: SupervisionContent>(_ content: Other) -> SupervisionRecording<Other> {
            SupervisionRecording(record: record, content: content, since: since, officer: officer)
        }
        return switch content.matter {
        case .inquiry(let content): .inquiryRecorded(recording(content))
        case .complaint(let content): .complaintReceived(recording(content))
        case .appraisal(let content): .appraisalRecorded(recording(content))
        case .training(let content): .trainingRecorded(recording(content))
        case .assessment(let content): .assessmentRecorded(recording(content))
        case .accountability(let content): .accountabilityRecorded(recording(content))
        case .interaction(let content): .interactionRecorded(recording(content))
        }
    }
}

extension ActExamination {
    /// The numbers of a matter: someone took part, a part is no more than the whole, the year can be.
    mutating func matter(_ matter: SupervisionMatter, on day: Day) {
        switch matter {
        case .inquiry(let inquiry): somebody(inquiry.persons, "咨询人次", field: "persons", matter.kind.article)
        case .training(let training): somebody(training.participants, "参加人次", field: "participants", .regulation(48))
        case .appraisal(let appraisal):
            part(appraisal.content, of: appraisal.participants, "满意人数", "参加人数", field: "content")
        case .assessment(let assessment):
            part(assessment.passed, of: assessment.assessed, "合格数", "考核对象数", field: "passed")
            need(
                (2_008...day.year).contains(assessment.year),
                else: Finding(
                    .supervisionYear, field: "year", "考核年度 \(assessment.year) 不对，应在2008年至\(day.year)年之间。",
                    article: .regulation(46), remedy: "请核对考核年度。"))
        case .accountability(let accountability) where [.admonition, .sanction].contains(accountability.measure):
            somebody(accountability.persons, "追究责任人数", field: "persons", .regulation(53))
        case .complaint, .accountability, .interaction: break
        }
    }

    private mutating func somebody(_ count: Headcount, _ what: String, field: String, _ article: Article) {
        need(
            count > .none,
            else: Finding(
                .supervisionNobody, field: field, "\(what)为0，没有可登记的内容。", article: article,
                remedy: "请填写实际数量；没有发生的，无需登记。"))
    }

    private mutating func part(_ part: Headcount?, of whole: Headcount, _ what: String, _ all: String, field: String) {
        guard let part, part > whole else { return }
        find(
            Finding(
                .supervisionPart, field: field, "\(what)（\(part)）大于\(all)（\(whole)）。", article: .regulation(46),
                remedy: "请核对两个数。"))
    }
}
