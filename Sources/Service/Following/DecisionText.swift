internal import CivilTime
internal import Disclosure

/// What an answer says, in paragraphs: the result, its article, and everything that was stated for it.
struct DecisionText {
    let decision: Decision

    private var stated: DecisionParticulars { decision.particulars }

    var paragraphs: [String] {
        var texts = [result]
        if let access = stated.access { texts.append("获取的方式和途径：\(access.text)") }
        if let given = stated.given { texts.append("公开的部分：\(given.text)") }
        texts += stated.withheld.map { part in
            "不予公开的部分：\(part.part.text)（\(part.ground.article.chineseText)）。理由：\(part.reasons.text)"
        }
        texts += grounds
        if let reasons = stated.reasons { texts.append("理由：\(reasons.text)") }
        if let basis = stated.legalBasis { texts.append("依据：\(basis.provision.text)") }
        return texts
    }

    private var result: String {
        let article = decision.leaf.article.chineseText
        return switch decision.leaf.family {
        case .disclosed where stated.mode == .alreadyPublic: "经查，您申请的信息已经主动公开（\(article)）。"
        case .disclosed: "经审查，您申请的信息可以公开（\(article)）。"
        case .partiallyDisclosed: "经审查，您申请的信息中含有不应当公开的内容，能够作区分处理，公开其余部分（\(article)）。"
        case .denied where decision.leaf == .deniedAdministrativeQuery:
            "您申请的信息，法律、行政法规对查询有特别规定，请按照该规定办理（\(article)）。"
        case .denied: "经审查，您申请的信息\(Self.denied(decision.leaf))，不予公开（\(article)）。"
        case .unable: "您申请的信息本机关无法提供：\(decision.leaf.chineseText)（\(article)）。"
        case .notProcessed: "您的申请不予处理：\(decision.leaf.chineseText)（\(article)）。"
        case .other: "您的申请处理如下：\(decision.leaf.chineseText)（\(article)）。"
        }
    }

    private static func denied(_ leaf: ResultLeaf) -> String {
        switch leaf {
        case .deniedStateSecret: "属于依法确定的国家秘密"
        case .deniedOtherLawProhibited: "属于法律、行政法规禁止公开的信息"
        case .deniedSecurityStability: "公开后可能危及国家安全、公共安全、经济安全或者社会稳定"
        case .deniedThirdPartyRights: "公开会损害第三方合法权益"
        case .deniedInternalAffairs: "属于人事管理、后勤管理、内部工作流程等内部事务信息"
        case .deniedProcessInformation: "属于讨论记录、过程稿、磋商信函、请示报告等过程性信息"
        case .deniedEnforcementCaseFile: "属于行政执法案卷信息"
        default: leaf.chineseText
        }
    }

    private var grounds: [String] {
        var texts: [String] = []
        switch stated.notHeldGround {
        case .nonexistent: texts.append("经检索没有找到，该政府信息不存在。")
        case .notOurs: texts.append("该信息不属于本机关负责公开。")
        case nil: break
        }
        if let search = stated.search {
            texts.append("检索情况：\(search.day.chineseText)在\(search.places.text)以“\(search.terms.text)”检索。")
        }
        switch stated.rightOrgan {
        case .known(let name, let contact): texts.append("负责公开该信息的机关：\(name.text)，联系方式：\(contact.text)。")
        case .undetermined(let why): texts.append("不能确定负责公开该信息的机关：\(why.text)")
        case nil: break
        }
        if let existing = stated.existing { texts.append("现有信息：\(existing.text)") }
        if let unclear = stated.unclear { texts.append("补正后仍不明确的内容：\(unclear.text)") }
        if let file = stated.caseFile { texts.append("所属案件：\(file.text)") }
        if let interest = stated.publicInterest { texts.append("对公共利益的判断：\(interest.text)") }
        if let overriding = stated.overridingReasons { texts.append("第三方不同意而决定公开的理由：\(overriding.text)") }
        if let earlier = stated.earlierAnswer {
            texts.append("本机关已于\(earlier.answered.chineseText)就登记号\(earlier.request)的申请作出答复，不重复处理。")
        }
        return texts
    }
}
