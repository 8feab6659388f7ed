internal import CivilTime
internal import Markup

/// What happened, day by day, the earliest first; the last step is where it stands now.
struct Timeline {
    /// One step.
    struct Step {
        let day: Day
        /// What happened.
        let title: HTML
        /// What is to be said of it; empty for nothing.
        var text: HTML = .empty
    }

    let steps: [Step]

    /// The list.
    var html: HTML {
        let items = steps.enumerated().map { index, step -> HTML in
            """
            <li\(" class=\"here\"", if: index == steps.count - 1)><time datetime="\(step.day.description)"><b>\(
                step.day.description)</b></time><div><h3>\(step.title)</h3>\(step.text.isEmpty ? .empty : "<p>\(step.text)</p>")</div></li>

            """
        }
        return "<ol class=\"trail\">\n\(items)</ol>"
    }
}
