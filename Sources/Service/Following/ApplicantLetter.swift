public import CivilTime
internal import Disclosure
internal import Ledger

/// A letter to the applicant, as it follows from the entries: head, opening, finding, what can be done against it.
///
/// Required parts: full name of the organ and kind of letter, number, addressee, opening with day, channel and wording of
/// what is asked, finding with article and reasons, remedy where the letter is final, organ and date.
/// Source: 条例 Art 30-45; 国办公开办函〔2016〕235号; 行政复议法 Art 20, 23.
public struct ApplicantLetter: Sendable, Hashable {
    /// The place in the case of the entry it follows from.
    public let number: Int
    /// What kind of letter.
    public let title: String
    /// Its number (文号); nil where the office had no rule for numbers then.
    public let documentNumber: String?
    /// The day it was made.
    public let day: Day
    /// What was asked for when it was made; a correction changes it for later letters only.
    public let matter: String
    /// The paragraphs after the opening.
    public let paragraphs: [String]
    /// What the applicant can do against it, as it could be said on its day; empty for letters that are not final.
    public let remedies: [String]

    /// The letters of a case, in order.
    public static func all(of view: ApplicantCase) -> [ApplicantLetter] {
        view.steps.compactMap { LetterText(view: view, step: $0).letter }
    }

    /// One thing that can be done against how a case ended, in both languages; the letter itself is Chinese.
    public struct Advice: Sendable, Hashable {
        /// In Chinese.
        public let chinese: String
        /// In English.
        public let english: String
    }

    /// What the applicant can do now against how the case ended, with its last days; empty while there is nothing.
    public static func advice(on view: ApplicantCase) -> [Advice] {
        if let silence = view.silence { return LetterText.silence(silence, of: view) }
        if view.request.round.service == nil {
            // An answer that may be read on this site before its receipt is confirmed.
            guard view.request.round.disposal?.needsService == true,
                let last = view.steps.last(where: { $0.isDecision })
            else { return [] }
            return LetterText(view: view, step: last).unservedAdvice
        }
        guard
            let last = view.steps.map({ LetterText(view: view, step: $0) }).last(where: {
                $0.letter?.remedies.isEmpty == false
            })
        else { return [] }
        return last.advice
    }
}

/// The words of one letter.
private struct LetterText {
    let view: ApplicantCase
    let step: ApplicantCase.Step

    private var day: Day { step.entry.day }

