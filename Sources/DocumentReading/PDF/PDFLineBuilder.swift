/// Arranges runs of characters into visual lines, and lines into words.
///
/// Runs are on one line when their middles are: a number that stands half way between the two lines of its row's label
/// is a line of its own.
struct PDFLineBuilder {
    let text: UnsafeRawBufferPointer
    let runs: [PDFRun]

    /// The share of the smaller height by which the middles of one line may differ.
    private static let sameLine: Float = 0.3
    /// Gaps in em: below the first, Chinese characters touch; below the second, letters and digits do; above the
    /// third, a gap is wide.
    private static let wideTouch: Float = 0.2
    private static let narrowTouch: Float = 0.15
    private static let wideGap: Float = 0.8
    /// Letterspaced or justified lines have gaps everywhere; beyond this they are columns after all.
    private static let mostSpacing: Float = 0.4

    /// The lines from top to bottom.
    func lines() -> [PDFLine] {
        let order = runs.indices.sorted { (runs[$0].middle, runs[$0].left) < (runs[$1].middle, runs[$1].left) }
        var lines: [PDFLine] = []
        var members: [Int] = []
        var middle: Float = 0
        var height: Float = 0
        var weight: Float = 0
        for index in order {
            let run = runs[index]
            let share = Float(run.text.count)
            if !members.isEmpty, abs(run.middle - middle) <= min(run.height, height) * Self.sameLine {
                members.append(index)
                middle = (middle * weight + run.middle * share) / (weight + share)
                weight += share
                height = max(height, run.height)
            } else {
                if !members.isEmpty { lines.append(line(members, middle: middle)) }
                members = [index]
                middle = run.middle
                height = run.height
                weight = share
            }
        }
        if !members.isEmpty { lines.append(line(members, middle: middle)) }
        return lines
    }

    private func line(_ members: [Int], middle: Float) -> PDFLine {
        let ordered = members.sorted { runs[$0].left < runs[$1].left }
        let spacing = spacing(ordered)
        var line = PDFLine(text: [], words: [], middle: middle)
        var previous: PDFRun?
        for index in ordered {
            let run = runs[index]
            if let previous, let last = line.words.indices.last {
                let em = min(previous.em, run.em)
                let gap = run.left - previous.right
                let isWide = previous.endsWide && run.startsWide
                let touch = (isWide ? max(Self.wideTouch, spacing) : Self.narrowTouch) * em
                let isApart = previous.isApart(
                    from: run, last: text[previous.text.upperBound - 1], first: text[run.text.lowerBound])
                if gap < touch, !isApart {
                    line.text.append(contentsOf: text[run.text])
                    line.words[last].text = line.words[last].text.lowerBound..<line.text.count
                    line.words[last].right = max(line.words[last].right, run.right)
                } else {
                    line.text.append(gap < Self.wideGap * em ? 0x20 : 0x09)
                    begin(run, in: &line)
                }
            } else {
                begin(run, in: &line)
            }
            previous = run
        }
        return line
    }

    private func begin(_ run: PDFRun, in line: inout PDFLine) {
        let start = line.text.count
        line.text.append(contentsOf: text[run.text])
        line.words.append(Word(text: start..<line.text.count, left: run.left, right: run.right))
    }

    /// The gap in em below which Chinese characters of a letterspaced line still touch; 0 for an ordinary line.
    private func spacing(_ ordered: [Int]) -> Float {
        var gaps: [Float] = []
        var characters = 0
        for (left, right) in zip(ordered, ordered.dropFirst())
        where runs[left].endsWide && runs[right].startsWide {
            gaps.append((runs[right].left - runs[left].right) / min(runs[left].em, runs[right].em))
        }
        for index in ordered where runs[index].startsWide { characters += runs[index].text.count / 3 }
        // Most of the characters must stand apart, or it is an ordinary line with columns.
        guard gaps.count >= 6, gaps.count * 10 >= characters * 6 else { return 0 }
        gaps.sort()
        let median = gaps[gaps.count / 2]
        return median > 0.05 && median < Self.mostSpacing ? median + 0.15 : 0
    }
}
