/// The working days of consecutive years, ready to be counted: any count and any addition is a few look-ups.
///
/// Days before and after the table follow the weekday alone.
struct WorkingDayTable: Sendable {
    /// The number of the first day in the table.
    private let base: Int
    /// How many working days lie in the table up to and with each day.
    private let counts: [Int32]
    /// The numbers of the working days in the table, in order.
    private let worked: [Int32]
    /// Monday-to-Friday rank of the day before the table and of its last day.
    private let rankBefore: Int
    private let rankAtEnd: Int

    /// A table of consecutive days from `base`.
    init(base: Int32, isWorked: [Bool]) {
        self.base = Int(base)
        var counts: [Int32] = []
        var worked: [Int32] = []
        counts.reserveCapacity(isWorked.count)
        for (offset, yes) in isWorked.enumerated() {
            if yes { worked.append(base + Int32(offset)) }
            counts.append(Int32(worked.count))
        }
        self.counts = counts
        self.worked = worked
        rankBefore = Self.weekdayRank(Int(base) - 1)
        rankAtEnd = Self.weekdayRank(Int(base) + isWorked.count - 1)
    }

    /// How many working days lie up to and with this day, from an origin that is the same for all days.
    func rank(_ number: Int) -> Int {
        let offset = number - base
        if offset < 0 { return Self.weekdayRank(number) - rankBefore }
        if offset < counts.count { return Int(counts[offset]) }
        return worked.count + Self.weekdayRank(number) - rankAtEnd
    }

    /// The number of the working day with this rank: the inverse of `rank` on working days.
    func number(ofRank rank: Int) -> Int {
        if rank < 1 { return Self.weekday(ofRank: rank + rankBefore) }
        if rank <= worked.count { return Int(worked[rank - 1]) }
        return Self.weekday(ofRank: rank - worked.count + rankAtEnd)
    }

    /// How many days from Monday to Friday lie up to and with this day, counted from Monday 1969-12-29.
    private static func weekdayRank(_ number: Int) -> Int {
        let sinceMonday = number + 3
        let week = sinceMonday >= 0 ? sinceMonday / 7 : (sinceMonday - 6) / 7
        return week * 5 + min(sinceMonday - week * 7 + 1, 5)
    }

    /// The day from Monday to Friday with this rank: the inverse of `weekdayRank`.
    private static func weekday(ofRank rank: Int) -> Int {
        let index = rank - 1
        let week = index >= 0 ? index / 5 : (index - 4) / 5
        return week * 7 + (index - week * 5) - 3
    }
}