    var letter: ApplicantLetter? {
        switch step.entry.act {
        case .registered:
            return make(
                "接收回执",
                [
                    "您的申请已经登记，登记号\(view.key)。您通过互联网渠道提交，以双方确认之日为收到申请之日（\(Article.regulation(31).chineseText)），确认后另发登记回执。"
                ])
        case .receiptConfirmed: return make("登记回执", receipt)
        case .correctionAsked(let notice):
            return make(
                "补正告知书",
                [
                    "您申请的内容不明确，请一次性补正以下内容：\(notice.points.text)",
                    "请在\(notice.deadline.chineseText)以前补正。可以在网上查询页面填写，也可以当面或者邮寄提交。",
                    "收到补正后的申请之日起，答复期限重新计算。无正当理由逾期不补正的，视为放弃申请，不再处理该申请（\(Article.regulation(30).chineseText)）。",
                ])
        case .reasonsAsked(let notice):
            return make(
                "说明理由告知书",
                [
                    "您申请的数量、频次明显超过合理范围：\(notice.facts.text)",
                    "请在\(notice.deadline.chineseText)以前说明理由（\(Article.regulation(35).chineseText)）。",
                ])
        case .delayAgreed(let delay):
            return make(
                "延迟答复告知书",
                [
                    "您说明的理由合理，但不能在法定期限内答复：\(delay.why.text)",
                    "将在\(delay.until.chineseText)以前答复（\(Article.regulation(35).chineseText)）。",
                ])
        case .consulted(let letter):
            let other = letter.kind == .thirdParty ? "可能涉及第三方的合法权益，已经书面征求第三方意见" : "需要征求其他机关意见，已经发函"
            return make(
                "征求意见告知书",
                ["您申请的信息\(other)。征求意见所需时间不计算在答复期限内（\(Article.regulation(33, paragraph: 3).chineseText)）。"])
        case .extended(let grant): return make("延期答复告知书", extended(grant))
        case .feeNoticeIssued(let notice): return make("收费通知书", fee(notice))
        case .withdrawn: return make("终止办理告知书", ["您于\(day.chineseText)撤回了申请，本机关终止办理。需要该信息的，可以重新申请。"])
        case .abandoned(let abandonment):
            let why = abandonment.ground == .noCorrection ? "逾期没有补正，也没有正当理由" : "逾期没有按照收费通知缴纳费用"
            var texts = ["您\(why)，视为放弃申请，本机关不再处理该申请（\(article(abandonment).chineseText)）。"]
            if let rejected = abandonment.rejectedExcuse { texts.append("关于您说明的情况：\(rejected.text)") }
            return make("不再处理告知书", texts, remedies: general(from: day))
        case .transferred(let transfer):
            let office = view.receiver?.office.fullName.text ?? "有关机关"
            return make(
                "转办告知书",
                ["您的申请已经转由\(office)办理。\(transfer.reasons.text)"] + (view.receiver?.contact.map { [$0] } ?? []))
        case .merged(let merger): return make("合并办理告知书", ["您的申请与登记号\(merger.into)的申请内容相同，合并办理，不再单独答复。"])
        case .decided(let decision):
            guard view.showsAnswer else { return nil }
            return make(
                Self.title(decision), DecisionText(decision: decision).paragraphs + enclosures(decision),
                remedies: remedies(decision))
        case .rectified(let rectification): return make("政府信息更正告知书", [Self.words(rectification)])
        default: return nil
        }
    }

    private func make(_ title: String, _ paragraphs: [String], remedies: [String] = []) -> ApplicantLetter {
        ApplicantLetter(
            number: step.number, title: title,
            documentNumber: view.request.letterNumbers[step.number]?.number.text, day: day, matter: matter,
            paragraphs: paragraphs,
            remedies: remedies)
    }

    /// What was asked for at this step of the case.
    private var matter: String {
        view.steps.prefix { $0.number <= step.number }.reduce(view.request.registration.matter.text) { matter, step in
            switch step.entry.act {
            case .correctionReceived(let corrected): corrected.matter.text
            case .split(let split): split.kept.text
            default: matter
            }
        }
    }

    private var receipt: [String] {
        var texts = [
            "本机关已于\(day.chineseText)与您确认收到申请，这一天为收到申请之日（\(Article.regulation(31).chineseText)）。登记号\(view.key)。"
        ]
        if let due = (try? ReplyClock(received: day).reckon(by: view.calendar))?.due {
            let unsure = unsure(from: day, to: due)
            texts.append(
                "自次日起20个工作日内答复，最迟\(due.chineseText)\(unsure)（\(Article.regulation(33).chineseText)）。需要补正、征求意见、延期或者收费的，期限随之变化，另行告知。"
            )
        }
        return texts
    }

    private func extended(_ grant: ExtensionGrant) -> [String] {
        var texts = [
            "您的申请需要延长期限答复：\(grant.reasons.text)",
            "经政府信息公开工作机构负责人批准，延长\(grant.days.count)个工作日（\(Article.regulation(33, paragraph: 2).chineseText)）。",
        ]
        if let due = dueThen { texts.append("延长后最迟\(due.chineseText)\(unsure(from: day, to: due))答复。") }
        return texts
    }

    /// What is said of a day that was counted over a year without an official arrangement of holidays.
    private func unsure(from day: Day, to due: Day) -> String {
        guard let days = DaySpan(day, due), view.calendar.isProvisional(days) else { return "" }
        return "（暂定：放假安排尚未公布，日期有变动的另行告知）"
    }

