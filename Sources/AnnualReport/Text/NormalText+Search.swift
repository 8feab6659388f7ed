extension NormalText {
    /// Where some bytes first stand, from a place on and before another; nil where they do not.
    func firstPlace(of pattern: [UInt8], from start: Int = 0, to end: Int = .max) -> Int? {
        let end = min(end, bytes.count)
        guard let first = pattern.first, end - start >= pattern.count else { return nil }
        return bytes.withUnsafeBufferPointer { text in
            pattern.withUnsafeBufferPointer { wanted in
                var place = start
                let last = end - wanted.count
                // The last byte of a Chinese character varies more than the first.
                let tail = wanted[wanted.count - 1]
                while place <= last {
                    if text[place + wanted.count - 1] == tail, text[place] == first {
                        var same = 1
                        while same < wanted.count, text[place + same] == wanted[same] { same += 1 }
                        if same == wanted.count { return place }
                    }
                    place += 1
                }
                return nil
            }
        }
    }

    /// The characters of a range as text, prepared signs left out.
    func words(_ range: Range<Int>) -> String {
        String(decoding: bytes[range].lazy.filter { $0 > 0x20 }, as: UTF8.self)
    }

    /// The code point of the character that begins at a place, with its length.
    func scalar(_ place: Int) -> (code: UInt32, length: Int) {
        bytes.withUnsafeBufferPointer { Self.scalar($0, place) }
    }

    /// The same in prepared text that was lent; the place must be one of its own.
    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> (code: UInt32, length: Int) {
        let byte = bytes[place]
        guard byte & 0xF0 == 0xE0, place + 2 < bytes.count else { return (UInt32(byte), 1) }
        return (
            (UInt32(byte) & 0x0F) << 12 | (UInt32(bytes[place + 1]) & 0x3F) << 6 | UInt32(bytes[place + 2]) & 0x3F, 3
        )
    }

    /// The place of the last character before a place.
    func before(_ place: Int) -> Int? {
        guard place > 0 else { return nil }
        var start = place - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }
}
