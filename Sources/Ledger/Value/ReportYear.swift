/// The year whose work a report describes, 2003 to 2099.
///
/// Annual reports are a duty since the regulation took effect in 2008 (Source: 条例 Art 49); a few cities published
/// them some years earlier under rules of their own.
public struct ReportYear: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The year.
    public let number: Int
    /// The years that can be kept.
    public static let range = 2003...2099

    /// A year; nil out of range.
    public init?(_ number: Int) {
        guard Self.range.contains(number) else { return nil }
        self.number = number
    }

    /// A year from four digits; nil for anything else.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 4, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(text) else {
            return nil
        }
        self.init(number)
    }

    /// Four digits.
    public var description: String { String(number) }
    /// The order of time.
    public static func < (a: ReportYear, b: ReportYear) -> Bool { a.number < b.number }
}
