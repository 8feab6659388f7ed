import Disclosure
import Ledger
import Markup
import ReportExchange
import Service
import Vault

/// What `gongkai person` answers.
struct PersonOutput {
    let outcome: SeePerson.Outcome

    func write(_ format: AnswerFormat) -> ExitCode {
        let isWritten =
            format == .json ? StandardStream.output.write(document()) : StandardStream.output.write(text())
        guard isWritten else { return .failed }
        if case .refused = outcome { return .findings }
        return .done
    }

    private func text() -> String {
        switch outcome {
        case .seen(let person, let entry):
            lines(person) { $0.reveal() } + "本次查看已登记（第 \(entry.serial) 条记录）。\n"
        case .masked(let person): lines(person) { $0.masked } + "以上为遮盖后的内容；写明 --reason 可以查看全文，查看会登记在台账中。\n"
        case .refused(let findings): findings.map { "  - \($0.text)\n" }.joined()
        }
    }

    private func lines(_ person: Person, _ show: (PersonalText) -> String) -> String {
        person.fields.compactMap { field in
            person[field].map { "\(field.chineseText)：\(PlainText.line(show($0)))\n" }
        }.joined()
    }

    private func document() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "gongkai.person/1")
            switch outcome {
            case .seen(let person, let entry):
                json.member("masked", false)
                json.member("entry", entry.serial)
                Self.write(person, to: &json) { $0.reveal() }
            case .masked(let person):
                json.member("masked", true)
                Self.write(person, to: &json) { $0.masked }
            case .refused(let findings): FindingJSON.write(findings, to: &json)
            }
        }
        return json.finish() + [UInt8(ascii: "\n")]
    }

    private static func write(_ person: Person, to json: inout JSONWriter, _ show: (PersonalText) -> String) {
        json.object("person") { json in
            for field in person.fields { json.member(field.rawValue, person[field].map(show)) }
        }
    }
}
