/// How people name an office: the one rule for every command and every act.
public struct OfficeNames: Sendable {
    private let byCode: [AgencyCode: Office]
    private let byName: [PlainLine: Office]
    private let present: [Office]

    /// The names of some offices.
    public init(_ offices: [Office]) {
        present = offices.filter { $0.until == nil }
        byCode = Dictionary(offices.map { ($0.code, $0) }) { first, _ in first }
        byName = Dictionary(present.map { ($0.fullName, $0) }) { first, _ in first }
    }

    /// The office with a code, or the office of today with a full name; nil where there is none.
    ///
    /// A name without the places before it (祥芝镇人民政府 for 石狮市祥芝镇人民政府) or the short name will do where only one
    /// office of today has it.
    public func office(named name: String) -> Office? {
        if let code = AgencyCode(name), let found = byCode[code] { return found }
        guard let line = PlainLine(name) else { return nil }
        if let exact = byName[line] { return exact }
        let near = present.filter { office in
            office.shortName == line || line.text.count >= 4 && office.fullName.text.hasSuffix(line.text)
        }
        return near.count == 1 ? near.first : nil
    }
}
