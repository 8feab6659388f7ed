internal import AnnualReport
internal import AnnualReport
internal import Markup

/// The text of a section as paragraphs, with the words that findings quote marked.
struct SectionProse {
    let text: String
    let quotes: [FindingMarks.Quote]
    let t: Wording

    /// One `<p>` for each line of the text.
    var html: HTML {
        var paragraphs: [HTML] = []
        var start = text.startIndex
        while start < text.endIndex {
            let end = text.utf8[start...].firstIndex(of: 0x0A) ?? text.endIndex
            if start < end { paragraphs.append(paragraph(start..<end)) }
            start = end < text.endIndex ? text.utf8.index(after: end) : end
        }
        return paragraphs.joined(separator: "\n")
    }

    private func paragraph(_ range: Range<String.Index>) -> HTML {
        let bold = leadIn(range)
        var html: HTML = "<p>"
        var place = range.lowerBound
        if bold > place {
            html += "<b>\(text[place..<bold])</b>"
            place = bold
        }
        for quote in quotes where quote.range.lowerBound >= place && quote.range.lowerBound < range.upperBound {
            let end = min(quote.range.upperBound, range.upperBound)
            html += "\(text[place..<quote.range.lowerBound])<mark id=\"m\(quote.number)\">"
            html += "\(text[quote.range.lowerBound..<end])</mark>\(FindingLink(t: t).html(quote.number))"
            place = end
        }
        return html + "\(text[place..<range.upperBound])</p>"
    }

    /// The end of a short heading such as （一）主动公开。 at the begin of a paragraph; its begin where there is none or
    /// a quote stands in it.
    private func leadIn(_ range: Range<String.Index>) -> String.Index {
        let end = LeadIn.end(in: text[range])
        let isQuoted = quotes.contains { $0.range.overlaps(range.lowerBound..<end) }
        return isQuoted ? range.lowerBound : end
    }
}

/// The number beside a mark, which leads to the finding.
struct FindingLink {
    let t: Wording

    func html(_ number: Int) -> HTML {
        let label = t("核对发现\(number)，看说明", "Finding \(number), see the note")
        return
            "<a href=\"#f\(number)\"\(" lang=\"en\"", if: t.isEnglish) aria-label=\"\(label)\">\(FindingNumber.text(number))</a>"
    }
}
