internal import AnnualReport
internal import Ledger
internal import Markup
internal import Service

/// What is compared as pictures; the same numbers stand in the table beside them.
struct ComparisonCharts {
    let comparison: Comparison
    let title: String
    let t: Wording
    /// Bars that are drawn at most.
    var mostBars = SiteSettings().exploreBars
    /// Large where people asked for large letters.
    var width = ChartWidth.usual

    private var words: ValueWords { ValueWords(t: t) }

    /// Offices of which lines over the years are drawn at most.
    private static let linesDrawn = 6

    var html: HTML {
        guard let last = comparison.years.last, !comparison.lines.isEmpty, !comparison.measures.isEmpty else {
            return .empty
        }
        return switch shape {
        case .grouped: grouped()
        case .lines: lines
        case .bars: bars(last)
        }
    }

    /// Pictures that stand one below the other beside the table; more of them stand side by side above it.
    private static let picturesBeside = 2

    /// Whether the pictures need the width of the page.
    var isWide: Bool { shape == .grouped && comparison.lines.count > Self.picturesBeside }

    /// How it is drawn: every way shows every year that was chosen.
    private enum Shape {
        case bars
        case lines
        case grouped
    }

    private var shape: Shape {
        guard comparison.measures.count == 1 else { return .grouped }
        if comparison.years.count == 1 || comparison.years.count == 2 && hasBefore { return .bars }
        return comparison.years.count >= 3 && comparison.lines.count <= Self.linesDrawn ? .lines : .grouped
    }

    // MARK: One measure

    private func bars(_ last: ReportYear) -> HTML {
        let measure = comparison.measures[0]
        let pairs = comparison.lines.map { line in
            (
                line.office, line.values[line.values.count - 1][0],
                hasBefore ? line.values[line.values.count - 2][0] : nil
            )
        }
        let top = greatestRise(pairs.map { ($0.1.number, $0.2?.number) })
        let sorted = pairs.enumerated().sorted {
            ($0.element.1.number ?? Self.none, $1.offset) > ($1.element.1.number ?? Self.none, $0.offset)
        }
        let before = hasBefore ? comparison.years[comparison.years.count - 2] : nil
        let name =
            before.map { t("\(title)，\($0)年和\(last)年", "\(title), \($0) and \(last)") }
            ?? t("\(title)，\(last)年", "\(title), \(last)")
        var chart = BarChart(
            id: "c-bar", title: name,
            description: description(pairs.map { ($0.0, $0.1) }, measure),
            width: width,
            lines: sorted.map { place, pair in
                .init(
                    pair.0.fullName.text, words.mark(pair.1), before: pair.2.map { words.mark($0) },
                    isTop: place == top)
            })
        chart.language = names
        let key: HTML =
            hasBefore
            ? "<span><i class=\"now\"></i>\(last.description)</span><span><i class=\"was\"></i>\(comparison.years[comparison.years.count - 2].description)</span>"
            : "<span><i class=\"now\"></i>\(last.description)</span>"
        let rise: HTML = top == nil ? .empty : "<span><i class=\"top\"></i>\(t("增幅最大", "Largest increase"))</span>"
        return figure("\(name)", chart.svg, key + rise)
    }

    /// The order of offices without a number: behind all others.
    private static let none = FormNumber(millionths: .min)

    private var hasBefore: Bool {
        let years = comparison.years.suffix(2).map(\.number)
        return years.count == 2 && years[1] == years[0] + 1
    }

    /// The line with the greatest rate of rise, where there is one that means something.
    private func greatestRise(_ pairs: [(FormNumber?, FormNumber?)]) -> Int? {
        guard pairs.count > 2 else { return nil }
        var best: (place: Int, rate: Double)?
        for (place, pair) in pairs.enumerated() {
            guard let after = pair.0, let before = pair.1, let ten = FormNumber(10), before >= ten, after > before
            else {
                continue
            }
            let rate = Double(after.millionths) / Double(before.millionths)
            if rate > best?.rate ?? 1 { best = (place, rate) }
        }
        return best?.place
    }

    private func description(_ values: [(Office, ComparedValue)], _ measure: ComparedMeasure) -> String {
        let numbers = values.compactMap { office, value in value.number.map { (office.fullName.text, $0) } }
        guard let most = numbers.max(by: { $0.1 < $1.1 }), let least = numbers.min(by: { $0.1 < $1.1 }) else {
            return t("没有可以比较的数。", "There is no number to compare.")
        }
        return t(
            "\(most.0)最多，\(ValueWords.grouped(most.1))\(measure.unit)；\(least.0)最少，\(ValueWords.grouped(least.1))\(measure.unit)。数值见旁边的表。",
            "Most: \(most.0), \(ValueWords.grouped(most.1)); least: \(least.0), \(ValueWords.grouped(least.1)). The table beside it gives all numbers."
        )
    }

