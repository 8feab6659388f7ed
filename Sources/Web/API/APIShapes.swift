internal import AnnualReport
internal import Disclosure
internal import Ledger
internal import Service

/// The shapes of answers, by the names under which the document keeps them.
enum APIShapes {
    private static let year = JSONSchema.integer(ReportYear.range)
    private static let count = JSONSchema.integer(0...Int.max)

    static let all: [(name: String, schema: JSONSchema)] =
        [
            ("Problem", problem), ("Office", office), ("OfficeList", list("Office")), ("ReportLine", reportLine),
            ("ItemLine", item(with: [])), ("ItemList", list("ItemLine")), ("Item", item(with: content)),
            ("SearchResults", searchResults),
            ("ReportList", list("ReportLine")), ("Report", report), ("ReportCell", reportCell), ("Finding", finding),
            ("FindingList", list("Finding")), ("Cell", cell), ("CellList", cells), ("Value", value),
            ("Statistics", statistics), ("Figure", figure), ("Figures", figures),
        ] + APIRequestShapes.all

    private static func list(_ name: String) -> JSONSchema {
        .object([("items", .array(.named(name))), ("next", .optional(.text))])
    }

    /// Source: RFC 9457, with members of our own.
    private static let problem = JSONSchema.record([
        .init(name: "type", schema: .text, about: "固定为 about:blank。Always `about:blank`.", isRequired: true),
        .init(name: "title", schema: .text, about: "状态的名称。The name of the status.", isRequired: true),
        .init(name: "status", schema: .integer(400...599), about: "HTTP 状态。The status.", isRequired: true),
        .init(
            name: "detail", schema: .text,
            about: "说明，语言见 Content-Language。What happened, in the language of Content-Language.", isRequired: true),
        .init(name: "code", schema: .text, about: "供程序判断的固定词。A stable word for programs.", isRequired: true),
        .init(name: "request_id", schema: .text, about: "请求编号，同 X-Request-Id。The id of the request in the log."),
        .init(name: "errors", schema: .array(fault), about: "逐处的错误。Each fault, all of them at once."),
        .init(
            name: "challenge",
            schema: .record([
                .init(
                    name: "stamp", schema: .text, about: "再次提交时原样送回。To be sent back as it is.", isRequired: true),
                .init(
                    name: "bits", schema: .integer(1...256), about: "散列开头应有多少个0位。Zero bits wanted.", isRequired: true),
                .init(
                    name: "seconds", schema: .integer(1 ... .max), about: "不计算时等待的秒数。The wait without a proof.",
                    isRequired: true),
            ]), about: "429：怎样可以不等。With 429, what spares the wait."),
    ])

    private static let fault = JSONSchema.record([
        .init(name: "parameter", schema: .text, about: "有误的参数。The parameter that is wrong."),
        .init(
            name: "pointer", schema: .text, about: "所提交内容里的位置。The place in what was sent (RFC 6901, as a fragment)."),
        .init(name: "code", schema: .text, about: "核对发现的固定词。The stable word of the finding."),
        .init(name: "detail", schema: .text, about: "哪里不对，语言同上。What is wrong, in the same language.", isRequired: true),
        .init(name: "remedy", schema: .text, about: "怎样改正，语言同上。How to mend it, in the same language."),
    ])

    private static let office = JSONSchema.object([
        ("code", .string(.code)), ("full_name", .text), ("short_name", .optional(.text)), ("region", .optional(.text)),
        ("parent", .optional(.string(.code))), ("since", .optional(.text)), ("until", .optional(.text)),
        ("years", .array(year)), ("url", .text),
    ])

    private static func item(with more: [(name: String, schema: JSONSchema)]) -> JSONSchema {
        .object(
            [
                ("id", .string(.place)), ("office", .string(.code)), ("office_name", .text), ("title", .text),
                ("index_number", .text), ("summary", .optional(.text)), ("document_number", .optional(.text)),
                ("category", .word(ProactiveCategory.allCases.map(\.rawValue))), ("topic", .optional(.text)),
                ("publisher", .optional(.text)), ("dated", .text), ("published", .text), ("first_published", .text),
                ("version", .integer(1...Int.max)), ("validity", .word(ItemValidity.allCases.map(\.rawValue))),
                ("keywords", .array(.text)), ("url", .text),
            ] + more)
    }

