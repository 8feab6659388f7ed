import Database
import Ledger
import Markup
import ReaderProcess
import Service

extension Command {
    /// How many years after the last case was filed persons are kept; nil where nobody set it, so that nothing expires.
    private static func retention() throws(SettingError) -> Int? {
        try NumberSetting(name: "GONGKAI_PERSON_YEARS", range: ExpirePersons.range).value(in: environmentValue)
    }

    /// `gongkai person expire`.
    static func expire(_ arguments: Arguments, _ format: AnswerFormat) -> ExitCode {
        let years: Int
        do throws(SettingError) {
            guard let set = try retention() else {
                StandardStream.complain(
                    "person", "没有设置个人信息的保存期限，不删除任何内容。请用 GONGKAI_PERSON_YEARS 设置最后一件事项归档后保存的年数。")
                return .failed
            }
            years = set
        } catch {
            StandardStream.complain("person", error.message)
            return .failed
        }
        guard let installation = Installation.open(arguments, for: "person", mustExist: true) else { return .failed }
        defer { installation.database.close() }
        do {
            let permit = try Permission(command: "person").ask("person.expire", arguments, in: installation.ledger)
            guard let permit else { return .findings }
            let isTrial = arguments.has("--trial")
            let outcomes = try ExpirePersons(
                ledger: installation.ledger, calendar: installation.calendar, years: years
            ).run(
                by: permit.recorded, at: WallClock.now(), isTrial: isTrial)
            return say(outcomes, isTrial, format) ? .done : .failed
        } catch {
            StandardStream.complain("person", Permission.message(of: error))
            return .failed
        }
    }

    private static func say(_ outcomes: [ExpirePersons.Outcome], _ isTrial: Bool, _ format: AnswerFormat) -> Bool {
        let total = outcomes.reduce(0) { $0 + $1.erased }
        guard format == .json else {
            var text = ""
            for outcome in outcomes {
                let rest = outcome.isUnfinished ? "，期间有新的登记，其余的请再运行一次" : ""
                text += "\(outcome.office)：\(outcome.erased) 人\(rest)\n"
            }
            text += isTrial ? "保存期限届满、将要删除的共 \(total) 人，没有删除。\n" : "已删除 \(total) 人的个人信息，案件和统计不受影响。\n"
            return StandardStream.output.write(text)
        }
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "gongkai.expiry/1")
            json.member("trial", isTrial)
            json.array("offices") { json in
                for outcome in outcomes {
                    json.object { json in
                        json.member("office", outcome.office.text)
                        json.member("erased", outcome.erased)
                        json.member("unfinished", outcome.isUnfinished)
                    }
                }
            }
        }
        return StandardStream.output.write(json.finish() + [0x0A])
    }
}
