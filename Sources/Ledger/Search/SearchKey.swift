internal import CivilTime

/// The place of a result among all: later days are higher, and of one day what was recorded later.
///
/// From the highest bit: the day (17 bits), whether it is a report (1), its seat among those of its kind and day (26). The
/// index keeps how far each place lies from the one before, so seats are taken one after the other: it is a quarter smaller than
/// with numbers that follow from the entry alone. The same entries in the same order give the same seats, so a rebuild does.
struct SearchKey: Hashable, Comparable {
    /// Stretches of one item, at most; what is beyond is not searched.
    static let partLimit = 1 << 11
    /// Stretches of a report, at most: each has as much room, whether it needs it or not.
    static let reportPartLimit = 1 << 7
    private static let seats: Int64 = 1 << 26
    private static let days: Int64 = 1 << 17
    /// 1900-01-01, counted from 1970-01-01.
    private static let firstDay: Int64 = -25_567

    /// The key of its first stretch: even. The others have the odd ones that follow.
    let value: Int64

    /// The result whose first stretch has a key.
    init(ofFirst value: Int64) { self.value = value }

    /// A report by its row; two of one day would need to be 262,144 versions apart to meet.
    init(report row: Int64, on day: Day) {
        let size = Int64(2 * Self.reportPartLimit)
        value = (Self.number(day) << 1 | 1) * Self.seats + row % (Self.seats / size) * size
    }

    /// The seats of the items of a day.
    static func items(of day: Day) -> Range<Int64> {
        let first = number(day) * 2 * seats
        return first..<(first + seats)
    }

    /// The seats of all results of a year.
    static func items(of year: Int) -> Range<Int64> {
        let bounds = [year, year + 1].map { Day(year: $0, month: 1, day: 1).map { items(of: $0).lowerBound } ?? 0 }
        return bounds[0]..<max(bounds[0], bounds[1])
    }

    private static func number(_ day: Day) -> Int64 { min(max(Int64(day.number) - firstDay, 0), days - 1) }

    /// The key of a stretch.
    ///
    /// - Parameter number: counted from 0.
    func part(_ number: Int) -> Int64 { number == 0 ? value : value + Int64(2 * number - 1) }

    /// True for what only the first stretch of a result can have.
    static func isFirst(_ part: Int64) -> Bool { part & 1 == 0 }

    static func < (left: SearchKey, right: SearchKey) -> Bool { left.value < right.value }
}
