/// The two ways of 予以公开. Source: 条例 Art 36(1), (2).
public enum DisclosureMode: String, Sendable, Hashable, CaseIterable, Codable {
    /// It is public already; the applicant is told how and where (已主动公开).
    case alreadyPublic = "already_public"
    /// It is given, or the applicant is told how, where and when to get it.
    case supplied
}

/// The four of 三安全一稳定. Source: 条例 Art 14.
public enum SecurityRisk: String, Sendable, Hashable, CaseIterable, Codable {
    /// 国家安全.
    case nationalSecurity = "national_security"
    /// 公共安全.
    case publicSecurity = "public_security"
    /// 经济安全.
    case economicSecurity = "economic_security"
    /// 社会稳定.
    case socialStability = "social_stability"
}

/// What of a third party would be harmed. Source: 条例 Art 15.
public enum ThirdPartyInterest: String, Sendable, Hashable, CaseIterable, Codable {
    /// 商业秘密.
    case tradeSecret = "trade_secret"
    /// 个人隐私.
    case personalPrivacy = "personal_privacy"
    /// Another lawful interest (等).
    case otherInterest = "other_interest"
}

/// The three kinds of information on internal affairs (内部事务信息). Source: 条例 Art 16(1).
public enum InternalAffairsKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// 人事管理.
    case personnel
    /// 后勤管理.
    case logistics
    /// 内部工作流程.
    case workflow
}

/// The four kinds of deliberative information (过程性信息). Source: 条例 Art 16(2).
public enum DeliberativeKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// 讨论记录.
    case discussionRecord = "discussion_record"
    /// 过程稿.
    case draft
    /// 磋商信函.
    case consultationLetter = "consultation_letter"
    /// 请示报告.
    case requestForInstructions = "request_for_instructions"
}

/// Why the office does not hold the information. Source: 条例 Art 36(4), (5).
public enum NotHeldGround: String, Sendable, Hashable, CaseIterable, Codable {
    /// Searched and not found (政府信息不存在).
    case nonexistent
    /// Not this office's to disclose (不属于本行政机关负责公开).
    case notOurs = "not_ours"
}

/// Why a part is withheld. Source: 条例 Art 14-16, 37.
public enum WithholdingGround: String, Sendable, Hashable, CaseIterable, Codable {
    /// Art 14, state secret.
    case stateSecret = "denied_state_secret"
    /// Art 14, forbidden by a law or administrative regulation.
    case otherLawProhibited = "denied_other_law_prohibited"
    /// Art 14, security and stability.
    case securityStability = "denied_security_stability"
    /// Art 15, a third party's interest.
    case thirdPartyRights = "denied_third_party_rights"
    /// Art 16(1), internal affairs.
    case internalAffairs = "denied_internal_affairs"
    /// Art 16(2), deliberative information.
    case processInformation = "denied_process_information"
    /// Art 16(2), file of an enforcement case.
    case enforcementCaseFile = "denied_enforcement_case_file"
    /// Art 37, no government information at all.
    case notGovernmentInformation = "not_government_information"

    /// Where it stands: as the result of the same name; Art 37 for what is no government information at all.
    public var article: Article { ResultLeaf(rawValue: rawValue)?.article ?? .regulation(37) }

    /// True for Art 14-16.
    public var restsOnExemption: Bool { self != .notGovernmentInformation }
}
