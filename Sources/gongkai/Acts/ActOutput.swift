import CivilTime
import Disclosure
import Ledger
import Markup
import ReportExchange
import Service

/// What `gongkai act` answers.
struct ActOutput {
    let outcome: PerformActs.Outcome
    let isTrial: Bool
    /// How many acts are listed one by one; of more, only those with something to say.
    private static let listed = 30

    func text() -> String {
        switch outcome {
        case .recorded(let done): return text(done)
        case .refused(let problems): return text(problems)
        }
    }

    private func text(_ done: [PerformActs.Done]) -> String {
        var text = ""
        for act in done where done.count <= Self.listed || !act.remarks.isEmpty {
            text += "\(isTrial ? "可以办理" : "已登记")：\(place(act.place, of: done.count))\(Self.title(act.act))"
            text += "（\(PlainText.line(act.subject?.name ?? ""))），\(act.entries.count) 条记录\n"
            for remark in act.remarks { text += "  - \(PlainText.line(remark.text))\n" }
        }
        let entries = done.reduce(0) { $0 + $1.entries.count }
        text += "\(isTrial ? "检查完毕，没有改动" : "办理完毕")：\(done.count) 个事项，\(entries) 条记录。\n"
        return text
    }

    private func text(_ problems: [PerformActs.Problem]) -> String {
        var text = "没有登记：\(problems.count) 个事项不能办理，全部未改动。\n"
        for problem in problems {
            text += "\(place(problem.place, of: 2))\(problem.act.map { Self.title($0) } ?? "")"
            if let subject = problem.subject { text += "（\(PlainText.line(subject))）" }
            text += "\n"
            for finding in problem.findings {
                text += "  - \(finding.field.map { "[\(PlainText.line($0))] " } ?? "")\(PlainText.line(finding.text))\n"
            }
        }
        if problems.count >= PerformActs.problemLimit { text += "问题较多，其余未再检查。\n" }
        return text
    }

    private func place(_ place: Int, of count: Int) -> String { count > 1 ? "第 \(place) 行 " : "" }

    private static func title(_ act: String) -> String {
        ActCatalogue.named(act).map { "\($0.chineseText)（\(act)）" } ?? PlainText.line(act)
    }

    func document() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "gongkai.act/1")
            switch outcome {
            case .recorded(let done):
                json.member("outcome", isTrial ? "allowed" : "recorded")
                json.array("acts") { json in for act in done { Self.write(act, isTrial, to: &json) } }
            case .refused(let problems):
                json.member("outcome", "refused")
                json.array("acts") { json in
                    for problem in problems {
                        json.object { json in
                            json.member("line", problem.place)
                            json.member("act", problem.act)
                            json.member("subject", problem.subject)
                            FindingJSON.write(problem.findings, to: &json)
                        }
                    }
                }
            }
        }
        return json.finish() + [UInt8(ascii: "\n")]
    }

    private static func write(_ act: PerformActs.Done, _ isTrial: Bool, to json: inout JSONWriter) {
        json.object { json in
            json.member("line", act.place)
            json.member("act", act.act)
            json.member("agency", act.office.text)
            json.member("subject", act.subject?.name)
            json.array("entries") { json in
                for entry in act.entries {
                    json.object { json in
                        if !isTrial { json.member("serial", entry.serial) }
                        json.member("office", entry.office.text)
                        json.member("subject_kind", entry.subject.kind.rawValue)
                        json.member("subject", entry.subject.name)
                        json.member("number", entry.subjectNumber)
                        json.member("kind", entry.kind)
                        json.member("day", entry.day.description)
                        if !isTrial { json.member("digest", entry.digest.hex) }
                    }
                }
            }
            FindingJSON.write(act.remarks, to: &json)
        }
    }
}
