public import CivilTime
public import Disclosure
public import Ledger

/// How far the annual reports of last year are, while they are due: from 1 January to 31 March.
///
/// Source: 条例 Art 49: departments publish before the end of 31 January, governments from the county up before that of
/// 31 March.
public struct ReportSeason: Sendable {
    /// Offices with the same last day.
    public struct Group: Sendable {
        /// True for governments from the county up.
        public let isGovernments: Bool
        /// The last day.
        public let due: Day
        /// Those whose report is kept.
        public let published: [Office]
        /// Those whose report is not.
        public let awaited: [Office]
    }

    /// The report year.
    public let year: ReportYear
    /// Departments first; groups without offices are left out.
    public let groups: [Group]
    /// Calendar days until the next last day that is not over; 0 on the day itself, nil where all are over.
    public let daysLeft: Int?

    /// The season on a day; nil outside of it.
    ///
    /// - Parameters:
    ///   - list: the offices and what is kept of them.
    ///   - characters: what the offices are, where anyone said.
    public init?(
        of list: ListReports.Answer, characters: [AgencyCode: OfficeCharacter], on today: Day
    ) {
        guard today.month <= 3, let year = ReportYear(today.year - 1),
            let january = Day(year: today.year, month: 1, day: 31),
            let march = Day(year: today.year, month: 3, day: 31)
        else { return nil }
        self.year = year
        let offices = list.offices.filter { $0.until == nil }
        let there = Set(list.all.filter { $0.year == year }.map(\.office))
        var groups: [Group] = []
        for (isGovernments, due) in [(false, january), (true, march)] {
            let own = offices.filter { Self.isGovernment($0, characters[$0.code]) == isGovernments }
            guard !own.isEmpty else { continue }
            groups.append(
                Group(
                    isGovernments: isGovernments, due: due, published: own.filter { there.contains($0.code) },
                    awaited: own.filter { !there.contains($0.code) }))
        }
        self.groups = groups
        daysLeft = groups.filter { $0.due >= today && !$0.awaited.isEmpty }.map { $0.due - today }.min()
    }

    /// True for a government from the county up; where nobody said what an office is, its name tells.
    static func isGovernment(_ office: Office, _ character: OfficeCharacter?) -> Bool {
        if let kind = character?.kind { return kind == .government && character?.level != .township }
        let name = office.fullName.text
        return name.hasSuffix("人民政府") && !["乡人民政府", "镇人民政府"].contains { name.hasSuffix($0) }
            && character?.level != .township
    }
}
