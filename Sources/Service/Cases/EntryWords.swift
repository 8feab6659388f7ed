public import Ledger

/// What is recorded, in the words of the office: for lists, and for the course of a case.
public enum EntryWords {
    /// What happened, in a few Chinese words; the kind itself where a newer program wrote it.
    public static func chineseText(of kind: String) -> String { words[kind] ?? kind }

    /// In which part someone acted, in Chinese.
    public static func chineseText(of role: ActorRole) -> String {
        if let known = Role(rawValue: role.name) { return known.chineseText }
        return role == EntryActor.system.role ? "系统" : role.name
    }

    /// What a subject is, in Chinese.
    public static func chineseText(of kind: SubjectKind) -> String { subjects[kind.rawValue] ?? kind.rawValue }

    private static let subjects: [String: String] = [
        "request": "申请", "item": "信息", "handover": "移交", "appeal": "复议诉讼", "supervision": "监督保障", "group": "领导小组",
        "figure": "数据", "normative": "规范性文件", "office": "机关", "adjustment": "数据调整", "person": "个人信息",
        "exchange": "导入导出", "guide": "公开指南", "matter": "公开事项", "category": "公开类别",
    ]

    private static let words: [String: String] = [
        "request.registered": "登记申请", "request.receipt_confirmed": "确认收到申请", "request.correction_asked": "告知补正",
        "request.correction_received": "收到补正", "request.consulted": "征求意见", "request.letter_delivered": "文书送达",
        "request.opinion_received": "收到意见", "request.reasons_asked": "要求说明理由", "request.reasons_received": "收到理由",
        "request.delay_agreed": "确定延迟答复期限", "request.approved": "批准", "request.extended": "延长答复期限",
        "request.fee_notice_issued": "发出收费通知", "request.paid": "收到信息处理费", "request.split": "拆分申请",
        "request.merged": "合并办理", "request.transferred": "转其他机关办理", "request.withdrawn": "申请人撤回",
        "request.abandoned": "视为放弃申请", "request.decided": "作出答复", "request.served": "送达答复", "request.closed": "办结",
        "request.filed": "归档", "request.reopened": "重新办理", "request.rectified": "更正记录",
        "request.promoted": "转为主动公开", "request.message_received": "申请人来文", "request.rated": "申请人评价",
        "request.message_sent": "给申请人发消息", "request.messages_read": "申请人已读消息",
        "request.letter_numbered": "文书编号",
        "request.clock_recomputed": "放假安排变动，重新计算期限", "request.voided": "登记有误，作废",
        "item.drafted": "起草", "item.amended": "修改", "item.submitted": "送审", "item.approved": "审核通过",
        "item.returned": "退回修改", "item.published": "公开发布", "item.withdrawn": "撤下", "item.validity_changed": "变更有效性",
        "item.reassessed": "重新评估", "item.taken_over": "由原有台账导入", "item.voided": "登记有误，作废",
        "handover.prepared": "登记移交", "handover.received": "登记签收", "handover.voided": "登记有误，作废",
        "appeal.registered": "登记案件", "appeal.replied": "答复、答辩", "appeal.review_extended": "复议机关延长期限",
        "appeal.concluded": "登记结果", "appeal.second_instance_opened": "进入二审", "appeal.voided": "登记有误，作废",
        "supervision.inquiry_recorded": "登记咨询", "supervision.complaint_received": "登记投诉、举报、建议",
        "supervision.appraisal_recorded": "登记社会评议", "supervision.training_recorded": "登记培训",
        "supervision.assessment_recorded": "登记工作考核", "supervision.accountability_recorded": "登记责任追究",
        "supervision.interaction_recorded": "登记互动交流", "supervision.complaint_answered": "答复投诉、举报、建议",
        "supervision.corrected": "更正", "supervision.struck": "删除错误登记",
        "group.formed": "成立领导小组", "group.changed": "调整领导小组成员", "group.renamed": "领导小组更名", "group.dissolved": "撤销领导小组",
        "figure.entered": "填写数据", "figure.nothing_declared": "零申报", "figure.corrected": "更正数据",
        "figure.withdrawn": "撤回数据",
        "normative.issued": "制发规章、行政规范性文件", "normative.disclosed": "公开规章、行政规范性文件",
        "normative.term_set": "确定有效期", "normative.repealed": "废止", "normative.corrected": "更正",
        "normative.struck": "删除错误登记",
        "office.founded": "登记机关", "office.renamed": "机关更名", "office.moved": "变更上级机关", "office.merged": "机关合并",
        "office.letter_rule_set": "设定发文字号规则",
        "office.abolished": "机关撤销", "office.corrected": "更正机关登记", "office.department_opened": "设立内设机构",
        "office.department_renamed": "内设机构更名", "office.department_closed": "撤销内设机构",
        "office.officer_joined": "登记人员", "office.officer_placed": "人员换岗", "office.officer_left": "人员离开",
        "office.role_granted": "授予角色", "office.role_revoked": "取消角色",
        "adjustment.made": "调整数据", "adjustment.withdrawn": "撤回调整",
        "person.recorded": "登记个人信息", "person.changed": "变更个人信息", "person.looked": "查看个人信息", "person.erased": "删除个人信息",
        "guide.revised": "登记公开指南", "matter.listed": "登记公开事项", "matter.removed": "取消公开事项",
        "category.confirmed_empty": "确认无此类信息", "category.confirmation_ended": "取消无此类信息的确认",
        "exchange.imported": "导入台账", "exchange.undone": "撤销导入", "exchange.exported": "导出记录",
    ]
}
