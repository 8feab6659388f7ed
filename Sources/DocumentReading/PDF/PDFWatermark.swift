/// Tells watermarks from the text of the pages: words drawn on a slant, and words strewn over every page alike.
///
/// Their figures would otherwise stand among those of the tables.
enum PDFWatermark {
    /// How far neighbours on a slant may miss each other, as a share of their width.
    private static let slack: Float = 0.12
    /// The least rise to the right for which text counts as slanted; below it is a page fed askew.
    private static let leastSlope: Float = 0.12
    /// The most; text beyond that runs upwards rather than across.
    private static let steepest: Float = 1.2
    /// Characters at one place across that are looked at as neighbours; a page has no more lines than that.
    private static let mostNeighbours = 200
    /// A strewn word stands at so many heights of each page.
    private static let fewestHeights = 4
    /// A strewn word has so many characters.
    private static let fewestCharacters = 3

    /// Takes watermarks out. True where there were any.
    static func remove(from pages: inout [PDFGlyphs]) -> Bool {
        var found = false
        let strewn = strewn(pages)
        for page in pages.indices {
            let marks = slanted(pages[page].glyphs).union(strewn[page])
            guard !marks.isEmpty else { continue }
            found = true
            var kept: [PDFGlyphs.Glyph] = []
            var isBroken = false
            for (index, glyph) in pages[page].glyphs.enumerated() {
                if marks.contains(index) {
                    isBroken = true
                } else {
                    kept.append(PDFGlyphs.Glyph(run: glyph.run, follows: glyph.follows && !isBroken))
                    isBroken = false
                }
            }
            pages[page].glyphs = kept
        }
        return found
    }

    // MARK: Slanted words

    /// Characters in chains of three or more, each touching the next at a constant rise, with nothing beside them on
    /// their own height.
    private static func slanted(_ glyphs: [PDFGlyphs.Glyph]) -> Set<Int> {
        let order = glyphs.indices.sorted { glyphs[$0].run.left < glyphs[$1].run.left }
        let lefts = order.map { glyphs[$0].run.left }
        var marks: Set<Int> = []
        for first in order {
            for second in steps(from: first, glyphs, order, lefts) {
                let slope = rise(glyphs[first].run, glyphs[second].run)
                let thirds = steps(from: second, glyphs, order, lefts)
                for third in thirds where abs(rise(glyphs[second].run, glyphs[third].run) - slope) < abs(slope) * 0.05 {
                    marks.formUnion([first, second, third])
                }
            }
        }
        return marks.isEmpty ? marks : withRest(marks, glyphs, order)
    }

    /// The characters that could go on from one to the right, on a slant.
    private static func steps(
        from index: Int, _ glyphs: [PDFGlyphs.Glyph], _ order: [Int], _ lefts: [Float]
    ) -> [Int] {
        let run = glyphs[index].run
        let width = run.right - run.left
        guard width > 0 else { return [] }
        var position = firstPosition(lefts, from: run.right - width * slack)
        var found: [Int] = []
        var looked = 0
        while position < order.count, lefts[position] <= run.right + width * slack, looked < mostNeighbours {
            let next = glyphs[order[position]].run
            if isSameHeight(run, next) {
                let slope = abs(rise(run, next))
                // On its own height something goes on: this is a level line.
                if slope < leastSlope { return [] }
                if slope < steepest, !goesOnLevel(to: next, glyphs, order, lefts) { found.append(order[position]) }
            }
            position += 1
            looked += 1
        }
        return found
    }

    /// Whether some character ends, on the same height, where this one begins: then it stands in a level line.
    private static func goesOnLevel(
        to run: PDFRun, _ glyphs: [PDFGlyphs.Glyph], _ order: [Int], _ lefts: [Float]
    ) -> Bool {
        let width = run.right - run.left
        var position = firstPosition(lefts, from: run.left - width * 2.5)
        var looked = 0
        while position < order.count, lefts[position] < run.left, looked < mostNeighbours * 3 {
            let before = glyphs[order[position]].run
            if isSameHeight(run, before), abs(before.top - run.top) < run.height * 0.05,
                abs(before.right - run.left) < width * 0.3
            {
                return true
            }
            position += 1
            looked += 1
        }
        return false
    }

