internal import Glibc

/// The line to a running program: what is still to be written to it, and what came back.
struct ProgramLine {
    /// How the talk ended.
    enum End: Hashable {
        case closed, deadline, tooMuch
    }

    let descriptor: Int32
    let input: [UInt8]
    let outputLimit: Int
    private(set) var output: [UInt8] = []
    private var written = 0
    private var mayWrite = true

    init(descriptor: Int32, input: [UInt8], outputLimit: Int) {
        self.descriptor = descriptor
        self.input = input
        self.outputLimit = outputLimit
    }

    /// Writes and reads until the program and all its children have closed their end, or the deadline.
    mutating func run(until deadline: ContinuousClock.Instant) -> End {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if mayWrite { write() }
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { return .deadline }
            var watched = pollfd(
                fd: descriptor, events: Int16(POLLIN) | (mayWrite ? Int16(POLLOUT) : 0), revents: 0)
            let ready = poll(&watched, 1, Int32(min(left.components.seconds * 1000 + 1, 1000)))
            guard ready > 0, watched.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 else { continue }
            let got = Glibc.read(descriptor, &buffer, buffer.count)
            if got == 0 { return .closed }
            if got < 0 {
                if errno == EINTR || errno == EAGAIN { continue }
                return .closed
            }
            guard output.count + got <= outputLimit else { return .tooMuch }
            output.append(contentsOf: buffer[..<got])
        }
    }

    /// Writes what the program takes now; closes the direction after the last byte. A program that does not want its
    /// input is no failure.
    private mutating func write() {
        while written < input.count {
            let sent = input.withUnsafeBytes { bytes in
                send(
                    descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written, Int32(MSG_NOSIGNAL))
            }
            if sent < 0, errno == EINTR { continue }
            if sent < 0, errno == EAGAIN { return }
            guard sent > 0 else { break }
            written += sent
        }
        mayWrite = false
        shutdown(descriptor, Int32(SHUT_WR))
    }
}
