internal import AnnualReport
internal import Markup

/// A statutory table filled with the cells of a report, with the marks of findings.
struct StatutoryTableView {
    let layout: StatutoryLayout
    let report: Report
    let marks: FindingMarks
    let t: Wording

    /// The table in the box in which it scrolls on a narrow screen.
    var html: HTML {
        let look = layout.look.isEmpty ? "form" : "form \(layout.look)"
        let head: HTML = layout.head.isEmpty ? .empty : "<thead>\n\(layout.head.map(row))</thead>\n"
        return """
            <div class="scroll" role="region" aria-label="\(layout.name)" tabindex="0">
            <table class="\(look)">
            \(head)<tbody>
            \(layout.body.map(row))</tbody>
            </table>
            </div>

            """
    }

    private func row(_ row: StatutoryLayout.LayoutRow) -> HTML {
        let open: HTML = row.look.isEmpty ? "<tr>" : "<tr class=\"\(row.look)\">"
        return "\(open)\(row.cells.map(cell))</tr>\n"
    }

    private func cell(_ cell: StatutoryLayout.LayoutCell) -> HTML {
        var spans: HTML = .empty
        if cell.columns > 1 { spans += " colspan=\"\(cell.columns)\"" }
        if cell.rows > 1 { spans += " rowspan=\"\(cell.rows)\"" }
        switch cell.content {
        case .label(let text, let scope):
            let look: HTML = cell.look.isEmpty ? .empty : " class=\"\(cell.look)\""
            let label: HTML = cell.look == "tall" ? "<span>\(text)</span>" : Self.breakable(text)
            return "<th scope=\"\(scope.rawValue)\"\(spans)\(look)>\(label)</th>"
        case .value(let address):
            return value(address, spans)
        }
    }

    private func value(_ address: CellAddress, _ spans: HTML) -> HTML {
        guard let cell = report[address], let place = report.form.index(of: address) else { return "<td\(spans)></td>" }
        let position = report.form.cells[place]
        let unit = report.form.tables[position.table].columns[position.column].unit
        let content = CellDisplay(cell: cell, columnUnit: unit, t: t).html
        guard let mark = marks.cells[address] else { return "<td\(spans)>\(content)</td>" }
        let numbers = mark.numbers.map { FindingLink(t: t).html($0) }
        return """
            <td\(spans) class="\(mark.isAtFault ? "hit" : "see")" id="\(FindingMarks.id(address))">\(numbers)\(
                content)</td>
            """
    }

    /// A label with the places where a narrow column may break it: after a bracket, and between the words of two
    /// characters that make up the headings of columns.
    static func breakable(_ label: String) -> HTML {
        if label.hasPrefix("（"), label.count <= 8, let close = label.firstIndex(of: "）") {
            let rest = label.index(after: close)
            return rest == label.endIndex ? HTML(text: label) : "\(label[..<rest])<wbr>\(label[rest...])"
        }
        guard label.count > 2, label.count <= 8, label.count.isMultiple(of: 2),
            label.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) })
        else { return HTML(text: label) }
        var pieces: [HTML] = []
        var place = label.startIndex
        while place < label.endIndex {
            let next = label.index(place, offsetBy: 2)
            pieces.append(HTML(text: String(label[place..<next])))
            place = next
        }
        return pieces.joined(separator: "<wbr>")
    }
}
