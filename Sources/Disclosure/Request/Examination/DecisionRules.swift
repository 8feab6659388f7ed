import CivilTime

/// What a decision must state and rest on, result by result.
struct DecisionRules {
    let decision: Decide
    private var leaf: ResultLeaf { decision.leaf }
    private var stated: DecisionParticulars { decision.particulars }

    init(decision: Decide) { self.decision = decision }

    /// Adds every finding.
    func apply(to examination: inout RequestExamination) {
        guard leaf.isKnown(inYear: decision.day.year) else {
            let years = leaf == .other ? "2020年及以前" : "2021年起"
            return examination.find(
                Finding(
                    .decisionLeafUnknown, field: "leaf",
                    "“\(leaf.chineseText)”只用于\(years)的统计表，\(decision.day.year)年的统计表没有这一项。",
                    article: .reportNotice, remedy: "请选择当年统计表中的办理结果。"))
        }
        required(&examination)
        legalRank(&examination)
        search(&examination)
        thirdParties(&examination)
        afterCorrection(&examination)
        excessive(&examination)
        duplicate(&examination)
    }

    private func required(_ examination: inout RequestExamination) {
        var particulars = leaf.requirements
        if leaf == .unableNotHeld { particulars += stated.notHeldGround?.requirements ?? [] }
        for particular in particulars where !stated.states(particular) {
            examination.find(missing(particular, leaf.article))
        }
    }

    private func missing(_ particular: Particular, _ article: Article) -> Finding {
        Finding(
            .decisionParticularMissing, field: particular.rawValue,
            "答复“\(leaf.chineseText)”应当写明\(particular.chineseText)。", article: article,
            remedy: "请填写\(particular.chineseText)。")
    }

    /// Only laws and administrative regulations forbid disclosure (Art 14), local rules do not.
    private func legalRank(_ examination: inout RequestExamination) {
        guard leaf == .deniedOtherLawProhibited, let basis = stated.legalBasis else { return }
        if basis.rank != .law && basis.rank != .administrativeRegulation {
            examination.find(
                Finding(
                    .decisionLegalRank, field: Particular.legalBasis.rawValue, "只有法律、行政法规可以禁止公开政府信息，地方性法规、规章不能作为依据。",
                    article: .regulation(14), remedy: "请写明法律或者行政法规的名称和条款；没有的，请选择其他办理结果。"))
        }
    }

    private func search(_ examination: inout RequestExamination) {
        guard leaf == .unableNotHeld, let search = stated.search, let start = examination.round.start else { return }
        if search.day < start || search.day > decision.day {
            examination.find(
                Finding(
                    .decisionSearchDay, field: "search.day",
                    "检索日期 \(search.day) 不在收到申请（\(start)）至作出答复（\(decision.day)）之间。",
                    article: .regulation(36), remedy: "请核对日期；没有检索的，请先检索并留存记录。"))
        }
    }

    /// Disclosure, in whole or part, and the protection of a third party must wait for the opinions and respect them.
    private func thirdParties(_ examination: inout RequestExamination) {
        let isOpen = leaf == .disclosed || leaf == .partiallyDisclosed
        for asked in examination.round.consultations {
            let standing = asked.standing(on: decision.day, by: examination.calendar)
            switch standing {
            case .awaited(let until):
                let mustWait = isOpen || leaf == .deniedThirdPartyRights
                examination.find(
                    Finding(
                        .decisionOpinionAwaited, mustWait ? .error : .warning, field: "decision.day",
                        "第 \(asked.letter.number) 次征求意见还没有收到意见，期限到 \(until) 为止。", article: asked.letter.kind.article,
                        remedy: mustWait ? "请在收到意见或者期限届满之后再作出答复。" : "该答复不以其意见为依据的，可以作出。"))
            case .objects where leaf == .disclosed && stated.overridingReasons == nil:
                examination.find(missing(.overridingReasons, asked.letter.kind.article))
            case .objects where leaf == .disclosed && asked.letter.kind == .thirdParty:
                examination.find(
                    Finding(
                        .decisionTellThirdParty, .notice, field: Particular.overridingReasons.rawValue,
                        "第 \(asked.letter.number) 次征求意见的第三方不同意公开。", article: .regulation(32),
                        remedy: "请将决定公开的内容和理由书面告知第三方。"))
            default: break
            }
        }
        namedConsultation(&examination)
    }

