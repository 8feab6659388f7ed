internal import Foundation
internal import Glibc
internal import Synchronization

/// A mail server on the loopback that keeps what it is given: enough of RFC 5321 for one client at a time.
public final class LoopbackMailServer: Sendable {
    /// One message that was handed over.
    public struct Message: Sendable, Hashable {
        /// The address in `MAIL FROM`.
        public let sender: String
        /// The addresses in `RCPT TO`.
        public let recipients: [String]
        /// Head and body, as they came; dots at the begin of lines are single again.
        public let lines: [String]
        /// What the client signed in with by `AUTH PLAIN`, in Base64; nil where it did not.
        public let signedIn: String?
    }

    private struct State {
        var messages: [Message] = []
        var answer: String
        var isOver = false
    }

    private let listener: Int32
    /// The port it listens on.
    public let port: Int
    private let state: Mutex<State>
    private let arrived = DispatchSemaphore(value: 0)

    /// A server that answers `RCPT TO` with a line, such as `550 no such address`; without one it takes everything.
    ///
    /// - Parameter offersSignIn: whether it says that it knows `AUTH PLAIN`.
    public init?(answering answer: String = "250 ok", offersSignIn: Bool = false) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else {
            close(descriptor)
            return nil
        }
        listener = descriptor
        port = Int(UInt16(bigEndian: address.sin_port))
        state = Mutex(State(answer: answer))
        let context = Unmanaged.passRetained(Context(server: self, offersSignIn: offersSignIn))
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { raw in
                guard let raw else { return nil }
                let context = Unmanaged<Context>.fromOpaque(raw).takeRetainedValue()
                context.server.serve(context.offersSignIn)
                return nil
            }, context.toOpaque())
        pthread_detach(thread)
    }

    private final class Context {
        let server: LoopbackMailServer
        let offersSignIn: Bool

        init(server: LoopbackMailServer, offersSignIn: Bool) {
            self.server = server
            self.offersSignIn = offersSignIn
        }
    }

    /// What came so far.
    public var messages: [Message] { state.withLock { $0.messages } }

    /// Waits for the next message; nil where none comes within a minute.
    public func next() -> Message? {
        arrived.wait(timeout: .now() + 60) == .success ? messages.last : nil
    }

    /// Changes what `RCPT TO` is answered with.
    public func answer(_ line: String) { state.withLock { $0.answer = line } }

    /// Ends it; nobody is connected any more.
    public func stop() {
        state.withLock { $0.isOver = true }
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func serve(_ offersSignIn: Bool) {
        while true {
            let client = accept(listener, nil, nil)
            if state.withLock({ $0.isOver }) || client < 0 {
                if client >= 0 { close(client) }
                close(listener)
                return
            }
            talk(client, offersSignIn)
            close(client)
        }
    }

    private func talk(_ client: Int32, _ offersSignIn: Bool) {
        var reader = LineReader(client)
        func say(_ line: String) {
            let bytes = Array((line + "\r\n").utf8)
            _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }
        var (sender, recipients, signedIn): (String, [String], String?) = ("", [], nil)
        say("220 test")
        while let line = reader.next() {
            let word = line.prefix(4).uppercased()
            switch word {
            case "EHLO":
                say("250-test")
                if offersSignIn { say("250-AUTH PLAIN") }
                say("250 8BITMIME")
            case "HELO", "RSET", "NOOP": say("250 ok")
            case "AUTH":
                var words = line.split(separator: " ")
                if words.count == 2 {
                    say("334 ")
                    words.append(Substring(reader.next() ?? ""))
                }
                signedIn = words.last.map { String($0) }
                say("235 ok")
            case "MAIL":
                (sender, recipients) = (Self.address(line), [])
                say("250 ok")
            case "RCPT":
                let answer = state.withLock { $0.answer }
                if answer.hasPrefix("250") { recipients.append(Self.address(line)) }
                say(answer)
            case "DATA":
                say("354 go on")
                var lines: [String] = []
                while let line = reader.next(), line != "." {
                    lines.append(line.hasPrefix("..") ? String(line.dropFirst()) : line)
                }
                let message = Message(sender: sender, recipients: recipients, lines: lines, signedIn: signedIn)
                state.withLock { $0.messages.append(message) }
                arrived.signal()
                say("250 taken")
            case "QUIT":
                say("221 bye")
                return
            default: say("500 what")
            }
        }
    }

    private static func address(_ line: String) -> String {
        guard let start = line.firstIndex(of: "<"), let end = line.firstIndex(of: ">"), start < end else { return "" }
        return String(line[line.index(after: start)..<end])
    }
}

/// Lines from a connection, without their ends.
private struct LineReader {
    private let descriptor: Int32
    private var held: [UInt8] = []

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    mutating func next() -> String? {
        while true {
            if let end = held.firstIndex(of: 0x0A) {
                let line = held[..<end]
                held.removeSubrange(...end)
                return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
            }
            var buffer = [UInt8](repeating: 0, count: 4_096)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            held += buffer[..<count]
        }
    }
}
