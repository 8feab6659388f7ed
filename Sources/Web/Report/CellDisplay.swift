internal import AnnualReport
internal import Markup

/// A cell as the page shows it: the number as printed, or what is known of it in words.
struct CellDisplay {
    let cell: Cell
    /// The unit that the heading of the column states.
    let columnUnit: String?
    let t: Wording

    /// The longest printed number shown as it is, in characters.
    static let longest = 24

    /// What stands in the cell.
    var html: HTML {
        switch cell.state {
        case .number: return HTML(text: number)
        case .blank: return word(t("空白", "blank"))
        case .notApplicable: return word(t("不适用", "n/a"))
        case .unreadable: return word(t("读不准", "unclear"))
        case .absent: return word(t("缺", "missing"))
        }
    }

    /// A word of ours in a form that is Chinese.
    private func word(_ text: String) -> HTML {
        "<span class=\"no\"\(" lang=\"en\"", if: t.isEnglish)>\(text)</span>"
    }

    private var number: String {
        let printed = cell.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let value = printed.isEmpty || printed.count > Self.longest ? cell.value?.description ?? printed : printed
        guard let unit = cell.unit, unit != columnUnit, !value.hasSuffix(unit) else { return value }
        return "\(value) \(unit)"
    }

    /// What the words in the cells of a report mean, for those that occur.
    static func legend(_ cells: ReportCells, _ t: Wording) -> HTML? {
        let states = Set(cells.map(\.state))
        var parts: [String] = []
        if states.contains(.blank) {
            parts.append(t("空白：原件这一格没有填写，不等于0", "blank: nothing stands there, which is not 0"))
        }
        if states.contains(.notApplicable) {
            parts.append(t("不适用：原件填的是“/”或者“—”", "n/a: “/” or “—” stands there"))
        }
        if states.contains(.unreadable) {
            parts.append(t("读不准：这一格有内容，但不能确定是哪个数", "unclear: something stands there that cannot be told for certain"))
        }
        if states.contains(.absent) { parts.append(t("缺：原件没有这一格", "missing: the document does not have the cell")) }
        guard !parts.isEmpty else { return nil }
        let lead = t("表中用词：", "Words in the tables: ")
        return
            "<p class=\"words\"\(" lang=\"en\"", if: t.isEnglish)>\(lead)\(parts.joined(separator: t("；", "; ")))\(t("。", "."))</p>"
    }
}
