extension ByteWriter {
    /// Appends text as a JSON string with its quotes.
    ///
    /// Escaped are what RFC 8259 demands and U+2028 and U+2029, which end a line in older script engines.
    public mutating func write(quoting text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ write(quoting: $0) }) == nil {
            var copy = text
            copy.withUTF8 { write(quoting: $0) }
        }
    }

    private mutating func write(quoting buffer: UnsafeBufferPointer<UInt8>) {
        write(byte: UInt8(ascii: "\""))
        var start = 0
        var index = 0
        let end = buffer.count
        while index < end {
            let byte = buffer[index]
            // 0xE2 0x80 0xA8 and 0xE2 0x80 0xA9 are the two line separators.
            let isSeparator =
                byte == 0xE2 && index + 2 < end && buffer[index + 1] == 0x80 && buffer[index + 2] & 0xFE == 0xA8
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || isSeparator else {
                index += 1
                continue
            }
            write(bytes: UnsafeBufferPointer(rebasing: buffer[start..<index]))
            if isSeparator {
                if buffer[index + 2] == 0xA8 { write("\\u2028") } else { write("\\u2029") }
                index += 3
            } else {
                writeEscape(of: byte)
                index += 1
            }
            start = index
        }
        write(bytes: UnsafeBufferPointer(rebasing: buffer[start..<end]))
        write(byte: UInt8(ascii: "\""))
    }

    private mutating func writeEscape(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): write("\\\"")
        case UInt8(ascii: "\\"): write("\\\\")
        case 0x08: write("\\b")
        case 0x09: write("\\t")
        case 0x0A: write("\\n")
        case 0x0C: write("\\f")
        case 0x0D: write("\\r")
        default:
            write("\\u00")
            write(byte: UInt8(ascii: "0") + (byte >> 4))
            let low = byte & 0x0F
            write(byte: low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        }
    }
}
