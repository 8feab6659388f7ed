import CivilTime
import Disclosure
import Ledger
import Markup
import Service

/// A case as `gongkai show` prints it.
struct CaseOutput {
    let view: ShowCase.View

    func text() -> String {
        var text = "\(PlainText.line(view.subject.name))：\(view.standing)\n"
        for fact in view.facts { text += "\(fact.name)：\(PlainText.line(fact.text))\n" }
        if let status = view.status {
            if let due = status.due {
                text += "答复期限：\(due.chineseText)" + (status.isOverdue ? "，已经届满" : "") + "\n"
            }
            if let days = status.daysLeft, days >= 0 { text += "剩余工作日：\(days)\n" }
            if let period = status.period { text += "\n期限的算法：\n" + DeadlineText.page(.success(period)) }
            if let problem = status.problem { text += problem.findings.map { "  - \($0.text)\n" }.joined() }
        }
        text += "\n办理经过：\n"
        for entry in view.entries {
            let role = EntryWords.chineseText(of: entry.actor.role)
            text += "  \(entry.day)  \(EntryWords.chineseText(of: entry.kind))  \(entry.actor.officer)（\(role)），"
            text += "\(entry.recordedAt.beijingText) 登记\n"
        }
        text += "\n目前可以：\n"
        for step in view.steps where step.obstacle == nil { text += "  \(step.chineseText)（\(step.act)）\n" }
        return text
    }

    func document() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "gongkai.case/1")
            json.member("kind", view.subject.kind.rawValue)
            json.member("subject", view.subject.name)
            json.member("standing", view.standing)
            json.member("entries_count", view.entries.count)
            json.object("facts") { json in for fact in view.facts { json.member(fact.name, fact.text) } }
            if let status = view.status {
                json.member("due", status.due?.description)
                json.member("overdue", status.isOverdue)
                json.member("working_days_left", status.daysLeft)
            }
            json.array("entries") { json in
                for entry in view.entries {
                    json.object { json in
                        json.member("number", entry.subjectNumber)
                        json.member("kind", entry.kind)
                        json.member("day", entry.day.description)
                        json.member("actor", entry.actor.officer.text)
                        json.member("role", entry.actor.role.name)
                    }
                }
            }
            json.array("steps") { json in
                for step in view.steps {
                    json.object { json in
                        json.member("act", step.act)
                        json.member("possible", step.obstacle == nil)
                        if let obstacle = step.obstacle { ActOutput.write([obstacle], to: &json) }
                    }
                }
            }
        }
        return json.finish() + [UInt8(ascii: "\n")]
    }
}