    private func englishUnsure(from day: Day, to due: Day) -> String {
        unsure(from: day, to: due).isEmpty ? "" : " (provisional: the holidays are not announced yet)"
    }

    /// The last day to answer as it stood after this step: a letter says what was known when it was made.
    private var dueThen: Day? {
        let entries = view.steps.prefix { $0.number <= step.number }.map(\.entry)
        let then = try? InformationRequest(folding: entries)
        return try? then?.round.due(by: view.calendar)
    }

    private func fee(_ notice: FeeNotice) -> [String] {
        let basis = notice.basis == .perRequest ? "按件计收，当月第\(notice.units)件" : "按量计收，共\(notice.units)页"
        return [
            "您申请公开政府信息的数量、频次明显超过合理范围：\(notice.reasons.text)",
            "依照《政府信息公开条例》第四十二条和《政府信息公开信息处理费管理办法》，\(basis)，应缴纳信息处理费\(notice.amount)。",
            "请自收到本通知次日起20个工作日内缴纳，缴纳方式按照本机关公布的办法。缴费后答复期限重新计算；逾期未缴纳的，视为放弃申请，不再处理（\(Article.feeMeasures(6).chineseText)）。",
        ]
    }

    private func article(_ abandonment: Abandonment) -> Article {
        abandonment.ground == .noCorrection ? .regulation(30) : .feeMeasures(6)
    }

    private static func title(_ decision: Decision) -> String {
        switch decision.leaf.family {
        case .disclosed: "政府信息公开答复书（予以公开）"
        case .partiallyDisclosed: "政府信息公开答复书（部分公开）"
        case .denied: decision.leaf == .deniedAdministrativeQuery ? "政府信息公开答复书（按特别规定查询）" : "政府信息公开答复书（不予公开）"
        case .unable: "政府信息公开答复书（无法提供）"
        case .notProcessed: "政府信息公开答复书（不予处理）"
        case .other: "政府信息公开答复书"
        }
    }

