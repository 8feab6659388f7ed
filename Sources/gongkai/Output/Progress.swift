import Synchronization

/// How far a long reading has come, on standard error while a person looks at it.
final class Progress: Sendable {
    private let isShown: Bool
    private let width: Int
    private let done = Mutex(0)

    /// Shown only where standard error is a terminal.
    init() {
        isShown = StandardStream.error.isTerminal && environmentValue("TERM") != "dumb"
        width = TextStyle.of(.error).width
    }

    /// One more document is done.
    ///
    /// - Parameter total: how many there are, as far as known.
    func step(_ name: String, of total: Int) {
        guard isShown else { return }
        done.withLock { done in
            done += 1
            let text = "\(done)/\(max(total, done)) \(PlainText.line(name))"
            StandardStream.error.write("\r\u{1B}[2K\(DisplayWidth.cut(text, to: width - 1))")
        }
    }

    /// Wipes the line.
    func finish() {
        if isShown { StandardStream.error.write("\r\u{1B}[2K") }
    }
}
