/// One number that the narrative of the report can use, with what it was counted from.
public struct ReportFact: Sendable, Hashable {
    /// Stable id, parts joined by dots (`items.channel.website`).
    public let id: String
    /// What it is, in Chinese, as a sentence would name it.
    public let label: String
    /// The number; nil where there is none to give, such as a rate of nothing.
    public let value: FormNumber?
    /// What it counts (条, 件, 次, %, 元).
    public let unit: String
    /// The records behind it; empty for a rate.
    public let records: [RecordName]

    /// A fact.
    public init(_ id: String, _ label: String, _ value: FormNumber?, unit: String, records: [RecordName] = []) {
        self.id = id
        self.label = label
        self.value = value
        self.unit = unit
        self.records = records
    }

    /// A number of records.
    public init(_ id: String, _ label: String, counting records: [RecordName], unit: String) {
        self.init(id, label, FormNumber(records.count), unit: unit, records: records)
    }
}