    /// The consultation that a refusal names, whole or in part, was made, and its answer is not consent.
    private func namedConsultation(_ examination: inout RequestExamination) {
        guard let number = stated.consultation else { return }
        let asked = examination.round.consultations.first { $0.letter.number == number }
        guard let asked, asked.letter.kind == .thirdParty else {
            return examination.find(
                Finding(
                    .decisionNoConsultation, field: Particular.consultation.rawValue, "没有第 \(number) 次征求第三方意见的记录。",
                    article: .regulation(32), remedy: "涉及第三方合法权益的，请先书面征求第三方意见。"))
        }
        let protects =
            leaf == .deniedThirdPartyRights || stated.withheld.contains { $0.ground == .thirdPartyRights }
        if protects, asked.standing(on: decision.day, by: examination.calendar) == .consents {
            examination.find(
                Finding(
                    .decisionThirdPartyConsents, field: Particular.consultation.rawValue,
                    "第三方已经同意公开，不能以保护其合法权益为由不予公开。", article: .regulation(15),
                    remedy: "请予以公开；另有其他不予公开情形的，请选择相应的办理结果。"))
        }
    }

    private func afterCorrection(_ examination: inout RequestExamination) {
        guard leaf == .unableUnclearAfterCorrection else { return }
        examination.need(
            examination.request.rounds.contains { $0.correction?.received != nil },
            else: Finding(
                .decisionNotCorrected, field: "leaf", "申请人没有补正过，不能答复“补正后申请内容仍不明确”。",
                article: .regulation(30), remedy: "请先在收到申请之日起7个工作日内一次性告知申请人补正。"))
    }

    private func excessive(_ examination: inout RequestExamination) {
        guard leaf == .notProcessedExcessive else { return }
        let reasons = examination.round.reasons
        examination.need(
            reasons.map { $0.given != nil || decision.day > $0.notice.deadline } ?? false,
            else: Finding(
                .decisionReasonsOpen, field: "leaf",
                reasons == nil
                    ? "尚未要求申请人说明理由，不能以此不予处理。" : "申请人说明理由的期限到 \(reasons?.notice.deadline ?? decision.day) 为止。",
                article: .regulation(35), remedy: "请先要求申请人说明理由，在收到理由并认为不合理，或者期限届满之后再作出答复。"))
    }

    /// A repeated application is named; an earlier answer must be earlier and, where it is known, of this applicant.
    private func duplicate(_ examination: inout RequestExamination) {
        if leaf == .notProcessedDuplicate, let earlier = stated.earlierAnswer {
            let known = decision.answered.first { $0.number == earlier.request }
            let isWrong =
                earlier.answered > decision.day || earlier.request == examination.request.number
                || known.map {
                    $0.applicant != examination.request.registration.applicant || $0.answered != earlier.answered
                } ?? false
            examination.need(
                !isWrong,
                else: Finding(
                    .decisionEarlierAnswer, field: Particular.earlierAnswer.rawValue,
                    "登记号 \(earlier.request) 不是同一申请人此前已经答复的申请，或者答复日期不符。", article: .regulation(36),
                    remedy: "请核对此前答复的登记号和日期。"))
        } else if let same = examination.request.earlierAnswers(among: decision.answered).first {
            examination.find(
                Finding(
                    .decisionDuplicate, .warning, field: "leaf",
                    "同一申请人曾申请相同内容（登记号 \(same.number)，\(same.answered) 已答复）。", article: .regulation(36),
                    remedy: "属于重复申请的，可以告知不予重复处理。"))
        }
    }
}
