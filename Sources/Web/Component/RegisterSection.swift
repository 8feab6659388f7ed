internal import Markup

/// A part of a page with its name: in the margin left of the red rule, or over the part where the margin has a menu.
struct RegisterSection {
    /// Where the name stands.
    enum Shape {
        /// In the margin; for pages without a menu beside them.
        case margin
        /// Over the part; for the column right of a menu.
        case bar
        /// Over the part, which is the first of its column.
        case firstBar
    }

    /// The id of the heading, which names the part for those who cannot see.
    let id: String
    /// The name.
    let title: String
    /// How much stands in it, or in which unit; empty for nothing.
    var meta = ""
    /// True for a name that is Chinese on English pages too.
    var isName = false
    var shape = Shape.margin

    /// The part around its body.
    func html(_ body: HTML) -> HTML {
        switch shape {
        case .margin:
            """
            <section class="reg" aria-labelledby="\(id)">
            <div><h2 id="\(id)"\(" lang=\"zh-CN\"", if: isName)>\(title)</h2>\(meta.isEmpty ? .empty : "<p class=\"meta\">\(meta)</p>")</div>
            <div>
            \(body)
            </div>
            </section>

            """
        case .bar, .firstBar:
            """
            <section\(" class=\"part\"", if: shape == .bar) aria-labelledby="\(id)">
            <div class="bar"><h2 id="\(id)"\(" lang=\"zh-CN\"", if: isName)>\(title)</h2>\(
                meta.isEmpty ? .empty : "<p class=\"meta\"><span>\(meta)</span></p>")</div>
            \(body)
            </section>

            """
        }
    }
}
