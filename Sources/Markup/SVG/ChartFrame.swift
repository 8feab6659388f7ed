/// What every chart has in common: a picture that says what it shows, sized by attributes only, as the content security
/// policy of pages allows no styles in them.
struct ChartFrame {
    /// The width of every chart in its own units: on a phone of 360 px about one unit a pixel.
    static let width = 360

    /// The picture with its name and description.
    ///
    /// - Parameters:
    ///   - id: parts the names of several charts on one page.
    ///   - height: in units.
    static func svg(id: String, title: String, description: String, height: Int, _ marks: HTML) -> HTML {
        """
        <svg class="chart" viewBox="0 0 \(width) \(max(height, 1))" role="img" aria-labelledby="\(id)-t" \
        aria-describedby="\(id)-d">
        <title id="\(id)-t">\(title)</title>
        <desc id="\(id)-d">\(description)</desc>
        \(marks)</svg>

        """
    }

    /// One picture a part, one below the other, so that a sheet of paper can end between any two; an empty picture for no
    /// part.
    ///
    /// - Parameter parts: what each is about, its height and its marks.
    static func svgs(
        id: String, title: String, description: String, parts: [(label: String, height: Int, marks: HTML)]
    ) -> HTML {
        guard !parts.isEmpty else { return svg(id: id, title: title, description: description, height: 0, .empty) }
        let pictures = parts.enumerated().map { place, part in
            svg(
                id: "\(id)\(place + 1)", title: "\(part.label) – \(title)", description: description,
                height: part.height, part.marks)
        }
        return "\(pictures)"
    }

    /// The pieces of a name above its marks, and how far down they reach.
    ///
    /// - Parameter language: that of the name; empty where it is the language of the page.
    static func head(_ label: String, language: String) -> (marks: HTML, height: Int) {
        var marks = HTML.empty
        var y = 0
        for piece in ChartText.lines(label, width: width) {
            marks += "<text class=\"head\"\(lang(language)) x=\"0\" y=\"\(y + 16)\">\(piece)</text>\n"
            y += ChartText.lineHeight + 2
        }
        return (marks, y)
    }

    /// Marks further down.
    static func moved(_ marks: HTML, down: Int) -> HTML {
        down == 0 || marks.isEmpty ? marks : "<g transform=\"translate(0 \(down))\">\n\(marks)</g>\n"
    }

    private static func lang(_ language: String) -> HTML {
        language.isEmpty ? .empty : " lang=\"\(language)\""
    }

    /// Text at a place.
    static func text(
        _ text: String, x: Int, y: Int, anchor: Anchor = .start, isDim: Bool = false, language: String = ""
    ) -> HTML {
        let anchored: HTML =
            switch anchor {
            case .start: .empty
            case .middle: " text-anchor=\"middle\""
            case .end: " text-anchor=\"end\""
            }
        return "<text\(" class=\"dim\"", if: isDim)\(lang(language)) x=\"\(x)\" y=\"\(y)\"\(anchored)>\(text)</text>\n"
    }

    /// Which end of a text stands at its place.
    enum Anchor {
        case start
        case middle
        case end
    }

    /// A bar of some length; nothing for none.
    static func bar(_ kind: Bar, x: Int, y: Int, length: Int, height: Int) -> HTML {
        let name: HTML =
            switch kind {
            case .now: "bar"
            case .before: "was"
            case .top: "bar top"
            }
        return length <= 0
            ? .empty
            : "<rect class=\"\(name)\" x=\"\(x)\" y=\"\(y)\" width=\"\(length)\" height=\"\(height)\"/>\n"
    }

    /// What a bar stands for.
    enum Bar {
        /// The value in question.
        case now
        /// The value of the year before.
        case before
        /// The value in question where it stands out.
        case top
    }

    /// The length of a mark, at least 1 for anything above zero; nothing below zero, which no count is.
    static func length(_ size: Double, of largest: Double, within room: Int) -> Int {
        guard size > 0, largest > 0, room > 0 else { return 0 }
        return max(1, Int((min(size / largest, 1) * Double(room)).rounded()))
    }
}
