internal import Search

/// The terms of a stretch as PostgreSQL reads a `tsvector`: every term quoted, with its places and the weight of its column.
struct TermVector {
    /// The highest place that is kept. Source: PostgreSQL, "Text Search Limitations".
    private static let lastPlace = 16_383
    /// The text, to be cast.
    let text: String

    init(of part: SearchPart) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(part.body.utf8.count * 3 + 256)
        let marks = Array(part.marks.utf8)
        SearchMark.each(marks.span) { mark, _ in
            Self.append(mark, to: &bytes)
            bytes.append(0x20)
            return true
        }
        var place = 1
        for (column, weight) in zip([part.title, part.labels, part.body, part.files], "ABCD".utf8) {
            let first = place
            let own = Array(column.utf8)
            TermScanner.scan(own.span) { term, found in
                place = first + found.position
                guard !found.isWall, place <= Self.lastPlace else { return place <= Self.lastPlace }
                Self.append(term, to: &bytes)
                bytes.append(0x3A)
                bytes += Array(String(place).utf8)
                bytes.append(weight)
                bytes.append(0x20)
                return true
            }
            // A gap, so that no phrase goes from one column into the next.
            place += 2
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// A term in quotation marks.
    static func quoted(_ term: String) -> String {
        var bytes: [UInt8] = []
        let own = Array(term.utf8)
        append(own.span, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ term: Span<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(0x27)
        for index in 0..<term.count {
            // A quotation mark and a backslash stand twice.
            if term[index] == 0x27 || term[index] == 0x5C { bytes.append(term[index]) }
            bytes.append(term[index])
        }
        bytes.append(0x27)
    }
}
