internal import HTTPCore
internal import Ledger
internal import Markup

/// A line for the command line that takes something from the interface; a test runs each of them.
struct InterfaceExample {
    /// What it asks for.
    let about: Sentence
    /// The path of the address.
    let path: String
    /// The fields of the query.
    let fields: [(name: String, value: String)]
    /// Where the site is.
    private let origin: String

    /// Three that have an answer on every site.
    ///
    /// - Parameters:
    ///   - origin: the address of the site; empty for one on the reader's machine.
    ///   - sample: a report that is kept; nil where none is.
    static func all(origin: String, sample: (office: AgencyCode, year: ReportYear)?) -> [InterfaceExample] {
        let origin = origin.isEmpty ? "http://127.0.0.1:8080" : origin
        let last =
            sample.map { sample in
                InterfaceExample(
                    about: Sentence(
                        "一个机关一年新收多少件申请，附这个数的状态",
                        "How many applications an office received in a year, with the state of the number"
                    ),
                    path: "/api/v1/statistics",
                    fields: [
                        ("cell", "t3_applications.new_received.total"), ("office", sample.office.text),
                        ("year", "\(sample.year.number)"),
                    ], origin: origin)
            }
            ?? InterfaceExample(
                about: Sentence("年报两种格式的全部单元格", "Every cell of both forms of the annual report"),
                path: "/api/v1/cells", fields: [], origin: origin)
        return [
            InterfaceExample(
                about: Sentence(
                    "机关名录的前三个，下一页的网址在 next 里", "The first three offices; next has the address of the page behind"),
                path: "/api/v1/offices", fields: [("limit", "3")], origin: origin),
            InterfaceExample(
                about: Sentence("标题、正文和附件里有“预算”的信息和年报", "Items and reports with “预算” (budget) in title, text or files"),
                path: "/api/v1/search", fields: [("q", "预算"), ("limit", "5")], origin: origin), last,
        ]
    }

    /// The address without the name of the site.
    var target: String { fields.isEmpty ? path : "\(path)?\(FormFields(fields.map { ($0.name, $0.value) }).encoded)" }

    /// The line as a shell takes it; Chinese in it is marked on English pages.
    func command(_ t: Wording) -> HTML {
        guard !fields.isEmpty else { return "curl -s '\(origin)\(path)'" }
        let data = fields.map { field -> HTML in
            let value = field.value.utf8.allSatisfy { $0 < 0x80 } ? "\(field.value)" : t.written(field.value)
            return " \\\n  --data-urlencode '\(field.name)=\(value)'"
        }
        return "curl -s -G '\(origin)\(path)'\(data)"
    }
}
