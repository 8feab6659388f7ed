internal import HTTPCore

/// One parameter of an operation: what may be sent, and what is said of anything else.
struct APIParameter: Sendable {
    /// Where it stands.
    enum Place: String, Sendable {
        case path
        case query
        case header
    }

    let name: String
    let place: Place
    let schema: JSONSchema
    /// What it means, in Chinese and English.
    let about: String
    var isRequired = false
    /// More than one value, the name each time; how many at most.
    var most = 1
    /// A value for examples.
    var example: String?

    /// A part of the path.
    static func path(_ name: String, _ schema: JSONSchema, _ about: String, example: String) -> APIParameter {
        APIParameter(name: name, place: .path, schema: schema, about: about, isRequired: true, example: example)
    }

    /// A header that must be there.
    static func header(_ name: String, _ schema: JSONSchema, _ about: String, example: String) -> APIParameter {
        APIParameter(name: name, place: .header, schema: schema, about: about, isRequired: true, example: example)
    }

    /// A field of the query.
    static func query(_ name: String, _ schema: JSONSchema, _ about: String, example: String? = nil) -> APIParameter {
        APIParameter(name: name, place: .query, schema: schema, about: about, example: example)
    }

    /// A field of the query that stands there once or several times.
    static func list(_ name: String, _ schema: JSONSchema, _ about: String, most: Int, example: String) -> APIParameter
    {
        APIParameter(
            name: name, place: .query, schema: schema, about: about, isRequired: true, most: most, example: example)
    }

    /// The parameters of every list.
    ///
    /// - Parameter place: how the list writes the place where a page begins.
    static func paging(_ place: JSONSchema.TextRule) -> [APIParameter] {
        [
            query("limit", .integer(1...200), "一页最多几条，默认50。Entries on a page, 50 unless told.", example: "50"),
            after(place),
        ]
    }

    /// Where a page begins.
    static func after(_ place: JSONSchema.TextRule) -> APIParameter {
        query(
            "after", .string(place),
            "从哪一条之后开始：用上一页 next 里的值，不要自己拼。Where the page begins: taken from `next` of the page before.")
    }

    /// What is wrong with the values that came; nil where nothing is.
    func fault(in values: [String]) -> Sentence? {
        if values.isEmpty { return isRequired ? Sentence("缺少这个参数", "it is missing") : nil }
        if values.count > most {
            return most == 1
                ? Sentence("只能出现一次", "it may come once only")
                : Sentence("最多\(most)个，现在有\(values.count)个", "at most \(most) of it, there are \(values.count)")
        }
        return values.allSatisfy(schema.accepts) ? nil : schema.wanted
    }
}