    /// Words of the same mark that are parted by a space or too short for a chain: on the line of one, a little apart.
    private static func withRest(_ marks: Set<Int>, _ glyphs: [PDFGlyphs.Glyph], _ order: [Int]) -> Set<Int> {
        var result = marks
        guard let some = marks.first else { return marks }
        // Marks of one page are written in one size.
        let size = glyphs[some].run
        let fellows = order.filter { isSameHeight(glyphs[$0].run, size) }
        guard fellows.count <= 400, marks.count <= 400 else { return marks }
        var grows = true
        while grows {
            grows = false
            for fellow in fellows where !result.contains(fellow) {
                let isOnLine = result.contains { mark in
                    let (run, next) = (glyphs[mark].run, glyphs[fellow].run)
                    let em = max(run.right - run.left, next.right - next.left) * 2
                    let slope = abs(rise(run, next))
                    return abs(run.left - next.left) < em * 1.5 && slope >= leastSlope && slope < steepest
                        && marks.contains { other in
                            other != mark && abs(rise(glyphs[other].run, run) - rise(run, next)) < slope * 0.05
                        }
                }
                if isOnLine {
                    result.insert(fellow)
                    grows = true
                }
            }
        }
        return result
    }

    private static func rise(_ from: PDFRun, _ to: PDFRun) -> Float {
        let across = to.left - from.left
        return across == 0 ? .infinity : (to.top - from.top) / across
    }

    private static func isSameHeight(_ one: PDFRun, _ other: PDFRun) -> Bool {
        abs(one.height - other.height) <= one.height * 0.01
    }

    private static func firstPosition(_ sorted: [Float], from least: Float) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < least { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Strewn words

    /// Where a character stands, to half a point.
    private struct Spot: Hashable {
        var character: ArraySlice<UInt8>
        var left: Int
        var top: Int

        init?(_ run: PDFRun, _ text: [UInt8]) {
            guard abs(run.left) < 1_000_000, abs(run.top) < 1_000_000 else { return nil }
            character = text[run.text]
            left = Int((run.left * 2).rounded())
            top = Int((run.top * 2).rounded())
        }
    }

    /// For each page the characters of words that stand at the same places of every page, at several heights each.
    private static func strewn(_ pages: [PDFGlyphs]) -> [Set<Int>] {
        var result = [Set<Int>](repeating: [], count: pages.count)
        let filled = pages.indices.filter { !pages[$0].glyphs.isEmpty }
        guard filled.count >= 2, let first = filled.first else { return result }
        var common = spots(pages[first])
        for page in filled.dropFirst() where !common.isEmpty { common.formIntersection(spots(pages[page])) }
        guard !common.isEmpty else { return result }
        // Only words that hold more than figures: those of two tables may stand alike by chance.
        var tops: [[UInt8]: Set<Int>] = [:]
        for word in words(of: pages[first], at: common) {
            let text = word.flatMap { pages[first].text[pages[first].glyphs[$0].run.text] }
            guard word.count >= fewestCharacters, text.contains(where: { $0 >= 0x41 }) else { continue }
            tops[text, default: []].insert(Int(pages[first].glyphs[word[0]].run.top.rounded()))
        }
        let marks = Set(tops.filter { $0.value.count >= fewestHeights }.keys)
        guard !marks.isEmpty else { return result }
        for page in filled {
            for word in words(of: pages[page], at: common)
            where marks.contains(word.flatMap({ pages[page].text[pages[page].glyphs[$0].run.text] })) {
                result[page].formUnion(word)
            }
        }
        return result
    }

    private static func spots(_ page: PDFGlyphs) -> Set<Spot> {
        Set(page.glyphs.compactMap { Spot($0.run, page.text) })
    }

    /// The characters at these places as words: touching, on one height.
    private static func words(of page: PDFGlyphs, at common: Set<Spot>) -> [[Int]] {
        let members = page.glyphs.indices.filter { index in
            Spot(page.glyphs[index].run, page.text).map(common.contains) ?? false
        }
        let order = members.sorted {
            let (one, other) = (page.glyphs[$0].run, page.glyphs[$1].run)
            return (one.top.rounded(), one.left) < (other.top.rounded(), other.left)
        }
        var words: [[Int]] = []
        var last: PDFRun?
        for index in order {
            let run = page.glyphs[index].run
            if let before = last, abs(before.top - run.top) < 1, run.left - before.right < 0.15 * run.em,
                run.left > before.left
            {
                words[words.count - 1].append(index)
            } else {
                words.append([index])
            }
            last = run
        }
        return words
    }
}

extension DocumentNote {
    /// A watermark was left out.
    static var watermark: DocumentNote {
        DocumentNote(code: "watermark", message: "PDF页面上有水印文字，未读取。")
    }
}
