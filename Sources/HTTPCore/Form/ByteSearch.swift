/// Finds one pattern in bytes, skipping ahead by the pattern's length where it can (Horspool): a boundary in an
/// upload of 50 MB is found without looking at most of its bytes.
struct ByteSearch: Sendable {
    let pattern: [UInt8]
    private let skips: [Int]

    /// A search for a pattern of at least one byte.
    init(_ pattern: [UInt8]) {
        precondition(!pattern.isEmpty, "nothing cannot be searched for")
        self.pattern = pattern
        var skips = [Int](repeating: pattern.count, count: 256)
        for (index, byte) in pattern.dropLast().enumerated() { skips[Int(byte)] = pattern.count - 1 - index }
        self.skips = skips
    }

    /// Where the pattern begins first at or after `start`.
    func first(in bytes: [UInt8], from start: Int) -> Int? {
        let last = pattern.count - 1
        return bytes.withUnsafeBufferPointer { bytes -> Int? in
            pattern.withUnsafeBufferPointer { pattern -> Int? in
                skips.withUnsafeBufferPointer { skips -> Int? in
                    var position = start
                    while position + last < bytes.count {
                        let byte = bytes[position + last]
                        if byte == pattern[last] {
                            var index = 0
                            while index < last, bytes[position + index] == pattern[index] { index += 1 }
                            if index == last { return position }
                        }
                        position += skips[Int(byte)]
                    }
                    return nil
                }
            }
        }
    }
}
