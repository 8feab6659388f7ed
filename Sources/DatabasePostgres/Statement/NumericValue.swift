/// A number of the server's type numeric, which sums of whole numbers have, out of its bytes.
enum NumericValue {
    case whole(Int64)
    case floating(Double)

    /// Whole where it has no decimal places and fits, floating otherwise. Nil where the bytes are none.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 8 else { return nil }
        func word(_ index: Int) -> UInt16 { UInt16(bytes[index * 2]) << 8 | UInt16(bytes[index * 2 + 1]) }
        let count = Int(word(0))
        let weight = Int(Int16(bitPattern: word(1)))
        let sign = word(2)
        let places = word(3)
        guard bytes.count >= 8 + count * 2 else { return nil }
        switch sign {
        case 0x0000, 0x4000: break
        case 0xd000:
            self = .floating(.infinity)
            return
        case 0xf000:
            self = .floating(-.infinity)
            return
        default:
            self = .floating(.nan)
            return
        }
        let isNegative = sign == 0x4000
        if places == 0, let whole = Self.whole(count: count, weight: weight, isNegative: isNegative, digit: word) {
            self = .whole(whole)
            return
        }
        // Digits of ten thousand, written out so that the standard library rounds them exactly.
        var text = isNegative ? "-" : ""
        for index in 0..<count {
            let digits = String(word(4 + index))
            text += String(repeating: "0", count: 4 - min(digits.utf8.count, 4)) + digits
        }
        text += count == 0 ? "0" : "e\((weight - count + 1) * 4)"
        guard let floating = Double(text) else { return nil }
        self = .floating(floating)
    }

    private static func whole(count: Int, weight: Int, isNegative: Bool, digit: (Int) -> UInt16) -> Int64? {
        var value: Int64 = 0
        guard weight < 6 else { return nil }
        for index in 0..<max(weight + 1, 0) {
            let next = index < count ? Int64(digit(4 + index)) : 0
            let (product, overflow) = value.multipliedReportingOverflow(by: 10_000)
            // Counted down where negative, so that the least number fits.
            let (sum, carry) = product.addingReportingOverflow(isNegative ? -next : next)
            guard !overflow, !carry else { return nil }
            value = sum
        }
        return value
    }
}
