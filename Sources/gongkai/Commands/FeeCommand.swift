import Disclosure
import Markup

/// `gongkai fee`: the processing fee under either tariff, with its arithmetic.
enum FeeCommand {
    /// Does the work.
    static func run(_ arguments: Arguments) throws(UsageError) -> ExitCode {
        let fee = try fee(arguments)
        let isWritten =
            switch try arguments.format() {
            case .text: StandardStream.output.write(text(fee))
            case .json: StandardStream.output.write(document(fee))
            }
        return isWritten ? .done : .failed
    }

    private static func fee(_ arguments: Arguments) throws(UsageError) -> ProcessingFee {
        guard ["--nth", "--month-total", "--pages"].filter({ arguments.has($0) }).count == 1 else {
            throw UsageError(
                chinese: "--nth、--month-total、--pages 三者须写且只写一个；一件申请只能选一种收费方式。",
                english: "Give exactly one of --nth, --month-total, --pages: a request is charged by one tariff only.")
        }
        let place = try arguments.integer("--nth", in: 1...RequestCount.limit)
        if let place = place.flatMap({ RequestCount($0) }), let fee = ProcessingFee.ofRequest(nth: place) { return fee }
        let total = try arguments.integer("--month-total", in: 0...RequestCount.limit)
        if let total = total.flatMap({ RequestCount($0) }) { return .ofMonth(total: total) }
        let pages = try arguments.integer("--pages", in: 0...PageCount.limit)
        return .ofPages(pages.flatMap { PageCount($0) } ?? .none)
    }

    private static func text(_ fee: ProcessingFee) -> String {
        var text = "信息处理费：\(fee.amount)\n\n\(fee.basis.chineseText)，依据：\(fee.basis.article.chineseText)\n"
        for step in fee.steps { text += "  \(line(step, fee.basis))\n" }
        text += "\n申请的数量、频次明显超过合理范围的，才可以收取；一件申请只能选按件或按量中的一种。\n"
        return text
    }

    private static func line(_ step: ProcessingFee.Step, _ basis: FeeBasis) -> String {
        let unit = basis.unit
        let range = step.first == step.last ? "第\(step.first)\(unit)" : "第\(step.first)\(unit)至第\(step.last)\(unit)"
        return "\(range)：\(step.count)\(unit) × \(step.rate) = \(step.amount)"
    }

    private static func document(_ fee: ProcessingFee) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "gongkai.fee/1")
            json.member("fen", fee.amount.fen)
            json.member("basis", fee.basis.rawValue)
            json.member("rule", fee.basis.article.code)
            json.array("steps") { json in
                for step in fee.steps {
                    json.object { json in
                        json.member("from", step.first)
                        json.member("to", step.last)
                        json.member("count", step.count)
                        json.member("rate_fen", step.rate.fen)
                        json.member("fen", step.amount.fen)
                        json.member("text", line(step, fee.basis))
                    }
                }
            }
        }
        return json.finish() + [UInt8(ascii: "\n")]
    }
}

extension Command {
    /// `gongkai fee`, as it is registered.
    static let fee = Command(
        name: "fee", synopsis: "(--nth N | --month-total N | --pages N) [--format text|json]",
        summary: "计算信息处理费（按件或按量），列明各档算式",
        englishSummary: "computes the information processing fee under either tariff, bracket by bracket",
        options: [
            .value(
                "--nth", "N", "按件：同一申请人当月第 N 件申请的收费", "per request: the N-th of one requester in the month"),
            .value("--month-total", "N", "按件：同一申请人当月共 N 件的收费", "per request: all N of one requester in the month"),
            .value("--pages", "N", "按量：一件申请提供 N 页的收费", "per page: N pages in answer to one request"),
            .format,
        ]
    ) { arguments throws(UsageError) in try FeeCommand.run(arguments) }
}
