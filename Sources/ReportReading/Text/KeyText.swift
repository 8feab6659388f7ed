/// Text as labels are compared by: no white space, no punctuation, no brackets, half width, simplified characters.
///
/// A key is a run of 16-bit scalars in one growing buffer. Two pieces of text mean the same label when their keys are
/// equal. Source of the rules: the normalisation of both statutory forms (brackets, digits and full stops in any width
/// are equal; labels may be broken anywhere).
struct KeyText {
    /// The keys of everything seen so far.
    private(set) var scalars: [UInt16] = []
    private let simplified = Simplified.table

    init(capacity: Int) { scalars.reserveCapacity(capacity) }

    /// Appends the key of UTF-8 text, its first `limit` scalars, and gives its range.
    mutating func append(_ bytes: SourceBytes, _ range: Range<Int>, limit: Int = .max) -> Range<Int> {
        let start = scalars.count
        let most = min(limit, range.count)
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: most) { key in
            var count = 0
            var index = range.lowerBound
            while index < range.upperBound, count < most {
                let (scalar, next) = KeyText.decode(bytes, at: index, end: range.upperBound)
                index = next
                if scalar >= 0x4E00, scalar <= 0x9FFF {
                    key[count] = simplified[Int(scalar) - 0x4E00]
                    count += 1
                } else if scalar == 0x28 || scalar == 0xFF08,
                    let after = KeyText.endOfPinyin(bytes, from: index, end: range.upperBound)
                {
                    index = after
                } else if let kept = KeyText.folded(scalar) {
                    key[count] = kept
                    count += 1
                }
            }
            scalars.append(contentsOf: UnsafeBufferPointer(rebasing: key[..<count]))
        }
        return start..<scalars.count
    }

    /// Takes back what was appended last, back to a position.
    mutating func cut(to count: Int) { scalars.removeLast(scalars.count - count) }

    /// Lends the scalars of a range.
    func with<Result>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result {
        scalars.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The key of a text of our own.
    static func key(_ text: String) -> [UInt16] {
        var keys = KeyText(capacity: text.utf8.count)
        Array(text.utf8).withUnsafeBufferPointer { _ = keys.append($0, 0..<$0.count) }
        return keys.scalars
    }

    /// The scalar at a position and the position after it; damaged UTF-8 gives U+FFFD, one byte on.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> (UInt32, Int) {
        let first = bytes[index]
        if first < 0x80 { return (UInt32(first), index + 1) }
        if first >= 0xE0, first < 0xF0, index + 2 < end {
            let value =
                UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
            return (value, index + 3)
        }
        if first >= 0xC0, first < 0xE0, index + 1 < end {
            return (UInt32(first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), index + 2)
        }
        if first >= 0xF0, index + 3 < end {
            let high = UInt32(first & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
            return (high | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F), index + 4)
        }
        return (0xFFFD, index + 1)
    }

    /// What a scalar that is not Chinese counts as in a key; nil for white space, punctuation and everything outside
    /// the basic plane.
    private static func folded(_ scalar: UInt32) -> UInt16? {
        switch scalar {
        case 0x30...0x39, 0x61...0x7A: UInt16(scalar)
        case 0x41...0x5A: UInt16(scalar + 32)
        case 0xFF10...0xFF19: UInt16(scalar - 0xFEE0)
        case 0x3007: 0x30
        default: nil
        }
    }

    /// The end of a reading in brackets as some web pages add one after rare characters: `規(guī)章`.
    private static func endOfPinyin(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, end: Int) -> Int? {
        var index = start
        while index < end, index - start < 24 {
            let (scalar, next) = decode(bytes, at: index, end: end)
            switch scalar {
            case 0x29, 0xFF09: return index > start ? next : nil
            case 0x61...0x7A, 0xC0...0x24F, 0x251, 0x261, 0x300...0x30C: index = next
            default: return nil
            }
        }
        return nil
    }
}
