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

    /// The text of a report.
    convenience init(_ report: Report) {
        self.init(count: report.sections.count + 2) { place in
            switch place {
            case 0: (.title, report.title)
            case 1: (.preamble, report.preamble)
            default: (.section(report.sections[place - 2].id), report.sections[place - 2].text)
            }
        }
    }

    /// So many texts; empty ones are no passages.
    init(count: Int, _ text: (Int) -> (place: Place, text: String)) {
        var length = 0
        for place in 0..<count { length += text(place).text.utf8.count }
        bytes = .allocate(capacity: max(2 * length, 1))
        TextMarks.with(bytes: length) { marks in
            var prepared: [(place: Place, text: NormalText, marks: Range<Int>)] = []
            prepared.reserveCapacity(count)
            var next = bytes
            for index in 0..<count {
                var (place, text) = text(index)
                guard !text.isEmpty else { continue }
                let first = marks.count
                text.withUTF8 { printed in
                    guard let start = printed.baseAddress else { return }
                    next.initialize(from: start, count: printed.count)
                    let own = NormalText(
                        LentList(next, count: printed.count), into: next + printed.count, &marks)
                    prepared.append((place, own, first..<marks.count))
                    next += 2 * printed.count
                }
            }
            cut(prepared, marks)
        }
    }

    deinit {
        bytes.deallocate()
        tokens?.deallocate()
    }

    private func cut(_ prepared: [(place: Place, text: NormalText, marks: Range<Int>)], _ marks: TextMarks) {
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
