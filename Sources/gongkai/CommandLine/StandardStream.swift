import Glibc

/// Standard output and standard error, written at once and whole.
enum StandardStream: Int32, Sendable {
    case output = 1
    case error = 2

    /// Writes a text.
    ///
    /// - Returns: false when the reader is gone or the disk is full; what is left is dropped.
    @discardableResult
    func write(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { write($0) }
    }

    /// Writes bytes.
    ///
    /// - Returns: false when the reader is gone or the disk is full; what is left is dropped.
    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { write($0) }
    }

    /// True when a person looks at it.
    var isTerminal: Bool { isatty(rawValue) == 1 }

    private func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Glibc.write(rawValue, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written > 0 {
                rest = rest.dropFirst(written)
            } else if written < 0 && errno == EINTR {
                continue
            } else {
                return false
            }
        }
        return true
    }
}
