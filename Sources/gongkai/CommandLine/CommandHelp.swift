/// What the program says about itself and its commands.
enum CommandHelp {
    /// The list of commands.
    static func overview(in language: Language) -> String {
        let english = language == .english
        let listed = Command.all.filter { !$0.isHidden }
        var text =
            english
            ? "gongkai: reads, checks and shows annual reports on open government information\n\n"
                + "Usage: gongkai COMMAND [OPTIONS]\n"
            : "gongkai（公开）：读取、核对、展示政府信息公开工作年度报告\n\n用法：gongkai 命令 [选项]\n"
        if !listed.isEmpty {
            text += english ? "\nCommands:\n" : "\n命令：\n"
            text += columns(listed.map { ($0.name, english ? $0.englishSummary : $0.summary) })
        }
        text +=
            english
            ? "\nHelp of one command: gongkai COMMAND --help. Version: gongkai --version.\n"
            : "\n查看某个命令的帮助：gongkai 命令 --help；版本：gongkai --version。\n"
        return text
    }

    /// The help of one command.
    static func page(of command: Command, in language: Language) -> String {
        let english = language == .english
        var text = usageLine(command.name, command.synopsis, in: language)
        text += "\n\(english ? command.englishSummary : command.summary)\n"
        if !command.options.isEmpty {
            text += english ? "\nOptions:\n" : "\n选项：\n"
            text += columns(command.options.map { ($0.label, english ? $0.english : $0.chinese) })
        }
        text +=
            english
            ? "\nExit status: 0 done, 1 errors were found, 2 the work could not be done, 64 wrong arguments.\n"
            : "\n退出码：0 完成；1 发现错误；2 未能完成；64 参数有误。\n"
        return text
    }

    /// Says on standard error why arguments do not fit, and how they are written.
    static func complain(_ problem: UsageError, command: String, synopsis: String) {
        let language = Language.ofUser
        StandardStream.error.write(
            "gongkai \(command): \(PlainText.line(problem.text(in: language)))\n\(usageLine(command, synopsis, in: language))"
        )
    }

    private static func usageLine(_ name: String, _ synopsis: String, in language: Language) -> String {
        let lead = language == .english ? "Usage: " : "用法："
        return synopsis.isEmpty ? "\(lead)gongkai \(name)\n" : "\(lead)gongkai \(name) \(synopsis)\n"
    }

    /// Two columns; a label too long for its column has its explanation on the next line.
    private static func columns(_ rows: [(label: String, text: String)]) -> String {
        let width = min(rows.map(\.label.utf8.count).max() ?? 0, 30)
        var text = ""
        for row in rows {
            text += "  \(row.label)"
            let length = row.label.utf8.count
            text += length <= width ? String(repeating: " ", count: width - length + 2) : "\n" + pad(width + 4)
            text += "\(row.text)\n"
        }
        return text
    }

    private static func pad(_ count: Int) -> String { String(repeating: " ", count: count) }
}
