/// The text of a report prepared for the rules: every passage with its pieces.
///
/// All passages lie in one piece of memory, which this object holds and its passages are lent: use them no longer than
/// it is there.
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
    struct Passage {
        let place: Place
        let text: NormalText
        let tokens: LentList<TextToken>
        /// The words among the pieces.
        let words: WordSet
        /// How many of the pieces are numbers.
        let numbers: Int
    }

    private(set) var passages: [Passage] = []
    /// The printed and the prepared bytes of every passage.
    private let bytes: UnsafeMutablePointer<UInt8>
    /// The pieces of every passage.
    private var tokens: UnsafeMutablePointer<TextToken>?

    /// The text of a report; empty passages are none.
    init(title: String, preamble: String, sections: [ReportSection]) {
        var length = title.utf8.count + preamble.utf8.count
        for index in sections.indices { length += sections[index].text.utf8.count }
        bytes = .allocate(capacity: max(2 * length, 1))
        TextMarks.with(bytes: length) { marks in
            var draft = Draft(next: bytes)
            draft.prepared.reserveCapacity(sections.count + 2)
            draft.add(.title, title, &marks)
            draft.add(.preamble, preamble, &marks)
            for index in sections.indices { draft.add(.section(sections[index].id), sections[index].text, &marks) }
            cut(draft.prepared, marks)
        }
    }

    private typealias Prepared = (place: Place, text: NormalText, marks: Range<Int>)

    /// Passages as they are prepared.
    private struct Draft {
        /// Where the next goes.
        var next: UnsafeMutablePointer<UInt8>
        var prepared: [Prepared] = []

        mutating func add(_ place: Place, _ text: String, _ marks: inout TextMarks) {
            let first = marks.count
            var text = text
            text.withUTF8 { printed in
                guard let start = printed.baseAddress, printed.count > 0 else { return }
                next.initialize(from: start, count: printed.count)
                let own = NormalText(LentList(next, count: printed.count), into: next + printed.count, &marks)
                prepared.append((place, own, first..<marks.count))
                next += 2 * printed.count
            }
        }
    }

    deinit {
        bytes.deallocate()
        tokens?.deallocate()
    }

    private func cut(_ prepared: [Prepared], _ marks: TextMarks) {
        let tokens = UnsafeMutablePointer<TextToken>.allocate(capacity: max(marks.count, 1))
        self.tokens = tokens
        passages = prepared.map { place, text, own in
            let target = tokens + own.lowerBound
            let pieces = TextLexer.cut(text, marks, own, to: target)
            return Passage(
                place: place, text: text, tokens: LentList(target, count: pieces.count), words: pieces.words,
                numbers: pieces.numbers)
        }
    }

    /// The passage of a section.
    func section(_ id: SectionID) -> Passage? { passages.first { $0.place == .section(id) } }

    /// True where a word of a kind stands anywhere.
    func mentions(_ word: Word) -> Bool { passages.contains { $0.words.contains(word) } }
}
