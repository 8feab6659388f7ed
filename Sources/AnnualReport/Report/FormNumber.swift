/// A number of a report, exact to six decimals: counts, signed changes and amounts of money.
///
/// Kept as millionths, so that sums of printed decimals are exact. Range ±9,000,000,000,000 (9×10¹²).
public struct FormNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The value times one million.
    public let millionths: Int64

    /// The largest magnitude in whole units.
    public static let limit: Int64 = 9_000_000_000_000
    /// Nought.
    public static let zero = FormNumber(millionths: 0)

    /// A number from millionths.
    @inlinable
    public init(millionths: Int64) { self.millionths = millionths }

    /// A whole number; nil out of range.
    public init?(_ whole: Int) {
        guard whole.magnitude <= UInt(Self.limit) else { return nil }
        millionths = Int64(whole) * 1_000_000
    }

    /// Reads plain ASCII decimal digits with an optional sign and point (`-12`, `7730.28`); nil for anything else.
    public init?(_ text: some StringProtocol) {
        self.init(ascii: Array(text.utf8)[...])
    }

    /// Reads plain ASCII decimal digits with an optional sign and point; nil for anything else.
    public init?(ascii bytes: ArraySlice<UInt8>) {
        var rest = bytes
        var negative = false
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            negative = first == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        var whole: Int64 = 0
        var fraction: Int64 = 0
        var wholeDigits = 0
        var decimals = -1
        for byte in rest {
            if byte == UInt8(ascii: ".") {
                guard decimals < 0, wholeDigits > 0 else { return nil }
                decimals = 0
                continue
            }
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            let digit = Int64(byte - UInt8(ascii: "0"))
            if decimals < 0 {
                wholeDigits += 1
                whole = whole * 10 + digit
                guard whole <= Self.limit else { return nil }
            } else {
                decimals += 1
                guard decimals <= 6 else {
                    if digit != 0 { return nil }
                    continue
                }
                fraction = fraction * 10 + digit
            }
        }
        guard wholeDigits > 0, decimals != 0 else { return nil }
        var places = max(decimals, 0)
        while places < 6 {
            fraction *= 10
            places += 1
        }
        let value = whole * 1_000_000 + fraction
        millionths = negative ? -value : value
    }

    /// True when there is no fraction.
    public var isWhole: Bool { millionths % 1_000_000 == 0 }
    /// The whole part where there is no fraction.
    public var whole: Int? { isWhole ? Int(millionths / 1_000_000) : nil }

    /// Plain decimal text without trailing zeros, as JSON wants it.
    public var description: String {
        let magnitude = millionths.magnitude
        var text = millionths < 0 ? "-" : ""
        text += String(magnitude / 1_000_000)
        var fraction = magnitude % 1_000_000
        if fraction > 0 {
            var places = 6
            while fraction % 10 == 0 {
                fraction /= 10
                places -= 1
            }
            let digits = String(fraction)
            text += "." + String(repeating: "0", count: places - digits.count) + digits
        }
        return text
    }

    /// The order of the values.
    public static func < (a: FormNumber, b: FormNumber) -> Bool { a.millionths < b.millionths }
    /// The sum; stops at the range of 64 bits, which no sum of form cells reaches.
    public static func + (a: FormNumber, b: FormNumber) -> FormNumber {
        FormNumber(millionths: a.millionths.addingReportingOverflow(b.millionths).partialValue)
    }
    /// The difference.
    public static func - (a: FormNumber, b: FormNumber) -> FormNumber {
        FormNumber(millionths: a.millionths.subtractingReportingOverflow(b.millionths).partialValue)
    }
}