    private var lines: HTML {
        let name = t("\(title)，历年变化", "\(title) over the years")
        var chart = LineChart(
            id: "c-line", title: name,
            description: t(
                "每个机关一条折线，同一比例。数值见旁边的表。",
                "One line for each office, all to the same scale. The table beside it gives all numbers."),
            width: width, steps: comparison.years.map(\.description),
            series: comparison.lines.map { line in
                .init(line.office.fullName.text, line.values.map { words.point($0[0]) })
            })
        chart.language = names
        let hasGap = comparison.lines.contains { $0.values.contains { $0[0].number == nil } }
        let key: HTML =
            hasGap
            ? "<span>\(t("–：没有可以比较的数，原因见数据表", "–: no number; the table says why"))</span>" : .empty
        return figure("\(name)", chart.svg, key)
    }

    // MARK: Several measures, or many offices over years

    private func grouped() -> HTML {
        let measures = comparison.measures
        // Bars of other units would not be to one scale: the table has them.
        let shown = measures.indices.filter { measures[$0].unit == measures[0].unit }
        let extent = ChartExtent(comparison, measures: shown.count, most: mostBars)
        let about =
            comparison.lines.count == 1 && extent.years.count == 1
            ? comparison.lines[0].office.fullName.text + extent.span(comparison.years, t)
            : extent.span(comparison.years, t)
        let name = t("\(title)，\(about)", "\(title), \(about)")
        let groups = comparison.lines.prefix(extent.lines).map { line in
            extent.years.count == 1
                ? group(line, shown, in: extent.years.lowerBound) : group(line, shown, over: extent.years)
        }
        var chart = GroupedBarChart(
            id: "c-group", title: name,
            description: t(
                "每个机关一幅，每条带有名称和数值，同一比例。同样的数见数据表。",
                "One picture for each office; each bar shows its name and number, all to the same scale. The table has the same numbers."
            ),
            width: width, groups: groups)
        chart.language = names
        var keys: [String] = []
        let unit = measures[0].unit
        if shown.count < measures.count, !unit.isEmpty, !t.isEnglish { keys.append("单位：\(unit)") }
        if let left = extent.leftOut(comparison, most: mostBars, t) { keys.append(left) }
        let key = "\(keys.map { "<span>\($0)</span>" as HTML })" as HTML
        let heading: HTML =
            comparison.lines.count == 1 && extent.years.count == 1 && t.isEnglish
            ? "\(title), <span lang=\"zh-CN\">\(about)</span>" : "\(name)"
        return figure(
            heading, groups.count > Self.picturesBeside ? "<div class=\"multiples\">\n\(chart.svg)</div>\n" : chart.svg,
            key)
    }

    private func label(_ which: Int) -> String {
        t(comparison.measures[which].label, comparison.measures[which].english)
    }

    /// One office in one year: a bar a measure.
    private func group(_ line: Comparison.Line, _ shown: [Int], in place: Int) -> GroupedBarChart.Group {
        .init(
            line.office.fullName.text,
            bars: shown.map { .init(label($0), words.mark(line.values[place][$0])) })
    }

    /// One office over years: a bar a year below each measure. Years without any number are said once.
    private func group(_ line: Comparison.Line, _ shown: [Int], over years: Range<Int>) -> GroupedBarChart.Group {
        var notes: [(text: String, years: [String])] = []
        var drawn: [Int] = []
        for place in years {
            let marks = shown.map { words.mark(line.values[place][$0]) }
            let (year, text) = (comparison.years[place].description, marks.first?.text ?? "")
            guard marks.allSatisfy({ $0.size == nil && $0.text == text }) else {
                drawn.append(place)
                continue
            }
            if let known = notes.firstIndex(where: { $0.text == text }) {
                notes[known].years.append(year)
            } else {
                notes.append((text, [year]))
            }
        }
        let sections = drawn.isEmpty ? [] : shown.map { section(of: $0, line, drawn) }
        return .init(
            line.office.fullName.text, sections: sections,
            notes: notes.map { note in
                note.years.count > 1 && note.years.count == years.count
                    ? t("各年：\(note.text)", "Each year: \(note.text)")
                    : t(
                        "\(note.years.map { $0 + "年" }.joined(separator: "、"))：\(note.text)",
                        "\(note.years.joined(separator: ", ")): \(note.text)")
            })
    }

    /// One measure over years; where every year has 0, a line says it in place of bars without length.
    private func section(of which: Int, _ line: Comparison.Line, _ years: [Int]) -> GroupedBarChart.Section {
        let label = comparison.measures.count == 1 ? "" : label(which)
        let marks = years.map { words.mark(line.values[$0][which]) }
        guard years.count == 1 || label.isEmpty || marks.contains(where: { $0.size != 0 }) else {
            return .init(t("\(label)：各年都是0", "\(label): 0 in each year"), bars: [])
        }
        let last = comparison.years.indices.last
        return .init(
            label,
            bars: zip(years, marks).map { .init(comparison.years[$0].description, $1, isBefore: $0 != last) })
    }

    /// The language of names of offices, where the page has another.
    private var names: String { t.isEnglish ? "zh-CN" : "" }

    private func figure(_ name: HTML, _ svg: HTML, _ key: HTML) -> HTML {
        "<figure>\n<h3>\(name)</h3>\n\(svg)\(key.isEmpty ? .empty : "<figcaption class=\"key\">\(key)</figcaption>\n")</figure>\n"
    }
}
