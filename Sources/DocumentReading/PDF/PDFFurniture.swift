/// Tells page numbers and running headers from the text of the pages.
enum PDFFurniture {
    /// The share of the page height at head and foot in which page numbers stand.
    private static let numberBand: Float = 0.12
    /// The share in which running headers and footers stand.
    private static let headerBand: Float = 0.08

    /// Marks what is no text of the document. Of a running header the first stays: it may be the title.
    static func remove(from pages: inout [PDFPage]) {
        removeNumbers(from: &pages)
        removeHeaders(from: &pages)
    }

    private static func removeNumbers(from pages: inout [PDFPage]) {
        var bare: [(page: Int, line: Int, number: Int)] = []
        for page in pages.indices {
            for line in pages[page].lines.indices where stands(pages[page], line, within: numberBand) {
                switch pageNumber(pages[page].lines[line].text) {
                case .marked: pages[page].lines[line].isFurniture = true
                case .bare(let number): bare.append((page, line, number))
                case .none: break
                }
            }
        }
        // A bare figure is a page number where it counts with the pages, and nothing stands outside of it.
        for candidate in bare {
            let offset = candidate.number - candidate.page
            let fellows = bare.count { $0.number - $0.page == offset && $0.page != candidate.page }
            guard offset == 1 || fellows > 0 else { continue }
            if isOutermost(pages[candidate.page], candidate.line) {
                pages[candidate.page].lines[candidate.line].isFurniture = true
            }
        }
    }

    private static func removeHeaders(from pages: inout [PDFPage]) {
        guard pages.count >= 3 else { return }
        var seen: [[UInt8]: [(page: Int, line: Int)]] = [:]
        for page in pages.indices {
            for line in pages[page].lines.indices
            where !pages[page].lines[line].isFurniture && stands(pages[page], line, within: headerBand) {
                seen[shape(pages[page].lines[line].text), default: []].append((page, line))
            }
        }
        for places in seen.values where places.count >= 3 && places.count * 2 > pages.count {
            for place in places.dropFirst() { pages[place.page].lines[place.line].isFurniture = true }
        }
    }

    private static func stands(_ page: PDFPage, _ line: Int, within band: Float) -> Bool {
        guard page.height > 0, !page.lines[line].words.isEmpty else { return false }
        let share = page.lines[line].middle / page.height
        return share < band || share > 1 - band
    }

    private static func isOutermost(_ page: PDFPage, _ line: Int) -> Bool {
        let isFoot = page.lines[line].middle > page.height / 2
        let outside = isFoot ? page.lines[(line + 1)...] : page.lines[..<line]
        return outside.allSatisfy(\.isFurniture)
    }

    private enum Number { case none, marked, bare(Int) }

    /// `- 3 -`, `— 3 —`, `第3页`, `第 3 页 共 9 页`, `3/9` are marked; `3` is bare.
    private static func pageNumber(_ text: [UInt8]) -> Number {
        var marks = ""
        var numbers: [Int] = []
        var inNumber = false
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value > 0x20 {
            if ("0"..."9").contains(scalar) {
                let digit = Int(scalar.value - 0x30)
                if inNumber { numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + digit, 100_000) }
                if !inNumber {
                    numbers.append(digit)
                    // Where a number stands among the marks.
                    marks.append("#")
                }
                inNumber = true
            } else {
                marks.unicodeScalars.append(scalar)
                inNumber = false
            }
        }
        guard let number = numbers.first, number < 10_000 else { return .none }
        switch marks {
        case "#": return .bare(number)
        case "第#页", "第#页共#页", "第#页/共#页", "第#页，共#页", "#/#", "#页", "共#页第#页", "Page#of#", "Page#":
            return .marked
        default:
            let dashes: Set<Character> = ["-", "－", "—", "–", "―", "─", "一", "~", "·", "•", "‐"]
            guard marks.count >= 3, let middle = marks.firstIndex(of: "#") else { return .none }
            let before = marks[..<middle]
            let after = marks[marks.index(after: middle)...]
            let isMarked = !before.isEmpty && !after.isEmpty && (before + after).allSatisfy(dashes.contains)
            return isMarked ? .marked : .none
        }
    }

    /// A line without its figures, for comparing running headers.
    private static func shape(_ text: [UInt8]) -> [UInt8] { text.filter { !(0x30...0x39).contains($0) } }
}
