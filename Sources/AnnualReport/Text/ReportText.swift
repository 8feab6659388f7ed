/// The text of a report prepared for the rules: every passage with its pieces.
///
/// Classes, since the rules ask for it and for its passages again and again.
final class ReportText {
    /// Where a passage stands.
    enum Place: Hashable {
        case title
        case preamble
        case section(SectionID)

        /// What people call it.
        var name: String {
            switch self {
            case .title: "标题"
            case .preamble: "正文之前"
            case .section(let id): "正文“\(id.heading)”"
            }
        }

        /// Stable text for fingerprints.
        var key: String {
            switch self {
            case .title: "title"
            case .preamble: "preamble"
            case .section(let id): id.rawValue
            }
        }
    }

    /// A passage: its place, its prepared text and its pieces.
    final class Passage {
        let place: Place
        let text: NormalText
        let tokens: [TextToken]
        /// The words among the pieces.
        let words: WordSet
        /// How many of the pieces are numbers.
        let numbers: Int

        init(_ place: Place, _ text: String, _ marks: inout TextMarks) {
            self.place = place
            self.text = NormalText(text, &marks)
            (tokens, words, numbers) = TextLexer.tokens(self.text, marks)
        }
    }

    let passages: [Passage]

    init(_ report: Report) {
        var longest = max(report.title.utf8.count, report.preamble.utf8.count)
        for section in report.sections { longest = max(longest, section.text.utf8.count) }
        let prepared = TextMarks.with(bytes: longest) { marks in
            var passages: [Passage] = []
            passages.reserveCapacity(report.sections.count + 2)
            if !report.title.isEmpty { passages.append(Passage(.title, report.title, &marks)) }
            if !report.preamble.isEmpty { passages.append(Passage(.preamble, report.preamble, &marks)) }
            for section in report.sections where !section.text.isEmpty {
                passages.append(Passage(.section(section.id), section.text, &marks))
            }
            return passages
        }
        passages = prepared ?? []
    }

    /// The passage of a section.
    func section(_ id: SectionID) -> Passage? { passages.first { $0.place == .section(id) } }

    /// True where a word of a kind stands anywhere.
    func mentions(_ word: Word) -> Bool { passages.contains { $0.words.contains(word) } }
}
