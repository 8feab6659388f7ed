internal import CivilTime

/// The place of a result among all: later days are higher, and of one day what was recorded later.
///
/// From the highest bit: the day (17 bits), what it is (1), a number that tells results of a day apart (34), the stretch of
/// its text (11). It follows from the entry alone, so a rebuild gives the same keys.
struct SearchKey: Hashable, Comparable {
    /// Stretches of one result, at most; what is beyond is not searched.
    static let partLimit: Int64 = 1 << 11
    private static let serialLimit: Int64 = 1 << 34
    /// 1900-01-01, counted from 1970-01-01.
    private static let firstDay: Int64 = -25_567

    /// The key of the result, its stretch being 0.
    let value: Int64

    init(_ day: Day, kind: SearchKind, serial: Int64) {
        let number = min(max(Int64(day.number) - Self.firstDay, 0), 1 << 17 - 1)
        let flag: Int64 = kind == .report ? 1 : 0
        value = ((number << 1 | flag) * Self.serialLimit + serial % Self.serialLimit) * Self.partLimit
    }

    /// The result that a stretch belongs to.
    init(ofPart key: Int64) { value = key & ~(Self.partLimit - 1) }

    /// The number by which results of a day are told apart.
    var serial: Int64 { value / Self.partLimit % Self.serialLimit }

    /// The keys of its stretches.
    var parts: ClosedRange<Int64> { value...(value + Self.partLimit - 1) }

    static func < (left: SearchKey, right: SearchKey) -> Bool { left.value < right.value }
}
