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
            if index + 8 <= buffer.count {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if (word | word << 1) & high == high {
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