    private static let content: [(name: String, schema: JSONSchema)] = [
        ("matter", .optional(.object([("code", .text), ("name", .text)]))), ("text", .text),
        (
            "files",
            .array(
                .object([("name", .text), ("format", .text), ("bytes", count), ("sha256", .text), ("url", .text)]))
        ),
    ]

    private static let searchResults = JSONSchema.object([
        (
            "items",
            .array(
                .object([
                    ("title", .text), ("office", .string(.code)), ("office_name", .text), ("day", .text),
                    ("excerpt", .optional(.text)), ("url", .text),
                ]))
        ), ("count", count), ("is_count_exact", .boolean), ("problem", .optional(.word(APIItems.problems))),
        ("next", .optional(.text)),
    ])

    private static let reportLine = JSONSchema.object([
        ("office", .string(.code)), ("office_name", .text), ("year", year), ("version", .integer(1...Int.max)),
        ("form", .word(FormEdition.allCases.map(\.rawValue))), ("state", .word(CheckState.allCases.map(\.rawValue))),
        ("open_errors", count), ("open_warnings", count), ("not_assessable", count), ("unreadable", count),
        ("url", .text), ("json_url", .text),
    ])

    private static let report = JSONSchema.object([
        ("schema", .word(["gongkai.report/1"])), ("source", .text), ("title", .text), ("agency", .text),
        ("report_year", .optional(.integer(1_900...2_999))), ("form", .word(FormEdition.allCases.map(\.rawValue))),
        (
            "sections",
            .array(
                .object([
                    ("id", .word(SectionID.allCases.map(\.rawValue))), ("heading", .text), ("text", .text),
                ]))
        ), ("cells", .map(.named("ReportCell"))),
        ("notes", .array(.object([("code", .text), ("cells", .array(.text)), ("message", .text)]))),
    ])

    private static let reportCell = JSONSchema.object([
        ("state", .word(CellState.allCases.map(\.rawValue))), ("text", .text),
    ])

    private static let finding = JSONSchema.object([
        ("office", .string(.code)), ("year", year), ("rule", .text),
        ("outcome", .word([RuleOutcome.fail.rawValue, RuleOutcome.notAssessable.rawValue])),
        ("severity", .word(Severity.allCases.map(\.rawValue))), ("cells", .array(.string(.cell))),
        ("expected", .optional(.text)), ("actual", .optional(.text)), ("message", .text), ("remedy", .text),
        ("fingerprint", .text), ("decision", .optional(.word(DispositionKind.allCases.map(\.rawValue)))),
        ("url", .text),
    ])

    private static let cell = JSONSchema.object([
        ("address", .string(.cell)), ("caption", .text), ("row", .text), ("column", .text), ("label", .text),
        ("unit", .text), ("forms", .array(.word(FormEdition.allCases.map(\.rawValue)))),
        (
            "same_as",
            .object(FormEdition.allCases.map { ($0.rawValue, JSONSchema.array(.string(.cell))) })
        ),
    ])

    private static let cells = JSONSchema.object([("items", .array(.named("Cell")))])

    private static let value = JSONSchema.object([
        ("office", .string(.code)), ("year", year), ("cell", .string(.cell)), ("value", .optional(.number)),
        ("state", .word(ComparedValue.codes)),
    ])

    private static let statistics = JSONSchema.object([
        ("cells", .array(.object([("address", .string(.cell)), ("label", .text), ("unit", .text)]))),
        ("values", .array(.named("Value"))), ("licence", .text),
    ])

    private static let figure = JSONSchema.object([
        ("id", .text), ("label", .text), ("value", .optional(.number)), ("unit", .text), ("records", count),
    ])

    private static let figures = JSONSchema.object([
        ("office", .string(.code)), ("year", year), ("items", .array(.named("Figure"))),
    ])
}
