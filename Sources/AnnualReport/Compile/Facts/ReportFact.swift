/// One number that the narrative of the report can use, with how many records stand behind it.
public struct ReportFact: Sendable, Hashable {
    /// Stable id, parts joined by dots (`items.published.channel.website`).
    public let id: String
    /// What it is, in Chinese, as a sentence would name it.
    public let label: String
    /// The number; nil where there is none to give, such as a rate of nothing.
    public let value: FormNumber?
    /// What it counts (条, 件, 次, %, 元).
    public let unit: String
    /// How many records stand behind it; they are listed by the id.
    public let records: Int

    /// A fact.
    public init(_ id: String, _ label: String, _ value: FormNumber?, unit: String, records: Int = 0) {
        self.id = id
        self.label = label
        self.value = value
        self.unit = unit
        self.records = records
    }

    /// A number of so many records.
    init(_ id: String, _ label: String, counting records: Int, unit: String) {
        self.init(id, label, FormNumber(records), unit: unit, records: records)
    }

    /// What a fact that is counted from records is called (通过政府网站公开); nil for an id that is none.
    public static func title(of id: String) -> String? {
        FactDefinition.counted.first { $0.id == id }?.label
    }
}
