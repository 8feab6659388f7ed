/// The report of a government as the sum of the reports of its offices, cell by cell (AR8).
///
/// A cell is a number only where every member gives one or says that the item does not apply to it. Where a member gives
/// none, the cell stays blank, and what the others come to stands beside it with the name of who is missing: a sum that
/// leaves somebody out is not the government's number. Source: 条例 Art 49, 50.
public struct Rollup: Sendable, Hashable {
    /// Which offices are summed.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        /// The government's own level (本级): its own report and those of the offices directly below it that have no
        /// offices below themselves.
        case own
        /// Every office below it, at whatever depth (含下级).
        case withSubordinates = "with-subordinates"

        /// The name in Chinese.
        public var chineseText: String { self == .own ? "本级" : "含下级" }
    }

    /// One office of the sum.
    public struct Member: Sendable, Hashable {
        /// The name of the office.
        public let name: String
        /// Its report; nil where there is none.
        public let report: Report?

        /// A member.
        public init(_ name: String, _ report: Report?) {
            self.name = name
            self.report = report
        }
    }

    /// What one cell came to.
    public struct Sum: Sendable, Hashable {
        /// The sum over the members that give a number; nil where none does, or units cannot be brought together.
        public let partial: FormNumber?
        /// The unit of an amount, where it is known.
        public let unit: String?
        /// The members that give a number.
        public let given: Int
        /// The members that give none, by name.
        public let missing: [String]
        /// True where amounts without a unit stand beside others.
        public let hasUnknownUnit: Bool
    }

    /// The sums, with a note for everything that is missing.
    public let report: Report
    /// What each cell came to, in the order of `report.form.cells`.
    public let sums: [Sum]
    /// The members without a report, by name.
    public let missing: [String]

    /// Sums reports.
    ///
    /// - Parameters:
    ///   - agency: the name of the government.
    ///   - members: the offices, each once.
    ///   - showingPartial: true to print sums that leave members out; each is noted.
    public init(_ agency: String, year: Int, in form: StatutoryForm, of members: [Member], showingPartial: Bool = false)
    {
        var report = Report(source: "", form: form)
        report.agency = agency
        report.reportYear = year
        report.title = "\(agency)\(year)年政府信息公开工作年度报告"
        let sums = form.cells.map { cell in
            cell.kind == .amount ? RollupSum.amount(cell, form, members) : RollupSum.count(cell.address, members)
        }
        for (place, sum) in sums.enumerated() {
            report[index: place] = Self.cell(sum, members: members.count, showingPartial)
        }
        missing = members.filter { $0.report == nil }.map(\.name)
        report.notes = Self.notes(form, sums, missing, members.count)
        self.report = report
        self.sums = sums
    }

    private static func cell(_ sum: Sum, members: Int, _ showingPartial: Bool) -> Cell {
        let isWhole = sum.missing.isEmpty && !sum.hasUnknownUnit
        guard let partial = sum.partial, isWhole || showingPartial && !sum.hasUnknownUnit else {
            // Nobody is missing and nobody gives a number: the item applies to none of them.
            let applies = !(isWhole && members > 0)
            return applies ? Cell(state: .blank) : Cell(state: .notApplicable, text: "/")
        }
        return .number(partial, unit: sum.unit)
    }

    private static func notes(
        _ form: StatutoryForm, _ sums: [Sum], _ missing: [String], _ members: Int
    ) -> [ReportNote] {
        var notes: [ReportNote] = []
        if members == 0 {
            notes.append(ReportNote(code: "rollup_empty", message: "汇总范围内没有机关，没有可以相加的数。请核对机关的上下级关系。"))
        }
        if !missing.isEmpty {
            notes.append(
                ReportNote(
                    code: "member_missing",
                    message: "汇总范围内\(members)个机关中，\(missing.count)个没有报告：\(names(missing))。请补齐后再汇总。"))
        }
        let silent = Set(missing)
        var byMembers: [[String]: [Int]] = [:]
        for (place, sum) in sums.enumerated() {
            let others = sum.missing.filter { !silent.contains($0) }
            if !others.isEmpty { byMembers[others, default: []].append(place) }
        }
        for (members, places) in byMembers.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
            notes.append(
                ReportNote(
                    code: "member_cell_missing", cells: places.map { form.cells[$0].address },
                    message: "\(names(members))的报告没有\(form.cellNames(places))的数，不能汇总。请补正有关报告。"))
        }
        let units = sums.indices.filter { sums[$0].hasUnknownUnit }
        if !units.isEmpty {
            notes.append(
                ReportNote(
                    code: "unit_unknown", cells: units.map { form.cells[$0].address },
                    message: "\(form.cellNames(units))有的报告没有写明金额单位，不能相加。请补正有关报告。"))
        }
        return notes
    }

    private static func names(_ names: [String]) -> String {
        let named = names.prefix(5).map { "“\($0)”" }.joined(separator: "、")
        return names.count > 5 ? "\(named)等\(names.count)个机关" : named
    }
}
