/// The results of an application, with the ids of the rows of table three of the annual report.
///
/// Report years from 2021 know 21 of them, 2019 and 2020 know 19: what is one row `other` there is three rows later.
/// Source: 国办公开办函〔2019〕60号, 〔2021〕30号; articles as in the answer's letter.
public enum ResultLeaf: String, Sendable, Hashable, CaseIterable, Codable {
    /// 予以公开, Art 36(1) and (2).
    case disclosed
    /// 部分公开, Art 37.
    case partiallyDisclosed = "partially_disclosed"
    /// 不予公开：属于国家秘密, Art 14.
    case deniedStateSecret = "denied_state_secret"
    /// 不予公开：其他法律行政法规禁止公开, Art 14.
    case deniedOtherLawProhibited = "denied_other_law_prohibited"
    /// 不予公开：危及“三安全一稳定”, Art 14.
    case deniedSecurityStability = "denied_security_stability"
    /// 不予公开：保护第三方合法权益, Art 15, 32.
    case deniedThirdPartyRights = "denied_third_party_rights"
    /// 不予公开：属于三类内部事务信息, Art 16(1).
    case deniedInternalAffairs = "denied_internal_affairs"
    /// 不予公开：属于四类过程性信息, Art 16(2).
    case deniedProcessInformation = "denied_process_information"
    /// 不予公开：属于行政执法案卷, Art 16(2).
    case deniedEnforcementCaseFile = "denied_enforcement_case_file"
    /// 不予公开：属于行政查询事项, Art 36(7).
    case deniedAdministrativeQuery = "denied_administrative_query"
    /// 无法提供：本机关不掌握相关政府信息, Art 36(4) and (5).
    case unableNotHeld = "unable_not_held"
    /// 无法提供：没有现成信息需要另行制作, Art 38.
    case unableNoExistingInformation = "unable_no_existing_information"
    /// 无法提供：补正后申请内容仍不明确, Art 30.
    case unableUnclearAfterCorrection = "unable_unclear_after_correction"
    /// 不予处理：信访举报投诉类申请, Art 39(1).
    case notProcessedPetitionComplaint = "not_processed_petition_complaint"
    /// 不予处理：重复申请, Art 36(6).
    case notProcessedDuplicate = "not_processed_duplicate"
    /// 不予处理：要求提供公开出版物, Art 39(2).
    case notProcessedPublicPublication = "not_processed_public_publication"
    /// 不予处理：无正当理由大量反复申请, Art 35.
    case notProcessedExcessive = "not_processed_excessive"
    /// 不予处理：要求行政机关确认或重新出具已获取信息; no article says it in words.
    case notProcessedReconfirmObtained = "not_processed_reconfirm_obtained"
    /// 其他处理, report years 2019 and 2020 only.
    case other
    /// 其他处理：申请人无正当理由逾期不补正, Art 30; from 2021.
    case otherNoCorrection = "other_no_correction"
    /// 其他处理：申请人逾期未按收费通知要求缴纳费用, 109号 Art 6; from 2021.
    case otherFeeUnpaid = "other_fee_unpaid"
    /// 其他处理：其他, such as a withdrawal; from 2021.
    case otherOther = "other_other"

    /// The family of a result, as the form groups them.
    public enum Family: String, Sendable, Hashable, CaseIterable {
        /// 予以公开.
        case disclosed
        /// 部分公开.
        case partiallyDisclosed = "partially_disclosed"
        /// 不予公开.
        case denied
        /// 无法提供.
        case unable
        /// 不予处理.
        case notProcessed = "not_processed"
        /// 其他处理.
        case other

        /// The name in English, as a timeline says it.
        public var englishText: String {
            switch self {
            case .disclosed: "disclosed"
            case .partiallyDisclosed: "partly disclosed"
            case .denied: "not disclosed"
            case .unable: "cannot be provided"
            case .notProcessed: "not processed"
            case .other: "other handling"
            }
        }
    }

    /// The results that the form for a report year knows, in its order; those of 2019 for earlier years too.
    ///
    /// Example: 19 for 2020, 21 for 2021.
    public static func leaves(ofYear year: Int) -> [ResultLeaf] {
        allCases.filter { $0.isKnown(inYear: year) }
    }

    /// True when the form for the report year has the row.
    public func isKnown(inYear year: Int) -> Bool {
        switch self {
        case .other: year < 2021
        case .otherNoCorrection, .otherFeeUnpaid, .otherOther: year >= 2021
        default: true
        }
    }

    /// The same result as the form for a report year names it: what is `other_fee_unpaid` in 2021 is `other` in 2020.
    public func asReported(inYear year: Int) -> ResultLeaf {
        guard family == .other, !isKnown(inYear: year) else { return self }
        return year < 2021 ? .other : .otherOther
    }

