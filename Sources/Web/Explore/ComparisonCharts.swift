internal import AnnualReport
internal import Ledger
internal import Markup
internal import Service

/// What is compared as pictures; the same numbers stand in the table beside them.
struct ComparisonCharts {
    let comparison: Comparison
    let title: String
    let t: Wording

    private var words: ValueWords { ValueWords(t: t) }

    /// Offices of which lines over the years are drawn at most.
    private static let linesDrawn = 6

    var html: HTML {
        guard let last = comparison.years.last, !comparison.lines.isEmpty, !comparison.measures.isEmpty else {
            return .empty
        }
        guard comparison.measures.count == 1 else { return grouped(last) }
        let isSeries = comparison.years.count >= 3 && comparison.lines.count <= Self.linesDrawn
        return isSeries ? lines : bars(last)
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
        let name = t("\(title)，\(last)年", "\(title), \(last)")
        var chart = BarChart(
            id: "c-bar", title: name,
            description: description(pairs.map { ($0.0, $0.1) }, measure),
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
            steps: comparison.years.map(\.description),
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

    // MARK: Several measures

    private func grouped(_ last: ReportYear) -> HTML {
        // Bars of other units would not be to one scale: the table has them.
        let shown = comparison.measures.indices.filter { comparison.measures[$0].unit == comparison.measures[0].unit }
        func bars(_ values: [ComparedValue]) -> [(name: String, value: ChartValue)] {
            shown.map { (t(comparison.measures[$0].label, comparison.measures[$0].english), words.mark(values[$0])) }
        }
        let groups: [GroupedBarChart.Group]
        let about: String
        if comparison.lines.count == 1, let line = comparison.lines.first {
            about = line.office.fullName.text
            groups = zip(comparison.years, line.values).map { .init($0.description, bars: bars($1)) }
        } else {
            about = t("\(last)年", "\(last)")
            groups = comparison.lines.map { line in
                .init(line.office.fullName.text, bars: bars(line.values[line.values.count - 1]))
            }
        }
        let name = t("\(title)，\(about)", "\(title), \(about)")
        var chart = GroupedBarChart(
            id: "c-group", title: name,
            description: t(
                "每条带有名称和数值，同一比例。其余年度见旁边的表。",
                "Each bar shows its name and number, all to the same scale. The table beside it has the other years."),
            groups: groups)
        chart.language = names
        let unit = comparison.measures[0].unit
        let key: HTML =
            shown.count < comparison.measures.count && !unit.isEmpty && !t.isEnglish
            ? "<span>单位：\(unit)</span>" : .empty
        let heading: HTML =
            comparison.lines.count == 1 && t.isEnglish
            ? "\(title), <span lang=\"zh-CN\">\(about)</span>" : "\(name)"
        return figure(heading, chart.svg, key)
    }

    /// The language of names of offices, where the page has another.
    private var names: String { t.isEnglish ? "zh-CN" : "" }

    private func figure(_ name: HTML, _ svg: HTML, _ key: HTML) -> HTML {
        "<figure>\n<h3>\(name)</h3>\n\(svg)\(key.isEmpty ? .empty : "<figcaption class=\"key\">\(key)</figcaption>\n")</figure>\n"
    }
}
