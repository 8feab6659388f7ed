/// The text of a report prepared for the rules: every passage with its pieces.
struct ReportText {
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
    struct Passage {
        let place: Place
        let text: NormalText
        let tokens: [TextToken]
    }

    let passages: [Passage]

    init(_ report: Report) {
        var passages: [Passage] = []
        func add(_ place: Place, _ text: String) {
            guard !text.isEmpty else { return }
            let prepared = NormalText(text)
            passages.append(Passage(place: place, text: prepared, tokens: TextLexer.tokens(prepared)))
        }
        add(.title, report.title)
        add(.preamble, report.preamble)
        for section in report.sections { add(.section(section.id), section.text) }
        self.passages = passages
    }

    /// The passage of a section.
    func section(_ id: SectionID) -> Passage? { passages.first { $0.place == .section(id) } }

    /// True where a word of a kind stands anywhere.
    func mentions(_ word: Word) -> Bool {
        passages.contains { $0.tokens.contains { $0.kind == .word && $0.word == word } }
    }
}
