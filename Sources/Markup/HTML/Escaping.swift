extension ByteWriter {
    /// Appends text so that it can break out of neither element content nor a quoted attribute value.
    ///
    /// `&`, `<`, `>`, `"` and `'` become character references. Control characters that no page may contain
    /// become U+FFFD, as a browser would make of U+0000. Everything between is copied in runs.
    public mutating func write(escaping text: String) {
        var text = text
        text.withUTF8 { write(escaping: $0) }
    }

    private mutating func write(escaping buffer: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        let end = buffer.count
        while index < end {
            let byte = buffer[index]
            guard Self.needsReference(byte) else {
                index += 1
                continue
            }
            write(bytes: UnsafeBufferPointer(rebasing: buffer[start..<index]))
            write(Self.reference(for: byte))
            index += 1
            start = index
        }
        write(bytes: UnsafeBufferPointer(rebasing: buffer[start..<end]))
    }

    @inline(__always)
    private static func needsReference(_ byte: UInt8) -> Bool {
        byte < 64 ? (mask >> UInt64(byte)) & 1 == 1 : byte == 0x7F
    }

    /// One bit for each byte value below 64: the controls but tab, line feed and carriage return, and `"`, `&`, `'`,
    /// `<`, `>`. A constant, so that the inner loop is a shift; a test goes through every byte.
    private static let mask: UInt64 = 0x5000_00C4_FFFF_D9FF

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
