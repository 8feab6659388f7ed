internal import CPDFText

/// One visual line of a page.
struct PDFLine {
    /// UTF-8; words parted by a space at a small gap and by a tab at a wide one.
    var text: [UInt8]
    /// The words; their ranges count from the beginning of `text`.
    var words: [Word]
    /// The middle of the line in points from the upper edge of the page.
    var middle: Float
    /// The number of the line on its page, from 1.
    var number = 0
    /// A page number or a running header, not text of the document.
    var isFurniture = false
}

/// The lines of a page from top to bottom.
struct PDFPage {
    var lines: [PDFLine]
    let height: Float

    /// Arranges the characters that poppler gives into visual lines.
    init(_ page: PDFGlyphs) {
        height = page.height
        if page.hasPlaces {
            lines = page.text.withUnsafeBytes { PDFLineBuilder(text: $0, runs: page.runs).lines() }
        } else {
            // The lines as poppler has them.
            lines = page.text.split(separator: 0x0A).map { PDFLine(text: Array($0), words: [], middle: 0) }
        }
        for index in lines.indices { lines[index].number = index + 1 }
    }
}

/// Characters that touch each other on one line.
struct PDFRun {
    /// Where they stand in the text of the page.
    var text: Range<Int>
    var left: Float
    var right: Float
    var top: Float
    var bottom: Float
    /// The width of one em, as far as it can be told.
    var em: Float
    var startsWide: Bool
    var endsWide: Bool

    var middle: Float { (top + bottom) / 2 }
    var height: Float { bottom - top }

    /// Heights that differ by more are of different text: a note beside a number.
    private static let sameText: Float = 1.35

    init(text: Range<Int>, box: cpdf_box, isWide: Bool) {
        self.text = text
        left = min(box.left, box.right)
        right = max(box.left, box.right)
        top = min(box.top, box.bottom)
        bottom = max(box.top, box.bottom)
        em = max(isWide ? max(right - left, (bottom - top) * 0.8) : (bottom - top) * 0.85, 1)
        startsWide = isWide
        endsWide = isWide
    }

    /// Whether the next character goes on where this run ends.
    func takes(_ next: PDFRun, in bytes: [UInt8]) -> Bool {
        let gap = next.left - right
        guard abs(next.middle - middle) <= min(height, next.height) * 0.3 && gap > -0.5 * em && gap < 0.15 * em else {
            return false
        }
        return !isApart(from: next, last: bytes[text.upperBound - 1], first: bytes[next.text.lowerBound])
    }

    /// Whether a figure on either side must not join the other because one is much smaller. Figures and Chinese
    /// characters of one size have boxes of different height in many fonts, so these two are told by both being narrow.
    func isApart(from next: PDFRun, last: UInt8, first: UInt8) -> Bool {
        guard max(height, next.height) > Self.sameText * min(height, next.height) else { return false }
        return TextLevel.parts(last, first) && !(endsWide || next.startsWide)
    }

    mutating func add(_ next: PDFRun) {
        text = text.lowerBound..<next.text.upperBound
        right = max(right, next.right)
        endsWide = next.endsWide
        em = min(em, next.em)
    }
}
