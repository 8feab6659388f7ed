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
        let tokens: FixedList<TextToken>
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
    /// The places of the passages, in their order.
    private let places: [Place]
    // What the passages hold between them: what certainly stands nowhere is not looked for in each of them.
    /// The words of all passages.
    private(set) var words = WordSet()
    /// The words of what stands before section two but the title.
    private(set) var openingWords = WordSet()
    /// True where some passage holds the square brackets of the number of a document.
    private(set) var hasBrackets = false
    /// True where some passage holds a plain space or an underline.
    private(set) var hasGaps = false
    /// The most numbers that some passage but the title holds.
    private(set) var mostNumbers = 0

    /// The text of the report that the rules look at.
    init(of context: RuleContext) {
        // The fields of the report one by one: the report as a whole is dear to hand on.
        let (title, preamble, sections) = (context.report.title, context.report.preamble, context.report.sections)
        var longest = max(title.utf8.count, preamble.utf8.count)
        for index in sections.indices { longest = max(longest, sections[index].text.utf8.count) }
        let prepared = TextMarks.with(bytes: longest) { marks in
            var passages: [Passage] = []
            passages.reserveCapacity(sections.count + 2)
            if !title.isEmpty { passages.append(Passage(.title, title, &marks)) }
            if !preamble.isEmpty { passages.append(Passage(.preamble, preamble, &marks)) }
            for index in sections.indices where !sections[index].text.isEmpty {
                passages.append(Passage(.section(sections[index].id), sections[index].text, &marks))
            }
            return passages
        }
        passages = prepared ?? []
        places = passages.map(\.place)
        for passage in passages {
            words.formUnion(passage.words)
            hasBrackets = hasBrackets || passage.text.hasBrackets
            hasGaps = hasGaps || passage.text.hasGaps
            guard passage.place != .title else { continue }
            mostNumbers = max(mostNumbers, passage.numbers)
            if passage.place == .preamble || passage.place == .section(.overall) {
                openingWords.formUnion(passage.words)
            }
        }
    }

    /// The passage of a section.
    func section(_ id: SectionID) -> Passage? { places.firstIndex(of: .section(id)).map { passages[$0] } }

    /// True where a word of a kind stands anywhere.
    func mentions(_ word: Word) -> Bool { words.contains(word) }
}
