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
    init(_ page: cpdf_page) {
        height = page.height
        lines = []
        guard let text = page.text, page.text_length > 0 else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: page.text_length)
        let boxes = UnsafeBufferPointer(start: page.boxes, count: page.boxes == nil ? 0 : page.box_count)
        if let runs = Self.runs(bytes, boxes) {
            lines = PDFLineBuilder(text: bytes, runs: runs).lines()
        } else {
            lines = Self.plainLines(bytes)
        }
        for index in lines.indices { lines[index].number = index + 1 }
    }

    /// The touching characters of the page; nil where characters and boxes do not match.
    private static func runs(_ bytes: UnsafeRawBufferPointer, _ boxes: UnsafeBufferPointer<cpdf_box>) -> [PDFRun]? {
        var runs: [PDFRun] = []
        runs.reserveCapacity(boxes.count / 3 + 1)
        var number = 0
        var start = 0
        var touches = false
        while start < bytes.count {
            var end = start + 1
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            guard number < boxes.count else { return nil }
            let box = boxes[number]
            number += 1
            defer { start = end }
            if isBlank(bytes, start, end) || !(box.left.isFinite && box.top.isFinite) {
                touches = false
                continue
            }
            let glyph = PDFRun(text: start..<end, box: box, isWide: bytes[start] >= 0xE2)
            if touches, let last = runs.indices.last, runs[last].takes(glyph) {
                runs[last].add(glyph)
            } else {
                runs.append(glyph)
            }
            touches = true
        }
        return number == boxes.count ? runs : nil
    }

    /// White space in one of its forms: controls, space, hard space, ideographic space.
    private static func isBlank(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
        switch end - start {
        case 1: return bytes[start] <= 0x20
        case 2: return bytes[start] == 0xC2 && bytes[start + 1] == 0xA0
        case 3:
            return bytes[start] == 0xE3 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0x80
                || bytes[start] == 0xE2 && bytes[start + 1] == 0x80 && bytes[start + 2] <= 0x8F
        default: return false
        }
    }

    /// The lines as poppler has them, without positions.
    private static func plainLines(_ bytes: UnsafeRawBufferPointer) -> [PDFLine] {
        bytes.split(separator: 0x0A).map { line in
            PDFLine(text: Array(line), words: [], middle: 0)
        }
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
    func takes(_ next: PDFRun) -> Bool {
        let gap = next.left - right
        return abs(next.middle - middle) <= min(height, next.height) * 0.3 && gap > -0.5 * em && gap < 0.15 * em
    }

    mutating func add(_ next: PDFRun) {
        text = text.lowerBound..<next.text.upperBound
        right = max(right, next.right)
        endsWide = next.endsWide
        em = min(em, next.em)
    }
}
