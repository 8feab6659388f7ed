import Disclosure
import Ledger
import Markup
import Service

extension Command {
    /// `gongkai acts`.
    static let acts = Command(
        name: "acts", synopsis: "[ACT] [--format text|json]",
        summary: "列出全部办理事项，或者一个事项的填写项目、依据和办理角色",
        englishSummary: "lists the acts, or the fields, article and roles of one",
        options: [.flag("--page", "打印说明文档 docs/acts.md", "prints the page docs/acts.md"), .format], operands: 0...1
    ) { arguments throws(UsageError) in
        let format = try arguments.format()
        if arguments.has("--page") { return StandardStream.output.write(ActPage.text) ? .done : .failed }
        guard let name = arguments.operands.first else {
            let isWritten =
                format == .json
                ? StandardStream.output.write(ActsList.document(ActCatalogue.all))
                : StandardStream.output.write(ActsList.text())
            return isWritten ? .done : .failed
        }
        guard let act = ActCatalogue.named(name) else {
            let near = NearWord.find(name, among: ActCatalogue.all.map(\.name))
            throw UsageError(
                chinese: "没有名为“\(name)”的办理事项。" + (near.map { "是否要写 \($0)？" } ?? ""),
                english: "There is no act “\(name)”." + (near.map { " Did you mean \($0)?" } ?? ""))
        }
        let isWritten =
            format == .json
            ? StandardStream.output.write(ActsList.document([act])) : StandardStream.output.write(ActsList.page(act))
        return isWritten ? .done : .failed
    }
}
