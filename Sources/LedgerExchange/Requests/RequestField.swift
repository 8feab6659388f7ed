/// A column of a register of applications.
public enum RequestField: String, Sendable, Hashable, CaseIterable {
    case number, applied, received, applicant, type, channel, matter
    case correctionAsked = "correction_asked"
    case correctionReceived = "correction_received"
    case extended
    case answered, result
    case manner, served, closed

    /// The heading in our own template.
    public var heading: String {
        switch self {
        case .number: "登记号"
        case .applied: "申请日期"
        case .received: "收到日期"
        case .applicant: "申请人"
        case .type: "申请人类型"
        case .channel: "申请渠道"
        case .matter: "申请内容"
        case .correctionAsked: "告知补正日期"
        case .correctionReceived: "收到补正日期"
        case .extended: "延长答复日期"
        case .answered: "答复日期"
        case .result: "办理结果"
        case .manner: "送达方式"
        case .served: "送达日期"
        case .closed: "办结日期"
        }
    }

    /// Headings that offices use for it, the template's own first.
    var headings: [String] {
        let others: String =
            switch self {
            case .number: "受理编号|受理号|编号|序号|登记编号|申请编号|登记序号|流水号|申请单号|申请表编号|收件编号|件号"
            case .applied: "申请时间|提交日期|提交时间|来信日期|申请提交日期|递交日期|寄出日期"
            case .received:
                "收到时间|收件日期|收件时间|受理日期|受理时间|登记日期|登记时间|签收日期|收到申请日期|收到申请时间|收文日期|确认日期|确认收到日期"
            case .applicant: "申请人姓名|申请人名称|申请人姓名或名称|姓名|姓名名称|申请人姓名名称|申请主体|申请方"
            case .type: "申请人类别|申请人性质|申请主体类型|主体类型|申请人身份|类别|申请者类型"
            case .channel: "申请方式|提交方式|渠道|来件方式|来源|申请途径|受理方式|收件方式|来源渠道|申请形式"
            case .matter: "申请事项|所需信息|所需政府信息|内容描述|申请公开内容|申请公开的内容|申请信息内容|所需信息内容描述|申请公开事项|申请信息名称|内容|事项"
            case .correctionAsked: "补正日期|补正告知日期|告知补正时间|补正通知日期|要求补正日期"
            case .correctionReceived: "补正收到日期|补正材料收到日期|收到补正时间|补正完成日期"
            case .extended: "延期日期|延期答复日期|延长日期|延期时间|延期告知日期"
            case .answered: "答复时间|回复日期|回复时间|作出答复日期|出具答复日期|答复书日期"
            case .result: "答复结果|处理结果|答复类型|答复意见|办理情况|处理情况|结果|答复情况|公开情况|答复方式及结果|处理意见|答复种类"
            case .manner: "答复方式|答复形式|回复方式|送达形式|提供方式|寄送方式"
            case .served: "送达时间|寄出时间|邮寄日期|交邮日期|寄送日期"
            case .closed: "办结时间|结案日期|完成日期|办理完成日期|结案时间"
            }
        return [heading] + others.split(separator: "|").map(String.init)
    }

    /// What a line cannot do without.
    static let required: [RequestField] = [.number, .applicant, .matter]
    /// True for days.
    var isDay: Bool {
        switch self {
        case .applied, .received, .correctionAsked, .correctionReceived, .extended, .answered, .served, .closed: true
        default: false
        }
    }

    /// The field of a line that a finding of the law is about.
    init?(finding field: String?) {
        switch field {
        case "number": self = .number
        case "receipt.arrived": self = .applied
        case "receipt.confirmed": self = .received
        case "correction.asked", "correction.deadline": self = .correctionAsked
        case "correction.received": self = .correctionReceived
        case "approval", "approval.day", "extension.decided", "extension.days": self = .extended
        case "decision.day", "abandoned.day", "withdrawn.day", "search.day": self = .answered
        case "service.day": self = .served
        case "service.manner": self = .manner
        case "closed.day": self = .closed
        case "leaf", "abandoned.ground": self = .result
        default: return nil
        }
    }
}

extension RequestField: RegisterField {}
