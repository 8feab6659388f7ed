public import CivilTime

/// A value as it changed over time: what it was from each day on.
///
/// Example: a name since 2015-03-01, another since 2019-06-10: on 2019-06-09 the first, on 2019-06-10 the second.
public struct History<Value: Sendable & Hashable>: Sendable, Hashable {
    /// One value and the day from which it held.
    public struct Step: Sendable, Hashable {
        /// The value.
        public let value: Value
        /// The first day.
        public let from: Day
    }

    /// The values in the order of their days; never empty.
    public private(set) var steps: [Step]

    /// A history that begins with a value.
    public init(_ value: Value, from day: Day) { steps = [Step(value: value, from: day)] }

    /// The present or last value.
    public var latest: Value { steps[steps.count - 1].value }

    /// The value on a day; nil before the first one.
    public func value(on day: Day) -> Value? { steps.last { $0.from <= day }?.value }

    /// A further value from a day on, which is not before the one of the last value.
    mutating func append(_ value: Value, from day: Day) { steps.append(Step(value: value, from: day)) }

    /// The first value held from another day on, which is not after the one of the second.
    mutating func begin(on day: Day) { steps[0] = Step(value: steps[0].value, from: day) }

    /// The last value was written wrongly: it was this from its first day on.
    mutating func correct(to value: Value) {
        let last = steps.removeLast()
        steps.append(Step(value: value, from: last.from))
    }
}
