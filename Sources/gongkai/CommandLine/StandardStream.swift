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

extension StandardStream {
    /// Says on standard error why a command could not do its work, or what it passed over.
    ///
    /// - Parameters:
    ///   - command: the command.
    ///   - name: the file concerned, as it was given.
    ///   - message: a Chinese sentence; it may have several lines.
    static func complain(_ command: String, about name: String? = nil, _ message: String) {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.map { PlainText.line(String($0)) }.joined(separator: "\n")
        error.write("gongkai \(command)：\(name.map { PlainText.line($0) + "：" } ?? "")\(text)\n")
    }
}
