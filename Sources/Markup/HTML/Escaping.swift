extension ByteWriter {
    /// Appends text so that it can break out of neither element content nor a quoted attribute value.
    ///
    /// `&`, `<`, `>`, `"` and `'` become character references. Control characters that no page may contain
    /// become U+FFFD, as a browser would make of U+0000. Everything up to the first of them is copied in one run.
    public mutating func write(escaping text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ write(escaping: $0) }) == nil {
            var copy = text
            copy.withUTF8 { write(escaping: $0) }
        }
    }

    /// The same for text that lies in memory as UTF-8.
    mutating func write(escaping buffer: UnsafeBufferPointer<UInt8>) {
        let clean = Self.cleanCount(buffer)
        write(bytes: UnsafeBufferPointer(rebasing: buffer[..<clean]))
        var start = clean
        while start < buffer.count {
            let end = min(start + Self.chunk, buffer.count)
            writeReferences(in: UnsafeBufferPointer(rebasing: buffer[start..<end]))
            start = end
        }
    }

    /// Bytes escaped at a time on the stack.
    private static let chunk = 256
    /// What one byte becomes at most: `&quot;`.
    private static let longestReference = 6

    /// Escapes a short piece on the stack and appends it at once: growing the array for every run costs more.
    private mutating func writeReferences(in piece: UnsafeBufferPointer<UInt8>) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: piece.count * Self.longestReference) { room in
            var count = 0
            for byte in piece {
                guard Self.needsReference(byte) else {
                    room[count] = byte
                    count += 1
                    continue
                }
                Self.reference(for: byte).withUTF8Buffer { reference in
                    for part in reference {
                        room[count] = part
                        count += 1
                    }
                }
            }
            write(bytes: UnsafeBufferPointer(rebasing: room[..<count]))
        }
    }

    /// How many bytes at the start need no reference. Letters and Chinese characters are passed eight bytes at a time:
    /// every byte of them has one of its two highest bits set.
    private static func cleanCount(_ buffer: UnsafeBufferPointer<UInt8>) -> Int {
        let high: UInt64 = 0x8080_8080_8080_8080
        let bytes = UnsafeRawBufferPointer(buffer)
        var index = 0
        while index < buffer.count {
            // Sixteen at a time: a text is mostly one kind of characters.
            while index + 16 <= buffer.count {
                let first = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let second = bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
                guard (first | first << 1) & (second | second << 1) & high == high else { break }
                index += 16
            }
            if index + 8 <= buffer.count {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if (word | word << 1) & high == high || !mayNeedReference(word) {
                    index += 8
                    continue
                }
            }
            let end = min(index + 8, buffer.count)
            while index < end {
                if needsReference(buffer[index]) { return index }
                index += 1
            }
        }
        return index
    }

    /// True where a byte of eight may be a control character, `"`, `&`, `'`, `<` or `>`: digits, blanks and points are none
    /// of them.
    @inline(__always)
    private static func mayNeedReference(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        @inline(__always)
        func hasNought(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
        let controls = (word &- (0x20 * ones)) & ~word
        let quote = hasNought(word ^ (0x22 * ones))
        // `&` and `'` differ in one bit, and so do `<` and `>`.
        let pairs = hasNought((word | ones) ^ (0x27 * ones)) | hasNought((word | (0x02 * ones)) ^ (0x3E * ones))
        return (controls | quote | pairs) & (0x80 * ones) != 0
    }

    /// One bit for each byte value below 64: the controls but tab, line feed and carriage return, and `"`, `&`, `'`,
    /// `<`, `>`. A constant, so that the inner loop is a shift; a test goes through every byte.
    private static let mask: UInt64 = 0x5000_00C4_FFFF_D9FF

    @inline(__always)
    private static func needsReference(_ byte: UInt8) -> Bool {
        byte < 64 && (mask >> UInt64(byte)) & 1 == 1
    }

    private static func reference(for byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: "\u{FFFD}"
        }
    }
}