    /// The family it belongs to.
    public var family: Family {
        switch self {
        case .disclosed: .disclosed
        case .partiallyDisclosed: .partiallyDisclosed
        case .deniedStateSecret, .deniedOtherLawProhibited, .deniedSecurityStability, .deniedThirdPartyRights,
            .deniedInternalAffairs, .deniedProcessInformation, .deniedEnforcementCaseFile,
            .deniedAdministrativeQuery:
            .denied
        case .unableNotHeld, .unableNoExistingInformation, .unableUnclearAfterCorrection: .unable
        case .notProcessedPetitionComplaint, .notProcessedDuplicate, .notProcessedPublicPublication,
            .notProcessedExcessive, .notProcessedReconfirmObtained:
            .notProcessed
        case .other, .otherNoCorrection, .otherFeeUnpaid, .otherOther: .other
        }
    }

    /// The article the answer rests on; the form's notice where no article says it in words.
    public var article: Article {
        switch self {
        case .disclosed, .unableNotHeld, .notProcessedDuplicate, .deniedAdministrativeQuery: .regulation(36)
        case .partiallyDisclosed: .regulation(37)
        case .deniedStateSecret, .deniedOtherLawProhibited, .deniedSecurityStability: .regulation(14)
        case .deniedThirdPartyRights: .regulation(15)
        case .deniedInternalAffairs: .regulation(16, paragraph: 1)
        case .deniedProcessInformation, .deniedEnforcementCaseFile: .regulation(16, paragraph: 2)
        case .unableNoExistingInformation: .regulation(38)
        case .unableUnclearAfterCorrection, .otherNoCorrection: .regulation(30)
        case .notProcessedPetitionComplaint: .regulation(39, paragraph: 1)
        case .notProcessedPublicPublication: .regulation(39, paragraph: 2)
        case .notProcessedExcessive: .regulation(35)
        case .otherFeeUnpaid: .feeMeasures(6)
        case .notProcessedReconfirmObtained, .other, .otherOther: .reportNotice
        }
    }

    /// True for refusals under Art 14, 15 and 16, which only a review may come before a suit for.
    ///
    /// The row 属于行政查询事项 stands beside them in the form but rests on Art 36(7).
    /// Source: 法释〔2025〕8号 Art 1.
    public var restsOnExemption: Bool { family == .denied && self != .deniedAdministrativeQuery }

    /// The name of the row, without its number.
    public var chineseText: String {
        switch self {
        case .disclosed: "予以公开"
        case .partiallyDisclosed: "部分公开"
        case .deniedStateSecret: "属于国家秘密"
        case .deniedOtherLawProhibited: "其他法律行政法规禁止公开"
        case .deniedSecurityStability: "危及“三安全一稳定”"
        case .deniedThirdPartyRights: "保护第三方合法权益"
        case .deniedInternalAffairs: "属于三类内部事务信息"
        case .deniedProcessInformation: "属于四类过程性信息"
        case .deniedEnforcementCaseFile: "属于行政执法案卷"
        case .deniedAdministrativeQuery: "属于行政查询事项"
        case .unableNotHeld: "本机关不掌握相关政府信息"
        case .unableNoExistingInformation: "没有现成信息需要另行制作"
        case .unableUnclearAfterCorrection: "补正后申请内容仍不明确"
        case .notProcessedPetitionComplaint: "信访举报投诉类申请"
        case .notProcessedDuplicate: "重复申请"
        case .notProcessedPublicPublication: "要求提供公开出版物"
        case .notProcessedExcessive: "无正当理由大量反复申请"
        case .notProcessedReconfirmObtained: "要求行政机关确认或重新出具已获取信息"
        case .other: "其他处理"
        case .otherNoCorrection: "申请人无正当理由逾期不补正"
        case .otherFeeUnpaid: "申请人逾期未按收费通知要求缴纳费用"
        case .otherOther: "其他"
        }
    }

    /// The name of the row in English.
    public var englishText: String {
        switch self {
        case .disclosed: "disclosed"
        case .partiallyDisclosed: "partly disclosed"
        case .deniedStateSecret: "state secret"
        case .deniedOtherLawProhibited: "disclosure prohibited by law"
        case .deniedSecurityStability: "danger to security or stability"
        case .deniedThirdPartyRights: "rights of a third party"
        case .deniedInternalAffairs: "internal affairs"
        case .deniedProcessInformation: "information of a process under way"
        case .deniedEnforcementCaseFile: "file of an enforcement case"
        case .deniedAdministrativeQuery: "matter of a statutory query"
        case .unableNotHeld: "not held by the office"
        case .unableNoExistingInformation: "would have to be made first"
        case .unableUnclearAfterCorrection: "still unclear after correction"
        case .notProcessedPetitionComplaint: "petition or complaint"
        case .notProcessedDuplicate: "repeated request"
        case .notProcessedPublicPublication: "public publication asked for"
        case .notProcessedExcessive: "excessive requests without good reason"
        case .notProcessedReconfirmObtained: "confirmation of information already obtained"
        case .other: "other handling"
        case .otherNoCorrection: "not corrected in time"
        case .otherFeeUnpaid: "fee not paid in time"
        case .otherOther: "other"
        }
    }
}
