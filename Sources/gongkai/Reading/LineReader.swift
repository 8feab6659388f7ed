import Glibc
import Synchronization

/// Lines of a descriptor as they come.
final class LineReader: Sendable {
    private let descriptor: Int32
    private let state = Mutex(State())
    private let longest: Int

    private struct State: Sendable {
        /// What was taken from the descriptor and is not handed out yet.
        var rest: [UInt8] = []
        var hasEnded = false
    }

    /// - Parameter longest: bytes of the longest line that is kept whole; no path of the system is nearly as long as what
    ///   is taken unless told.
    init(_ descriptor: Int32, longest: Int = 1 << 16) {
        self.descriptor = descriptor
        self.longest = longest
    }

    /// The next line that is not empty, without its end; nil at the end of the input. A longer line is
    /// cut, and what is left of it passed over.
    func next() -> [UInt8]? {
        state.withLock { state in
            var line: [UInt8] = []
            while true {
                if state.rest.isEmpty, !take(&state) { return line.isEmpty ? nil : line }
                let end = state.rest.firstIndex(of: 0x0A)
                line += state.rest[..<(end ?? state.rest.endIndex)].prefix(longest - line.count)
                state.rest.removeFirst(end.map { $0 + 1 } ?? state.rest.count)
                guard end != nil else { continue }
                if line.last == 0x0D { line.removeLast() }
                if !line.isEmpty { return line }
            }
        }
    }

    /// Takes what the descriptor has; false at its end.
    private func take(_ state: inout State) -> Bool {
        while !state.hasEnded {
            let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                var got: Int
                repeat { got = read(descriptor, buffer.baseAddress, buffer.count) } while got < 0 && errno == EINTR
                count = max(0, got)
            }
            if !chunk.isEmpty {
                state.rest = chunk
                return true
            }
            state.hasEnded = true
        }
        return false
    }
}
