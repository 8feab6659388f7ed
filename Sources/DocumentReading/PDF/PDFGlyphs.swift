internal import CPDFText

/// The characters of a page with their places, before they are arranged into lines.
struct PDFGlyphs {
    /// One character that shows.
    struct Glyph {
        var run: PDFRun
        /// Whether nothing, not even a space, stands between it and the one before in the text of the page.
        var follows: Bool
    }

    /// The text as poppler gives it, UTF-8.
    let text: [UInt8]
    let height: Float
    var glyphs: [Glyph] = []
    /// False where characters and places do not match; the page is then read without places.
    private(set) var hasPlaces = true

    init(_ page: cpdf_page) {
        height = page.height
        guard let text = page.text, page.text_length > 0 else {
            self.text = []
            return
        }
        let bytes = UnsafeRawBufferPointer(start: text, count: page.text_length)
        self.text = Array(bytes)
        let boxes = UnsafeBufferPointer(start: page.boxes, count: page.boxes == nil ? 0 : page.box_count)
        if let glyphs = Self.glyphs(bytes, boxes) { self.glyphs = glyphs } else { hasPlaces = false }
    }

    /// Characters that touch each other, joined.
    var runs: [PDFRun] {
        var runs: [PDFRun] = []
        runs.reserveCapacity(glyphs.count / 3 + 1)
        for glyph in glyphs {
            if glyph.follows, let last = runs.indices.last, runs[last].takes(glyph.run, in: text) {
                runs[last].add(glyph.run)
            } else {
                runs.append(glyph.run)
            }
        }
        return runs
    }

    private static func glyphs(_ bytes: UnsafeRawBufferPointer, _ boxes: UnsafeBufferPointer<cpdf_box>) -> [Glyph]? {
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(boxes.count)
        var number = 0
        var start = 0
        var follows = false
        while start < bytes.count {
            var end = start + 1
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            guard number < boxes.count else { return nil }
            let box = boxes[number]
            number += 1
            defer { start = end }
            if isBlank(bytes, start, end) || !(box.left.isFinite && box.top.isFinite) {
                follows = false
                continue
            }
            let run = PDFRun(text: start..<end, box: box, isWide: bytes[start] >= 0xE2)
            glyphs.append(Glyph(run: run, follows: follows))
            follows = true
        }
        return number == boxes.count ? glyphs : nil
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
}
