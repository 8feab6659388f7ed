internal import AnnualReport
internal import Ledger
internal import Markup
internal import Service

/// How a report stands after its check: in words, then by shape, then by colour.
struct StateWords {
    let t: Wording

    /// Everything that holds, the gravest first.
    func all(_ standing: ReportStanding) -> HTML {
        var pieces: [HTML] = []
        if standing.openErrors > 0 { pieces.append(errors(standing.openErrors)) }
        if standing.openWarnings > 0 { pieces.append(warnings(standing.openWarnings)) }
        if standing.unreadable > 0 { pieces.append(unreadable(standing.unreadable)) }
        if pieces.isEmpty { pieces.append(clean) }
        return pieces.joined(separator: " ")
    }

    /// The label of a state in a list to choose from.
    func label(_ state: CheckState) -> String {
        switch state {
        case .errors: t("有错误", "With errors")
        case .warnings: t("有提醒", "With warnings")
        case .unreadable: t("有读不准的格", "With unreadable cells")
        case .clean: t("没有发现问题", "No findings")
        }
    }

    /// The word for a severity.
    func word(_ severity: Severity) -> String {
        switch severity {
        case .error: t("错误", "Error")
        case .warning: t("提醒", "Warning")
        case .notice: t("提示", "Notice")
        }
    }

    private func errors(_ count: Int) -> HTML {
        "<span class=\"state err-s\">\(t("错误\(count)处", count == 1 ? "1 error" : "\(count) errors"))</span>"
    }

    private func warnings(_ count: Int) -> HTML {
        "<span class=\"state warn-s\">\(t("提醒\(count)处", count == 1 ? "1 warning" : "\(count) warnings"))</span>"
    }

    private func unreadable(_ count: Int) -> HTML {
        "<span class=\"state dim-s\">\(t("读不准\(count)格", "\(count) unreadable"))</span>"
    }

    private var clean: HTML { "<span class=\"state ok-s\">\(t("没有发现问题", "No findings"))</span>" }
}
