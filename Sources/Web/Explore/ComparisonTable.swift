internal import AnnualReport
internal import Ledger
internal import Markup
internal import Service

/// What is compared as a table; every number from a report leads to it.
struct ComparisonTable {
    let comparison: Comparison
    let title: String
    let t: Wording

    private var words: ValueWords { ValueWords(t: t) }

    var html: HTML {
        """
        <div class="scroll" role="region" aria-label="\(t("数据表：", "Table: "))\(title)" tabindex="0">
        <table class="tbl stack tight figs">
        <caption class="unseen">\(title)</caption>
        \(comparison.measures.count == 1 ? single : several)</table>
        </div>

        """
    }

    // MARK: One measure: offices by years

    private var single: HTML {
        let heads = comparison.years.map { "<th scope=\"col\" class=\"num\">\($0.description)</th>" as HTML }
        let isCompared = hasYearBefore
        let change: HTML =
            isCompared
            ? "<th scope=\"col\" class=\"num\">\(t("增减", "Change"))</th><th scope=\"col\" class=\"num\">\(t("增减率", "Rate"))</th>"
            : .empty
        let rows = comparison.lines.map { line -> HTML in
            let cells = zip(comparison.years, line.values).map { year, values -> HTML in
                cell(values[0], line.office, year, label: year.description)
            }
            return """
                <tr><th scope="row" lang="zh-CN">\(line.office.fullName.text)</th>\(cells)\(isCompared ? changeCells(line) : .empty)</tr>

                """
        }
        return """
            <thead><tr><th scope="col">\(t("机关", "Office"))</th>\(heads)\(change)</tr></thead>
            <tbody>
            \(rows)\(total)</tbody>

            """
    }

    /// Whether the last year shown follows the one shown before it.
    private var hasYearBefore: Bool {
        let years = comparison.years.suffix(2).map(\.number)
        return years.count == 2 && years[1] == years[0] + 1
    }

    private func changeCells(_ line: Comparison.Line) -> HTML {
        let last = line.values.suffix(2).map { $0[0].number }
        return change(last.first ?? nil, last.last ?? nil)
    }

    private func change(_ before: FormNumber?, _ after: FormNumber?) -> HTML {
        let difference = before.flatMap { before in after.map { ValueWords.signed($0 - before) } } ?? "—"
        let rate = before.flatMap { before in after.flatMap { ValueWords.rate(from: before, to: $0) } } ?? "—"
        return """
            <td class="num" data-l="\(t("增减", "Change"))">\(difference)</td><td class="num" data-l="\(t("增减率", "Rate"))">\(rate)</td>
            """
    }

    /// The sums, only of years for which every office has a number: a sum with gaps would be taken for one without.
    private var total: HTML {
        guard comparison.lines.count > 1, !comparison.isFromRecords || comparison.measures[0].unit != "天" else {
            return .empty
        }
        let sums = comparison.years.indices.map { place -> FormNumber? in
            comparison.lines.reduce(FormNumber.zero) { sum, line in
                sum.flatMap { sum in line.values[place][0].number.map { sum + $0 } }
            }
        }
        guard sums.contains(where: { $0 != nil }) else { return .empty }
        let cells = zip(comparison.years, sums).map { year, sum -> HTML in
            "<td class=\"num\" data-l=\"\(year.description)\"><b>\(sum.map(ValueWords.grouped) ?? t("不全", "incomplete"))</b></td>"
        }
        let pair = Array(sums.suffix(2))
        return """
            <tr><th scope="row"><b>\(t("\(comparison.lines.count)个机关合计", "\(comparison.lines.count) offices together"))</b></th>\(
                cells)\(hasYearBefore ? change(pair[0], pair[1]) : .empty)</tr>

            """
    }

    // MARK: Several measures: offices and years by measures

    private var several: HTML {
        let heads = comparison.measures.map { measure -> HTML in
            "<th scope=\"col\" class=\"num\">\(t(measure.label, measure.english))</th>"
        }
        let rows = comparison.lines.flatMap { line in
            zip(comparison.years, line.values).map { year, values -> HTML in
                let cells = zip(comparison.measures, values).map { measure, value in
                    cell(value, line.office, year, label: t(measure.label, measure.english))
                }
                return """
                    <tr><th scope="row" lang="zh-CN">\(line.office.fullName.text) \(year.description)</th>\(cells)</tr>

                    """
            }
        }
        return """
            <thead><tr><th scope="col">\(t("机关和年度", "Office and year"))</th>\(heads)</tr></thead>
            <tbody>
            \(rows)</tbody>

            """
    }

    // MARK: One value

    private func cell(_ value: ComparedValue, _ office: Office, _ year: ReportYear, label: String) -> HTML {
        let text = words.text(value)
        guard value.number != nil else { return "<td class=\"num gap\" data-l=\"\(label)\">\(text)</td>" }
        guard !comparison.isFromRecords else { return "<td class=\"num\" data-l=\"\(label)\">\(text)</td>" }
        let name = t("\(office.fullName.text)\(year)年年报，\(text)", "\(text), report of \(office.fullName.text) \(year)")
        return """
            <td class="num" data-l="\(label)"><a class="ttl" href="\(ReportPage.path(office.code, year))" aria-label="\(name)">\(text)</a></td>
            """
    }
}
