public import AnnualReport
public import Ledger

/// What some offices say of some things in some years, side by side.
public struct Comparison: Sendable {
    /// One office with its values.
    public struct Line: Sendable {
        /// The office.
        public let office: Office
        /// Its values: as many as there are years, each as many as there are measures.
        public let values: [[ComparedValue]]
    }

    /// One change that deserves a look.
    public struct Change: Sendable {
        /// The office.
        public let office: Office
        /// What changed.
        public let measure: ComparedMeasure
        /// The later year; the other is the year before it.
        public let year: ReportYear
        /// From what to what.
        public let change: NotableChange
    }

    /// What is compared.
    public let measures: [ComparedMeasure]
    /// The years, from early to late.
    public let years: [ReportYear]
    /// The offices in the order asked for.
    public let lines: [Line]
    /// True where the numbers are counted from the offices' own records and not taken from their reports.
    public let isFromRecords: Bool

    init(measures: [ComparedMeasure], years: [ReportYear], lines: [Line], isFromRecords: Bool = false) {
        self.measures = measures
        self.years = years
        self.lines = lines
        self.isFromRecords = isFromRecords
    }

    /// Every change from one year to the very next that deserves a look, by office and year; none of what has no year
    /// before it.
    ///
    /// - Parameter difference: the least difference that counts.
    public func notableChanges(atLeast difference: Int) -> [Change] {
        var changes: [Change] = []
        for line in lines {
            for place in years.indices.dropFirst() where years[place].number == years[place - 1].number + 1 {
                for (which, measure) in measures.enumerated() {
                    guard let before = line.values[place - 1][which].number,
                        let after = line.values[place][which].number,
                        let change = NotableChange(from: before, to: after, atLeast: difference)
                    else { continue }
                    changes.append(Change(office: line.office, measure: measure, year: years[place], change: change))
                }
            }
        }
        return changes
    }
}
