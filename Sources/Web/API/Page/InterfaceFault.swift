/// A word by which a program knows what is wrong, for the page of the interface; a test compares the words with those that are
/// answered.
struct InterfaceFault {
    let code: String
    let status: Int
    let about: Sentence

    /// Those of the interface; of statuses without a word of their own the word is the name of the status.
    static let all = [
        InterfaceFault("invalid_parameter", 400, "参数有误，逐处见 errors", "Parameters are wrong; errors has each"),
        InterfaceFault(
            "invalid_body", 400, "提交的内容不合格式，逐处见 errors", "What was sent has the wrong form; errors has each"),
        InterfaceFault("track.wrong", 403, "登记号和查询码对不上", "Number and code do not belong together"),
        InterfaceFault("unknown_office", 404, "没有这个机关", "There is no such office"),
        InterfaceFault("unknown_item", 404, "没有这条信息", "There is no such item"),
        InterfaceFault("unknown_report", 404, "没有收录这份年报", "The report is not here"),
        InterfaceFault("unknown_cell", 404, "没有这个单元格", "There is no such cell"),
        InterfaceFault("no_records", 404, "这个机关在这一年没有台账", "The office keeps no records of that year"),
        InterfaceFault("not_acceptable", 406, "只以 JSON 应答", "It answers with JSON only"),
        InterfaceFault(
            "withdrawn_item", 410, "信息已经撤回，detail 有日期和理由", "The item was withdrawn; detail has day and reason"),
        InterfaceFault("content_too_large", 413, "提交的内容太大", "What was sent is too large"),
        InterfaceFault("unsupported_media_type", 415, "只接受 JSON", "It takes JSON only"),
        InterfaceFault("refused", 422, "申请需要改正，逐处见 errors", "The application must be mended; errors has each"),
        InterfaceFault(
            "key_reused", 422, "这个 Idempotency-Key 用过了", "The Idempotency-Key was used for something else"),
        InterfaceFault(
            "too_many_requests", 429, "太频繁，Retry-After 说明何时再来", "Too many requests; Retry-After says when to come back"),
        InterfaceFault("internal_server_error", 500, "服务内部出错", "Something went wrong inside"),
        InterfaceFault(
            "service_unavailable", 503, "暂时不能应答，稍后再来", "It cannot answer just now; come back later"),
    ]

    private init(_ code: String, _ status: Int, _ chinese: String, _ english: String) {
        self.code = code
        self.status = status
        about = Sentence(chinese, english)
    }
}
