internal import Disclosure
internal import Ledger
internal import Markup

/// Where one can go, call or write in place of the site. Source: 条例 Art 12, 29.
struct OfficeContact {
    let office: Office
    /// Where the office takes applications, by its guide; nil where none is recorded.
    let unit: DisclosureUnit?
    let t: Wording

    /// A note with address, hours and telephone; empty where the guide has none.
    func note(_ heading: String) -> HTML {
        guard let table else { return .empty }
        return """
            <div class="note">
            <h2>\(heading)</h2>
            \(table)<p><a href="\(OfficeColumn.guide.path(office.code))">\(t("看公开指南全文", "Read the whole guide"))</a></p>
            </div>

            """
    }

    /// Name, address, hours and telephone; nil where the guide has none.
    var table: HTML? {
        guard let unit else { return nil }
        var rows: [(label: String, value: String)] = [
            (t("地址", "Address"), unit.address.text), (t("时间", "Hours"), unit.hours.text),
            (t("电话", "Telephone"), unit.telephone.text),
        ]
        if let fax = unit.fax { rows.append((t("传真", "Fax"), fax.text)) }
        let lines = rows.map { row -> HTML in
            "<tr><th scope=\"row\" class=\"keep\">\(row.label)</th><td class=\"keep-lines\" lang=\"zh-CN\">\(row.value)</td></tr>\n"
        }
        return """
            <p lang="zh-CN">\(unit.name.text)</p>
            <table class="tbl tight">
            <caption class="unseen">\(t("受理申请的地址、时间和电话", "Address, hours and telephone"))</caption>
            <tbody>
            \(lines)</tbody>
            </table>

            """
    }
}
