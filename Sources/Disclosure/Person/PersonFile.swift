public import CivilTime

/// What the entries tell of the data kept about a person: which fields, how often looked at, whether erased.
public struct PersonFile: RecordedSubject {
    /// The names of the fields that are known.
    public internal(set) var fields: [String]
    /// How often someone looked.
    public internal(set) var looks = 0
    /// The day they were erased; nil while they are kept.
    public internal(set) var erased: Day?

    /// The file after one more entry.
    ///
    /// - Throws: `Refusal` when the entry does not fit.
    public static func applying(_ entry: PersonEntry, to file: PersonFile?) throws(Refusal) -> PersonFile {
        guard var next = file else {
            guard case .recorded(let recording) = entry.act else { throw misfit(entry) }
            return PersonFile(fields: recording.fields)
        }
        guard next.erased == nil else { throw misfit(entry) }
        switch entry.act {
        case .recorded: throw misfit(entry)
        case .changed(let recording): next.fields = recording.fields
        case .looked: next.looks += 1
        case .erased:
            next.erased = entry.day
            next.fields = []
        }
        return next
    }

    func mustBeKept() throws(Refusal) {
        guard let erased else { return }
        throw Refusal(
            Finding(
                .personErased, field: "person", "该人的个人信息已于 \(erased) 删除。",
                remedy: "案件和统计不受影响；确需联系申请人的，请查阅归档的案卷。"))
    }

    static let unknown = Finding(
        .personUnknown, field: "person", "没有登记该人的个人信息。", remedy: "请核对编号；编号可在申请的登记信息中查到。")
}

extension Finding.Code {
    /// Nothing is kept about the person.
    public static let personUnknown = Self("person.unknown")
    /// What was kept was erased.
    public static let personErased = Self("person.erased")
}
