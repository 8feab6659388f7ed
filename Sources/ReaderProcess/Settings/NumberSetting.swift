/// A whole number in the environment, with the range it may have.
public struct NumberSetting: Sendable, Hashable {
    /// The name of the setting.
    public var name: String
    /// What may stand there.
    public var range: ClosedRange<Int>
    /// True where K, M and G may follow the digits.
    public var isBytes: Bool

    /// A setting.
    public init(name: String, range: ClosedRange<Int>, isBytes: Bool = false) {
        self.name = name
        self.range = range
        self.isBytes = isBytes
    }

    /// The number; nil where the setting is not given or empty.
    ///
    /// - Parameter environment: looks a setting up.
    /// - Throws: an error that names the setting, for what is no number or out of range.
    public func value(in environment: (String) -> String?) throws(SettingError) -> Int? {
        guard let text = environment(name), !text.isEmpty else { return nil }
        guard let number = parse(text), range.contains(number) else {
            let unit = isBytes ? "，可以用 K、M、G 作单位（例如 50M）" : ""
            throw SettingError(
                name: name,
                message: "设置 \(name) 的值“\(text)”不对：应为 \(range.lowerBound) 到 \(range.upperBound) 的整数\(unit)。")
        }
        return number
    }

    private func parse(_ text: String) -> Int? {
        var digits = Array(text.utf8)
        var factor = 1
        if isBytes, let last = digits.last {
            switch last | 0x20 {
            case UInt8(ascii: "k"): factor = 1 << 10
            case UInt8(ascii: "m"): factor = 1 << 20
            case UInt8(ascii: "g"): factor = 1 << 30
            default: break
            }
            if factor > 1 { digits.removeLast() }
        }
        guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            let number = Int(String(decoding: digits, as: UTF8.self))
        else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow ? nil : product
    }
}
