import Disclosure
import Ledger
import Markup
import Service

/// The acts as `gongkai acts` prints them.
enum ActsList {
    /// Names and titles.
    static func text() -> String {
        var text = "办理事项（gongkai acts 事项 查看填写项目）：\n"
        let width = ActCatalogue.all.map(\.name.utf8.count).max() ?? 0
        for act in ActCatalogue.all {
            text += "  \(act.name)\(String(repeating: " ", count: width - act.name.utf8.count + 2))\(act.chineseText)\n"
        }
        return text
    }

    /// One act in full.
    static func page(_ act: ActDefinition) -> String {
        var text = "\(act.chineseText)（\(act.name)）\n"
        if let article = act.article { text += "依据：\(article.chineseText)\n" }
        text += "办理角色：\(act.roles.map { "\($0.chineseText)（\($0.rawValue)）" }.joined(separator: "、"))\n"
        text += "办理对象：subject（\(act.subject.rawValue)）\n填写项目：\n"
        for field in act.fields { text += Self.line(field, indent: "  ") }
        return text
    }

    private static func line(_ field: ActField, indent: String) -> String {
        var text =
            "\(indent)\(field.name)\(field.isRequired ? "（必填）" : "")：\(field.chineseText)。\(field.kind.chineseForm)\n"
        if case .list(.object(let fields), _) = field.kind {
            for field in fields { text += line(field, indent: indent + "  ") }
        }
        if case .object(let fields) = field.kind { for field in fields { text += line(field, indent: indent + "  ") } }
        return text
    }

    /// Acts with their fields as JSON.
    static func document(_ acts: [ActDefinition]) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("schema", "gongkai.acts/1")
            json.array("acts") { json in
                for act in acts {
                    json.object { json in
                        json.member("act", act.name)
                        json.member("title", act.chineseText)
                        json.member("article", act.article?.code)
                        json.member("subject", act.subject.rawValue)
                        json.member("roles", act.roles.map(\.rawValue))
                        write(act.fields, to: &json)
                    }
                }
            }
        }
        return json.finish() + [UInt8(ascii: "\n")]
    }

    private static func write(_ fields: [ActField], to json: inout JSONWriter) {
        json.array("fields") { json in
            for field in fields {
                json.object { json in
                    json.member("name", field.name)
                    json.member("required", field.isRequired)
                    json.member("form", field.kind.form)
                    json.member("meaning", field.chineseText)
                    if case .choice(let words) = field.kind { json.member("choices", words) }
                    if case .list(.object(let inner), _) = field.kind { write(inner, to: &json) }
                    if case .object(let inner) = field.kind { write(inner, to: &json) }
                }
            }
        }
    }
}
