internal import CivilTime
internal import Database
internal import Disclosure
internal import Search

/// A result on its way into the index.
struct SearchDocument {
    /// Characters of a title, and of all labels together, that are searched.
    private static let headLimit = 1_000

    /// What it is, and by what its seat among those of its day is found.
    enum Seat: Sendable {
        /// An item. Another version of it sits behind what its day has already.
        case item(isAnotherVersion: Bool)
        /// A report, by the row of its version.
        case report(row: Int64)
    }

    let seat: Seat
    /// The row of the office.
    let office: Int64
    /// Its name in the office: of an item, or the year of a report.
    let subject: String
    let title: String
    var documentNumber: String?
    var indexNumber: String?
    let day: Day
    /// The year it is found under.
    let year: Int
    var category: ProactiveCategory?
    var validity: ItemValidity?
    /// What else stands beside the title: numbers, publisher, topic, keywords.
    var labels: [String] = []
    /// The text.
    var body = ""
    /// What was read of its files.
    var files = ""

    /// What it is.
    var kind: SearchKind {
        switch seat {
        case .item: .item
        case .report: .report
        }
    }

    /// The marks that narrow to it.
    var marks: String {
        var marks: [SearchMark] = [.kind(kind), .office(office), .year(year)]
        if let category { marks.append(.category(category)) }
        if let validity { marks.append(.validity(validity)) }
        return SearchMark.joined(marks)
    }

    /// Its stretches, in order; at least one.
    func parts() -> [SearchPart] {
        let body = Self.bytes(WrappedLines.joined(body))
        let files = Self.bytes(WrappedLines.joined(files))
        // A line feed between them: no phrase goes from the text into the files.
        let text = files.isEmpty ? body : body + [0x0A] + files
        let bodyEnd = body.count
        let head = Self.head(title)
        let labels = Self.head(([documentNumber, indexNumber].compactMap { $0 } + labels).joined(separator: "\n"))
        let limit = kind == .item ? SearchKey.partLimit : SearchKey.reportPartLimit
        return TextPart.cut(text.span).prefix(limit).map { range in
            SearchPart(
                marks: marks, title: head, labels: labels,
                body: Self.text(text, range.clamped(to: 0..<bodyEnd)),
                files: Self.text(text, range.clamped(to: min(bodyEnd + 1, text.count)..<text.count)))
        }
    }

    /// U+0000 cannot be kept and U+0001 begins marks: both are blanks here.
    private static func bytes(_ text: [UInt8]) -> [UInt8] { text.map { $0 < 2 ? 0x20 : $0 } }

    private static func head(_ text: String) -> String {
        String(decoding: bytes(Array(text.prefix(headLimit).utf8)), as: UTF8.self)
    }

    private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}

/// A stretch of a result.
struct SearchPart {
    let marks: String
    let title: String
    let labels: String
    let body: String
    let files: String

    /// The columns as they are kept.
    func values(at key: Int64) -> [Value] {
        [.int64(key), .text(marks), .text(title), .text(labels), .text(body), .text(files)]
    }
}
