import AnnualReport

/// The units that the headings of amounts state in a document.
struct HeadingUnits {
    /// The unit of fees; nil where no heading says it.
    private(set) var fee: String?
    /// The unit of purchases; nil where no heading says it.
    private(set) var purchase: String?

    init(_ pieces: Pieces) {
        for index in pieces.all.indices {
            guard case .edition? = pieces.all[index].role else { continue }
            let text = pieces.bytes.text(pieces.all[index].text)
            guard text.has("金额") || text.has("金額") else { continue }
            let unit = Self.unit(in: text)
            if text.has("收费") || text.has("收費") {
                fee = fee ?? unit
            } else {
                purchase = purchase ?? unit
            }
        }
    }

    /// The unit that a heading states; nil where it states none.
    static func unit(in heading: String) -> String? { printed(in: heading)?.text }

    /// The same without its words.
    static func printed(in heading: String) -> PrintedUnit? {
        heading.has("万元") || heading.has("萬元") ? .tenThousandYuan : heading.has("元") ? .yuan : nil
    }
}