    /// The files that go with an answer, as a letter names what is enclosed. Source: GB/T 9704 (附件说明).
    private func enclosures(_ decision: Decision) -> [String] {
        let names = (decision.particulars.files ?? []).compactMap { reference in
            view.papers.first { $0.reference == reference }?.label.fileName
        }
        guard names.count > 1 else { return names.map { "附件：\($0)" } }
        return ["附件：" + names.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "；")]
    }

    private static func words(_ rectification: Rectification) -> String {
        let article = Article.regulation(41).chineseText
        let organ = rectification.organ?.text ?? "有权机关"
        return switch rectification.outcome {
        case .corrected: "您提出的与自身相关的信息记录不准确，本机关已经更正（\(article)）。"
        case .forwarded: "您提出的信息更正不属于本机关职能，已经转送\(organ)处理（\(article)）。"
        case .told: "您提出的信息更正请向\(organ)提出（\(article)）。"
        }
    }

    // MARK: Remedies

    private var body: String {
        let bodies = view.reviewBodies(on: day)
        return bodies.isEmpty
            ? "有管辖权的行政复议机关"
            : bodies.map { view.reviewers[$0] ?? $0.chineseText }.joined(separator: "或者")
    }

    private var englishBody: String {
        let bodies = view.reviewBodies(on: day)
        return bodies.isEmpty
            ? "the competent review authority"
            : bodies.map { view.reviewers[$0] ?? $0.englishText }.joined(separator: " or ")
    }

    /// Refusals under Art 14-16 must go to review first, and the letter must say so; everything else may go either way.
    private func remedies(_ decision: Decision) -> [String] {
        let review = Article.reviewLaw(20).chineseText
        guard decision.restsOnExemption, day >= Remedies.revisedLaw else {
            return [
                "对本答复不服的，可以自收到本答复之日起60日内向\(body)申请行政复议（\(review)），也可以自收到之日起6个月内向人民法院提起行政诉讼（\(Article.litigationLaw(46).chineseText)）。"
            ]
        }
        let laws = Article.chineseText(of: [.reviewLaw(20), Self.reviewFirst])
        return [
            "对不予公开不服的，应当自收到本答复之日起60日内先向\(body)申请行政复议（\(laws)）；对复议决定不服的，再自收到复议决定书之日起15日内向人民法院提起行政诉讼（\(Article.litigationLaw(45).chineseText)）。"
        ]
    }

    /// A refusal of information goes to review first. Source: 行政复议法 Art 23(1)(4).
    private static let reviewFirst = Article.reviewLaw(23, paragraph: 1, item: 4)

    /// What could be done against an answer that may be read and was not served yet: the periods run from its receipt.
    fileprivate var unservedAdvice: [ApplicantLetter.Advice] {
        guard case .decided(let decision) = step.entry.act, view.showsAnswer else { return [] }
        let (review, suit) = (Article.reviewLaw(20), Article.litigationLaw(46))
        var texts: [ApplicantLetter.Advice] = []
        if decision.restsOnExemption, view.today >= Remedies.revisedLaw {
            let first = Self.reviewFirst
            texts.append(
                .init(
                    chinese:
                        "对不予公开不服的，应当先向\(body)申请行政复议：从您收到答复之日的次日起60日内（\(Article.chineseText(of: [review, first]))）；对复议决定不服的，再自收到复议决定书之日起15日内向人民法院提起行政诉讼（\(Article.litigationLaw(45).chineseText)）。",
                    english:
                        "Against a refusal you must first apply to \(englishBody) for administrative review, within 60 days from the day after you receive the reply (\(review.englishText); \(first.englishText)); against the review decision you can sue in a people's court within 15 days of receiving it (\(Article.litigationLaw(45).englishText))."
                ))
        } else {
            texts.append(
                .init(
                    chinese:
                        "不服的，从您收到答复之日的次日起60日内，可以向\(body)申请行政复议（\(review.chineseText)）；也可以在6个月内直接向人民法院提起行政诉讼（\(suit.chineseText)）。",
                    english:
                        "You can apply to \(englishBody) for administrative review within 60 days from the day after you receive the reply (\(review.englishText)), or sue in a people's court directly within 6 months (\(suit.englishText))."
                ))
        }
        texts.append(
            .init(
                chinese: "期限从您收到答复之日的次日起算；您确认收到以后，这里写明最后日期。",
                english:
                    "The periods start the day after you receive the reply; the last days stand here once you confirm it."
            ))
        return texts
    }

    /// What can be done against silence after the last day to answer, which is known without an answer.
    fileprivate static func silence(_ remedies: Remedies, of view: ApplicantCase) -> [ApplicantLetter.Advice] {
        guard let step = view.steps.last else { return [] }
        let text = LetterText(view: view, step: step)
        let start = remedies.review.start
        let dutiful = Article.reviewLaw(23, paragraph: 1, item: 3)
        let (review, suit) = (remedies.review, remedies.suit)
        var texts: [ApplicantLetter.Advice] = [
            .init(
                chinese: "该机关应当在\(start.chineseText)以前答复，已经超过期限。可以先打电话或者在本页留言催办。",
                english:
                    "The reply was due by \(start.englishText) and is overdue. You can call the office or leave a message on this page first."
            ),
            .init(
                chinese:
                    "可以\(remedies.needsReviewFirst ? "先" : "")向\(text.body)申请行政复议，最迟\(review.due.chineseText)\(text.unsure(from: start, to: review.due))。\(review.explanation)",
                english:
                    "You can \(remedies.needsReviewFirst ? "first " : "")apply to \(text.englishBody) for administrative review, by \(review.due.englishText)\(text.englishUnsure(from: start, to: review.due)). \(review.englishExplanation)"
            ),
        ]
        if let suit {
            texts.append(
                .init(
                    chinese:
                        "也可以直接向人民法院提起行政诉讼，最迟\(suit.due.chineseText)\(text.unsure(from: start, to: suit.due))。\(suit.explanation)",
                    english:
                        "Or you can sue in a people's court directly, by \(suit.due.englishText)\(text.englishUnsure(from: start, to: suit.due)). \(suit.englishExplanation)"
                ))
        } else {
            texts.append(
                .init(
                    chinese:
                        "未履行法定职责的，先申请行政复议（\(dutiful.chineseText)）；对复议决定不服的，再自收到复议决定书之日起15日内向人民法院提起行政诉讼（\(Article.litigationLaw(45).chineseText)）。",
                    english:
                        "Failure to act goes to review first (\(dutiful.englishText)); against the review decision you can sue in a people's court within 15 days of receiving it (\(Article.litigationLaw(45).englishText))."
                ))
        }
        return texts + [complaint]
    }

    /// The way that stands open beside review and suit.
    private static let complaint = ApplicantLetter.Advice(
        chinese:
            "认为本机关没有依法履行政府信息公开义务的，还可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报（\(Article.regulation(51).chineseText)）。",
        english:
            "If you think that the office does not meet its duty of disclosure, you can also complain to the office one level up or to the authority in charge of disclosure (\(Article.regulation(51).englishText))."
    )

    /// The same with the days that followed from the service.
    fileprivate var advice: [ApplicantLetter.Advice] {
        guard case .decided(let decision) = step.entry.act, let served = view.request.round.servedOn else {
            // Every other letter that can be appealed against says the general ways.
            return letter?.remedies.isEmpty == false ? generalAdvice(from: day) : []
        }
        return words(Remedies(against: decision, served: served, by: view.calendar))
    }

    private func general(from day: Day) -> [String] { generalAdvice(from: day).map(\.chinese) }

    private func generalAdvice(from day: Day) -> [ApplicantLetter.Advice] {
        words(Remedies(restsOnExemption: false, served: day, by: view.calendar))
    }

    private func words(_ remedies: Remedies) -> [ApplicantLetter.Advice] {
        var texts: [ApplicantLetter.Advice] = []
        func say(_ chinese: String, _ english: String) { texts.append(.init(chinese: chinese, english: english)) }
        let review = remedies.review
        let last = (
            chinese: review.due.chineseText + unsure(from: day, to: review.due),
            english: review.due.englishText + englishUnsure(from: day, to: review.due)
        )
        if remedies.needsReviewFirst {
            say(
                "对不予公开不服的，应当先向\(body)申请行政复议（\(Self.reviewFirst.chineseText)），最迟\(last.chinese)。\(review.explanation)",
                "Against a refusal you must first apply to \(englishBody) for administrative review (\(Self.reviewFirst.englishText)), by \(last.english). \(review.englishExplanation)"
            )
            say(
                "对行政复议决定不服的，再自收到复议决定书之日起15日内向人民法院提起行政诉讼（\(Article.litigationLaw(45).chineseText)）。",
                "Against the review decision you can sue in a people's court within 15 days of receiving it (\(Article.litigationLaw(45).englishText))."
            )
        } else {
            say(
                "不服的，可以向\(body)申请行政复议，最迟\(last.chinese)。\(review.explanation)",
                "You can apply to \(englishBody) for administrative review, by \(last.english). \(review.englishExplanation)"
            )
            if let suit = remedies.suit {
                say(
                    "也可以直接向人民法院提起行政诉讼，最迟\(suit.due.chineseText)\(unsure(from: day, to: suit.due))。\(suit.explanation)",
                    "Or you can sue in a people's court directly, by \(suit.due.englishText)\(englishUnsure(from: day, to: suit.due)). \(suit.englishExplanation)"
                )
            }
        }
        return texts + [Self.complaint]
    }
}
