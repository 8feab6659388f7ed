internal import Disclosure
internal import Ledger

/// The bodies of the demonstration's items, made before they are recorded: files are read outside of the transaction.
struct DemonstrationBodies {
    let papers: PreparePaper
    let files: [String: PreparePaper.File]

    /// The papers of a series, one an item.
    func papers(for line: DemonstrationLine) throws(Refusal) -> [Paper] {
        var made: [Paper] = []
        for number in 1...max(1, line.count ?? 1) {
            let title = Self.filled(line.title ?? "", number)
            let text = Self.filled(line.text ?? Self.standard, number, title: title)
            let own = number == 1 ? (line.files ?? []).compactMap { files[$0] } : []
            made.append(try papers.run(text, files: own))
        }
        return made
    }

    /// A text with the number and the title of an item in it.
    static func filled(_ text: String, _ number: Int, title: String = "") -> String {
        text.split(separator: "{n}", omittingEmptySubsequences: false).joined(separator: "\(number)")
            .split(separator: "{title}", omittingEmptySubsequences: false).joined(separator: title)
    }

    private static let standard = "本页为演示内容：{title}。文字由程序编写，不是任何机关发布的信息。"
}
