extension ApplicantLetter {
    /// What kind of letter in English, for the pages around it; the letter itself is Chinese. The Chinese title for a kind
    /// that has none here.
    public var englishTitle: String {
        switch title {
        case "接收回执": "Acknowledgement of the application"
        case "登记回执": "Acknowledgement of receipt"
        case "补正告知书": "Correction notice"
        case "说明理由告知书": "Request for reasons"
        case "延迟答复告知书": "Notice of a later reply"
        case "征求意见告知书": "Notice of consultation"
        case "延期答复告知书": "Extension notice"
        case "收费通知书": "Fee notice"
        case "终止办理告知书": "Notice that the case has ended"
        case "不再处理告知书": "Notice that the application counts as given up"
        case "转办告知书": "Notice of transfer"
        case "合并办理告知书": "Notice of joint handling"
        case "政府信息更正告知书": "Notice of rectification"
        case "政府信息公开答复书（予以公开）": "Reply: disclosed"
        case "政府信息公开答复书（部分公开）": "Reply: partly disclosed"
        case "政府信息公开答复书（按特别规定查询）": "Reply: query under a special rule"
        case "政府信息公开答复书（不予公开）": "Reply: not disclosed"
        case "政府信息公开答复书（无法提供）": "Reply: cannot be provided"
        case "政府信息公开答复书（不予处理）": "Reply: not processed"
        case "政府信息公开答复书": "Reply"
        default: title
        }
    }
}
