internal import Disclosure

/// The usual words of registers of applications.
enum RequestWords {
    /// How a line of a register ended.
    enum Outcome: Hashable, Sendable {
        case answered(ResultLeaf)
        case withdrawn
        /// Not ended yet.
        case open
        /// A family of results that does not say which.
        case family(ResultLeaf.Family)

        var chineseText: String {
            switch self {
            case .answered(let leaf): leaf.chineseText
            case .withdrawn: "申请人撤回"
            case .open: "正在办理"
            case .family(.denied): "不予公开（未写明情形）"
            case .family(.unable): "无法提供（未写明情形）"
            case .family: "不予处理（未写明情形）"
            }
        }
    }

    static let types = WordTable<ApplicantType>([
        (.naturalPerson, "个人|公民|市民|居民|村民|群众|职工|教师|学生", "自然人|公民|个人"),
        (.commercialEnterprise, "企业|商业|公司", "商业企业|公司|企业|个体工商户"),
        (.researchInstitution, "科研|高校|大学|院校", "科研机构|科研单位|研究院|研究所|高等院校|大学"),
        (.publicInterestOrganization, "社会组织|公益组织|社团|协会", "社会公益组织|公益组织|社会组织|协会|基金会|社会团体"),
        (.legalServiceInstitution, "律所|法律服务", "法律服务机构|律师事务所|法律服务所"),
        (.otherOrganization, "其他|其它|其他组织|其他法人或组织", "其他组织|机关|事业单位|村民委员会|居民委员会"),
    ])

    static let channels = WordTable<RequestChannel>([
        (.inPerson, "当面|现场|窗口|来人|来访|上门|直接", "当面|现场|窗口|来人|来访|上门"),
        (.signedPost, "邮寄|信函|邮政|快递|来信|书信|邮件|寄送|信件", "挂号|特快|EMS|邮政快递|快递|邮寄|信函"),
        (.plainLetter, "平信", "平常信函|平信|无需签收"),
        (.internet, "网络|网上|在线|平台|网站|互联网|电子邮箱", "网络|网上|互联网|网站|在线|平台|电子邮件|邮箱|电子邮箱|小程序|公众号"),
        (.fax, "传真", "传真"),
    ])

    static let manners = WordTable<ServiceManner>([
        (.direct, "当面|直接|自取|领取|现场|自行领取", "当面|直接送达|自行领取|现场领取|窗口"),
        (.entrusted, "委托", "委托|代为送达"),
        (.post, "邮寄|信函|邮政|快递|挂号信", "挂号|特快|EMS|快递|邮寄|邮政|信函"),
        (.internet, "网络|网上|互联网|电子|邮箱|网站|短信", "网络|网上|互联网|网站|在线|平台|电子邮件|邮箱|系统"),
    ])

    static let outcomes = WordTable<Outcome>(official + usual)

    private typealias Row = (value: Outcome, exact: String, parts: String)
    private static let official: [Row] = ResultLeaf.allCases.map { (.answered($0), $0.chineseText, "") }
    private static let usual: [Row] = [
        (
            .answered(.disclosed), "公开|同意公开|全部公开|已公开|主动公开|已主动公开|予以公开|属于主动公开|提供|已提供|予以提供",
            "予以公开|同意公开|全部公开|已主动公开|主动公开范围|属于主动公开"
        ),
        (.answered(.partiallyDisclosed), "部分公开|区分处理", "部分公开|区分处理|部分予以公开|同意部分公开"),
        (.answered(.deniedStateSecret), "国家秘密|涉密", "国家秘密|涉密"),
        (.answered(.deniedOtherLawProhibited), "", "法律行政法规禁止公开|法律法规禁止公开|禁止公开"),
        (.answered(.deniedSecurityStability), "", "三安全一稳定|国家安全|公共安全|经济安全|社会稳定"),
        (.answered(.deniedThirdPartyRights), "", "第三方合法权益|第三方|商业秘密|个人隐私"),
        (.answered(.deniedInternalAffairs), "", "内部事务|内部管理信息"),
        (.answered(.deniedProcessInformation), "过程性信息", "过程性信息|过程信息"),
        (.answered(.deniedEnforcementCaseFile), "", "执法案卷|行政执法案卷"),
        (.answered(.deniedAdministrativeQuery), "", "行政查询|查询事项"),
        (
            .answered(.unableNotHeld), "不存在|信息不存在|不掌握|非本机关",
            "信息不存在|不掌握|非本机关|不属于本机关|不属于本行政机关|不属于本单位|未制作|未保存|未获取"
        ),
        (.answered(.unableNoExistingInformation), "", "没有现成信息|需要另行制作|另行制作|需加工|加工分析|汇总加工"),
        (.answered(.unableUnclearAfterCorrection), "", "补正后申请内容仍不明确|补正后仍不明确|内容不明确"),
        (.answered(.notProcessedPetitionComplaint), "信访|投诉举报", "信访举报投诉|信访|举报投诉|投诉举报"),
        (.answered(.notProcessedDuplicate), "重复", "重复申请|重复提出"),
        (.answered(.notProcessedPublicPublication), "", "公开出版物"),
        (.answered(.notProcessedExcessive), "", "无正当理由大量反复|大量反复申请|明显超过合理范围"),
        (.answered(.notProcessedReconfirmObtained), "", "重新出具|确认或重新出具"),
        (.answered(.otherNoCorrection), "逾期不补正|未补正", "逾期不补正|逾期未补正|未按期补正|视为放弃申请"),
        (.answered(.otherFeeUnpaid), "逾期未缴费|未缴费", "逾期未缴费|未按收费通知|逾期未缴纳|未缴纳费用"),
        (.answered(.otherOther), "其他|其它|其他处理|其它处理", ""),
        (.withdrawn, "撤回|撤销|撤回申请|撤销申请|主动撤回|终止", "撤回申请|申请人撤回|主动撤回|撤销申请|自愿撤回"),
        (.open, "办理中|正在办理|在办|未办结|未答复|结转|待办", "结转下年|结转下年度|正在办理|办理中|尚未答复"),
        (.family(.denied), "不予公开|不公开|不同意公开", ""),
        (.family(.unable), "无法提供|不能提供", ""),
        (.family(.notProcessed), "不予处理|不处理|不予重复处理", ""),
    ]
}
