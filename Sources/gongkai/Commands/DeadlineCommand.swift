import CivilTime
import Disclosure
import ReportExchange

/// `gongkai deadline`: when an answer is due, with every step of the arithmetic.
enum DeadlineCommand {
    /// Its options.
    static let options: [ArgumentOption] = [
        .value("--received", "DATE", "收到申请之日，例如 2021-09-13", "day the request was received: 2021-09-13"),
        .value(
            "--correction-asked", "DATE", "发出补正告知之日", "day the notice of correction went out"),
        .value(
            "--correction-received", "DATE", "收到补正后的申请之日；未收到的不写", "day the corrected request was received, if it was"),
        .value(
            "--suspended", "FROM..TO", repeats: true, "征求意见：发出之日..收到意见之日（未收到的只写“FROM..”），可多次",
            "consultation: day sent..day of the opinion (FROM.. while awaited); may repeat"),
        .flag("--extended", "已批准延长20个工作日", "the period was extended by 20 working days"),
        .value(
            "--fee-notice", "DATE", "申请人收到收费通知之日", "day the requester received the fee notice"),
        .value(
            "--fee-notice-sent", "DATE", "发出收费通知之日；不写视为与收到同日", "day the fee notice went out, if another"),
        .value("--paid", "DATE", "缴费之日；未缴的不写", "day of payment, if it was paid"),
        .value(
            "--calendar", "FILE", "本地日历，叠加在官方放假安排之上", "local calendar laid over the official one"),
        .format,
    ]

    /// Does the work.
    static func run(_ arguments: Arguments) throws(UsageError) -> ExitCode {
        let clock = try clock(arguments)
        let format = try arguments.format()
        let calendar: WorkingCalendar
        do throws(FileError) {
            calendar = try CalendarFile.load(overlay: arguments.value("--calendar"))
        } catch {
            StandardStream.complain("deadline", about: error.path, error.message)
            return .failed
        }
        for remark in calendar.remarks {
            StandardStream.complain("deadline", "本地日历\(remark.text)")
        }
        let outcome = Result { () throws(Refusal) in try clock.reckon(by: calendar) }
        let isWritten =
            switch format {
            case .text: StandardStream.output.write(DeadlineText.page(outcome))
            case .json: StandardStream.output.write(DeadlineJSON.document(outcome))
            }
        guard isWritten else { return .failed }
        if case .failure = outcome { return .findings }
        return .done
    }

    private static func clock(_ arguments: Arguments) throws(UsageError) -> ReplyClock {
        let received = try Arguments.day("--received", arguments.required("--received"))
        var clock = ReplyClock(received: received)
        let corrected = try arguments.day("--correction-received")
        if let asked = try arguments.day("--correction-asked") {
            clock.correction = .init(asked: asked, received: corrected)
        } else if corrected != nil {
            throw missing("--correction-asked", beside: "--correction-received")
        }
        let sent = try arguments.day("--fee-notice-sent")
        let paid = try arguments.day("--paid")
        if let notice = try arguments.day("--fee-notice") {
            clock.fee = .init(noticeSent: sent, noticeReceived: notice, paid: paid)
        } else if paid != nil || sent != nil {
            throw missing("--fee-notice", beside: paid != nil ? "--paid" : "--fee-notice-sent")
        }
        for text in arguments.values("--suspended") { clock.suspensions.append(try suspension(text)) }
        if arguments.has("--extended") { clock.extended = .full }
        return clock
    }

    /// `FROM..TO`; the order of the two is the clock's to judge.
    private static func suspension(_ text: String) throws(UsageError) -> ClockSuspension {
        let bytes = Array(text.utf8)
        let dot = UInt8(ascii: ".")
        let split = bytes.indices.first { $0 + 1 < bytes.count && bytes[$0] == dot && bytes[$0 + 1] == dot }
        guard let split else {
            throw UsageError(
                chinese: "选项 --suspended 的值“\(text)”应写成“发出之日..收到意见之日”，例如 2025-06-10..2025-06-24。",
                english: "--suspended: write “\(text)” as FROM..TO: 2025-06-10..2025-06-24.")
        }
        let from = String(decoding: bytes[..<split], as: UTF8.self)
        let to = String(decoding: bytes[(split + 2)...], as: UTF8.self)
        return ClockSuspension(
            sent: try Arguments.day("--suspended", from),
            answered: to.isEmpty ? nil : try Arguments.day("--suspended", to))
    }

    private static func missing(_ option: String, beside other: String) -> UsageError {
        UsageError(
            chinese: "写了 \(other)，还需要写 \(option)。", english: "\(other) needs \(option) beside it.")
    }
}

extension Command {
    /// `gongkai deadline`, as it is registered.
    static let deadline = Command(
        name: "deadline",
        synopsis: "--received DATE [--correction-asked DATE --correction-received DATE] [--suspended FROM..TO]... "
            + "[--extended] [--fee-notice DATE --paid DATE] [--calendar FILE] [--format text|json]",
        summary: "计算答复期限，逐步列明依据、跳过的日子和理由",
        englishSummary: "computes the day by which a request must be answered, with every step of the arithmetic",
        options: DeadlineCommand.options
    ) { arguments throws(UsageError) in try DeadlineCommand.run(arguments) }
}
