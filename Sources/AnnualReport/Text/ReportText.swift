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

        /// What it is called in an English sentence.
        var english: String {
            switch self {
            case .title: "the title"
            case .preamble: "the opening"
            case .section(let id): id.englishName
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

        fileprivate init(_ draft: Draft, _ bytes: FixedList<UInt8>, _ tokens: FixedList<TextToken>) {
            place = draft.place
            text = NormalText(draft.text, FixedList(bytes, draft.bytes), draft.signs)
            self.tokens = FixedList(tokens, draft.tokens)
            words = draft.words
            numbers = draft.numbers
        }

        /// Where the sentence of a piece stands in the prepared text, without the sign that ends it.
        func sentence(around token: Int) -> Range<Int> {
            func ends(_ token: TextToken) -> Bool { token.kind == .stop || token.kind == .lineEnd }
            let start = tokens[..<token].last(where: ends)?.end ?? 0
            return start..<(tokens[token...].first(where: ends)?.start ?? text.bytes.count)
        }

        /// The place of the first number or year in a range of the prepared text that is written in figures.
        func firstFigure(in range: Range<Int>) -> Int? {
            tokens.first { token in
                (token.kind == .number || token.kind == .year) && range.contains(token.start)
                    && text.bytes[token.start] < 0x80
            }?.start
        }
    }

    /// A passage while all of them are prepared: where its own stands among what they share.
    fileprivate struct Draft {
        let place: Place
        let text: String
        var bytes = 0..<0
        var signs = NormalText.Signs()
        var marks = 0..<0
        var tokens = 0..<0
        var words = WordSet()
        var numbers = 0
    }

    /// The passages that hold text: the title, what stands before section one, and the sections in their order.
    let passages: [Passage]
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

    /// The text of a report, prepared in one piece of memory, its pieces in another.
    init(title: String, preamble: String, sections: [ReportSection]) {
        var drafts: [Draft] = []
        drafts.reserveCapacity(sections.count + 2)
        if !title.isEmpty { drafts.append(Draft(place: .title, text: title)) }
        if !preamble.isEmpty { drafts.append(Draft(place: .preamble, text: preamble)) }
        for index in sections.indices where !sections[index].text.isEmpty {
            drafts.append(Draft(place: .section(sections[index].id), text: sections[index].text))
        }
        let own = TextMarks.with(bytes: drafts.reduce(0) { $0 + $1.text.utf8.count }) { marks in
            let bytes = Self.prepare(&drafts, &marks)
            let tokens = Self.cut(&drafts, bytes, marks)
            return drafts.map { Passage($0, bytes, tokens) }
        }
        passages = own ?? []
        for passage in passages {
            words.formUnion(passage.words)
            hasBrackets = hasBrackets || passage.text.signs.brackets
            hasGaps = hasGaps || passage.text.signs.gaps
            guard passage.place != .title else { continue }
            mostNumbers = max(mostNumbers, passage.numbers)
            if passage.place == .preamble || passage.place == .section(.overall) {
                openingWords.formUnion(passage.words)
            }
        }
    }

    private static func prepare(_ drafts: inout [Draft], _ marks: inout TextMarks) -> FixedList<UInt8> {
        NormalText.Tables.lend { tables in
            FixedList(capacity: drafts.reduce(0) { $0 + $1.text.utf8.count }) { target in
                var count = 0
                for index in drafts.indices {
                    let first = marks.count
                    let own = NormalText.prepare(drafts[index].text, into: target + count, &marks, tables)
                    drafts[index].bytes = count..<count + own.count
                    drafts[index].signs = own.signs
                    drafts[index].marks = first..<marks.count
                    count += own.count
                }
                return count
            }
        }
    }

    private static func cut(
        _ drafts: inout [Draft], _ bytes: FixedList<UInt8>, _ marks: TextMarks
    ) -> FixedList<TextToken> {
        bytes.withUnsafeBufferPointer { bytes in
            FixedList(capacity: marks.count) { target in
                var count = 0
                for index in drafts.indices {
                    let text = UnsafeBufferPointer(rebasing: bytes[drafts[index].bytes])
                    let own = TextLexer.cut(text, marks, drafts[index].marks, into: target + count)
                    drafts[index].tokens = count..<count + own.count
                    (drafts[index].words, drafts[index].numbers) = (own.words, own.numbers)
                    count += own.count
                }
                return count
            }
        }
    }

    /// The passages of sections.
    var sections: ArraySlice<Passage> { passages.drop { $0.place == .title || $0.place == .preamble } }

    /// The passage of a section.
    func section(_ id: SectionID) -> Passage? { passages.first { $0.place == .section(id) } }

    /// True where a word of a kind stands anywhere.
    func mentions(_ word: Word) -> Bool { words.contains(word) }
}
