/// One thing that a decision may have to state; the raw value names the field in forms and findings.
public enum Particular: String, Sendable, Hashable, CaseIterable {
    /// Which of the two ways of disclosing.
    case mode
    /// How, where and when.
    case access
    /// What is given.
    case given
    /// What is withheld.
    case withheld
    /// The reasons.
    case reasons
    /// The provision.
    case legalBasis = "legal_basis"
    /// Which of 三安全一稳定.
    case risk
    /// Which interest of the third party.
    case interest
    /// The consultation of the third party.
    case consultation
    /// The test of the public interest.
    case publicInterest = "public_interest"
    /// Why it is disclosed against an objection.
    case overridingReasons = "overriding_reasons"
    /// Which of the three kinds of internal affairs.
    case internalKind = "internal_kind"
    /// Which of the four kinds of deliberative information.
    case deliberativeKind = "deliberative_kind"
    /// That no rule demands disclosure.
    case proviso = "proviso_examined"
    /// The enforcement case.
    case caseFile = "case_file"
    /// Why it is not held.
    case notHeldGround = "not_held_ground"
    /// The search record.
    case search
    /// The right office.
    case rightOrgan = "right_organ"
    /// What exists.
    case existing
    /// What stays unclear.
    case unclear
    /// The earlier answer.
    case earlierAnswer = "earlier_answer"

    /// The name in Chinese.
    public var chineseText: String {
        switch self {
        case .mode: "公开方式（已主动公开或者予以提供）"
        case .access: "获取的方式、途径和时间"
        case .given: "公开部分的内容"
        case .withheld: "不予公开部分及其理由"
        case .reasons: "理由"
        case .legalBasis: "法律、行政法规名称和条款"
        case .risk: "危及“三安全一稳定”中的哪一项"
        case .interest: "涉及第三方的何种权益"
        case .consultation: "征求第三方意见的情况"
        case .publicInterest: "对公共利益影响的判断"
        case .overridingReasons: "第三方不同意而决定公开的理由"
        case .internalKind: "属于哪一类内部事务信息"
        case .deliberativeKind: "属于哪一类过程性信息"
        case .proviso: "已核实没有应当公开的规定"
        case .caseFile: "所属的行政执法案件"
        case .notHeldGround: "不掌握的情形（不存在或者不属于本机关负责公开）"
        case .search: "检索记录（范围、检索词、日期）"
        case .rightOrgan: "负责公开该信息的机关名称、联系方式"
        case .existing: "现有信息的情况"
        case .unclear: "补正后仍不明确的内容"
        case .earlierAnswer: "此前答复的登记号和日期"
        }
    }
}

extension ResultLeaf {
    /// What a decision with this result must state, whatever the case.
    ///
    /// `unable_not_held` needs the search or the right office besides, by its ground; a disclosure against a third party's
    /// objection needs the overriding reasons. Source: the letters' rules in 条例 Art 14-16, 30, 35-39.
    public var requirements: [Particular] {
        switch self {
        case .disclosed: [.mode, .access]
        case .partiallyDisclosed: [.given, .withheld]
        case .deniedStateSecret: [.legalBasis, .reasons]
        case .deniedOtherLawProhibited: [.legalBasis, .reasons]
        case .deniedSecurityStability: [.risk, .reasons]
        case .deniedThirdPartyRights: [.interest, .consultation, .publicInterest, .reasons]
        case .deniedInternalAffairs: [.internalKind, .reasons]
        case .deniedProcessInformation: [.deliberativeKind, .proviso, .reasons]
        case .deniedEnforcementCaseFile: [.caseFile, .proviso, .reasons]
        case .deniedAdministrativeQuery: [.legalBasis, .access]
        case .unableNotHeld: [.notHeldGround]
        case .unableNoExistingInformation: [.existing, .reasons]
        case .unableUnclearAfterCorrection: [.unclear]
        case .notProcessedPetitionComplaint: [.reasons]
        case .notProcessedDuplicate: [.earlierAnswer]
        case .notProcessedPublicPublication: [.access]
        case .notProcessedExcessive: [.reasons]
        case .notProcessedReconfirmObtained: [.reasons]
        case .otherNoCorrection, .otherFeeUnpaid: []
        case .other, .otherOther: [.reasons]
        }
    }
}

extension NotHeldGround {
    /// What a decision on this ground must state. Source: 条例 Art 36(4), (5).
    public var requirements: [Particular] {
        switch self {
        case .nonexistent: [.search]
        case .notOurs: [.reasons, .rightOrgan]
        }
    }
}

extension DecisionParticulars {
    /// True when it is stated.
    public func states(_ particular: Particular) -> Bool {
        switch particular {
        case .mode: mode != nil
        case .access: access != nil
        case .given: given != nil
        case .withheld: !withheld.isEmpty
        case .reasons: reasons != nil
        case .legalBasis: legalBasis != nil
        case .risk: risk != nil
        case .interest: interest != nil
        case .consultation: consultation != nil
        case .publicInterest: publicInterest != nil
        case .overridingReasons: overridingReasons != nil
        case .internalKind: internalKind != nil
        case .deliberativeKind: deliberativeKind != nil
        case .proviso: isProvisoExamined
        case .caseFile: caseFile != nil
        case .notHeldGround: notHeldGround != nil
        case .search: search != nil
        case .rightOrgan: rightOrgan != nil
        case .existing: existing != nil
        case .unclear: unclear != nil
        case .earlierAnswer: earlierAnswer != nil
        }
    }
}
