internal import DocumentReading
internal import Glibc

/// The parent's side of the line to one child: a socket for messages and one for what the child says on standard
/// error. Sockets in place of pipes, because writing to a socket whose other end has gone can be an error code
/// without a signal for the whole program.
final class ChildLine {
    /// Why nothing came over the line.
    enum Failure: Error {
        /// The deadline passed.
        case deadline
        /// The child closed the line or ended.
        case closed
        /// What came was no message, or one of unlawful length.
        case nonsense
        /// The child works and refused the document.
        case refused(DocumentError)
    }

    private let socket: Int32
    private let errors: Int32
    /// The last words of the child on standard error; looked at for the reason of its end, never shown or logged, as
    /// they may hold text of the document.
    private(set) var lastWords: [UInt8] = []
    private static let lastWordsLimit = 1 << 16
    private var errorsOpen = true

    /// Takes two descriptors over; both must be non-blocking.
    init(socket: Int32, errors: Int32) {
        self.socket = socket
        self.errors = errors
    }

    deinit {
        close(socket)
        close(errors)
    }

    /// Sends all bytes.
    func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(Failure) {
        var done = 0
        while done < bytes.count {
            let put = bytes.withUnsafeBytes { buffer in
                Glibc.send(
                    socket, buffer.baseAddress.map { $0 + done }, buffer.count - done, Int32(MSG_NOSIGNAL))
            }
            if put > 0 {
                done += put
            } else if errno == EAGAIN {
                try wait(for: Int16(POLLOUT), until: deadline)
            } else if errno != EINTR {
                throw .closed
            }
        }
    }

    /// The next message.
    func receive(longestBody: Int, until deadline: ContinuousClock.Instant) throws(Failure) -> Frame {
        let headBytes = try receive(FrameHead.size, until: deadline)
        guard let head = FrameHead(headBytes, longestName: 1 << 16, longestBody: longestBody) else {
            throw .nonsense
        }
        let name = try receive(head.nameLength, until: deadline)
        let body = try receive(head.bodyLength, until: deadline)
        return Frame(kind: head.kind, name: String(decoding: name, as: UTF8.self), body: body)
    }

    /// Begins a new document: what was said about the one before explains nothing any more.
    func forgetLastWords() { lastWords = [] }

    /// Takes in what the child said last on standard error.
    func readLastWords() {
        var buffer = [UInt8](repeating: 0, count: Self.lastWordsLimit)
        // The bound keeps a child that never stops talking from keeping the parent here.
        for _ in 0..<64 {
            let got = Glibc.read(errors, &buffer, buffer.count)
            guard got > 0 else { return }
            lastWords += buffer[..<got]
            if lastWords.count > Self.lastWordsLimit { lastWords.removeFirst(lastWords.count - Self.lastWordsLimit) }
        }
    }

    /// Room grows with what has come, not with what the child announced.
    private func receive(_ count: Int, until deadline: ContinuousClock.Instant) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let piece = min(count - bytes.count, max(1 << 16, bytes.count))
            var failure: Failure?
            let start = bytes.count
            bytes.reserveCapacity(start + piece)
            bytes += [UInt8](unsafeUninitializedCapacity: piece) { buffer, filled in
                do throws(Failure) {
                    filled = try fill(buffer, until: deadline)
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
        }
        return bytes
    }

    private func fill(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, until deadline: ContinuousClock.Instant
    ) throws(Failure) -> Int {
        var filled = 0
        while filled < buffer.count {
            let got = recv(socket, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, 0)
            if got > 0 {
                filled += got
            } else if got == 0 {
                throw .closed
            } else if errno == EAGAIN {
                try wait(for: Int16(POLLIN), until: deadline)
            } else if errno != EINTR {
                throw .closed
            }
        }
        return filled
    }

    /// Waits until the socket is ready, taking in standard error meanwhile.
    private func wait(for event: Int16, until deadline: ContinuousClock.Instant) throws(Failure) {
        while true {
            let left = deadline - .now
            guard left > .zero else { throw .deadline }
            let (seconds, attoseconds) = left.components
            let milliseconds = min(seconds, 3_600) * 1_000 + attoseconds / 1_000_000_000_000_000 + 1
            // A negative descriptor is not watched: a closed standard error would wake this wait again and again.
            var watched = [
                pollfd(fd: socket, events: event, revents: 0),
                pollfd(fd: errorsOpen ? errors : -1, events: Int16(POLLIN), revents: 0),
            ]
            let ready = poll(&watched, 2, Int32(milliseconds))
            if ready < 0, errno != EINTR { throw .closed }
            if watched[1].revents & Int16(POLLIN) != 0 {
                readLastWords()
            } else if watched[1].revents != 0 {
                errorsOpen = false
            }
            if watched[0].revents != 0 { return }
        }
    }
}
