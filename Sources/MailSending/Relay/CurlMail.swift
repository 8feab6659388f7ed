internal import ChildProgram
internal import Glibc

/// Hands messages over by the program `curl`, which speaks SMTP with all its ways of encryption and of signing in.
///
/// It runs as a child with an end of its time, and fails without harm to the server. Password and addresses reach it by its
/// standard input, so that no list of processes shows them; the message lies in a file that only this user can read until
/// it was handed over. Source: RFC 5321, RFC 8314.
public struct CurlMail: MailCarrier {
    /// The server.
    public let relay: MailRelay
    private let program: String
    private let folder: String

    /// Nil where the machine has no `curl`.
    ///
    /// - Parameter folder: where the message lies while it is handed over.
    public init?(to relay: MailRelay, in folder: String = "/tmp") {
        let places = ["/usr/local/bin/curl", "/usr/bin/curl", "/bin/curl"]
        guard let program = places.first(where: { access($0, X_OK) == 0 }) else { return nil }
        self.relay = relay
        self.program = program
        self.folder = folder
    }

    /// Hands one message over.
    public func carry(_ message: [UInt8], from sender: String, to recipient: String) -> MailOutcome {
        guard Self.isPlain(sender) else { return .later(code: 0) }
        guard Self.isPlain(recipient) else { return .refused(code: 553) }
        guard let file = MessageFile(message, in: folder) else { return .later(code: 0) }
        defer { file.remove() }
        let settings = Self.settings(relay, from: sender, to: recipient, file: file.path)
        let outcome = ChildProgram.run(
            program, arguments: ["-q", "-K", "-"], home: "/nonexistent", input: Array(settings.utf8),
            outputLimit: 4_096,
            seconds: relay.seconds + 5)
        guard case .ended(let status, let output) = outcome else { return .later(code: 0) }
        return Self.outcome(status: status, code: Self.number(output))
    }

    /// What the program's end and the server's last answer mean.
    ///
    /// A server that does not admit the program (530, 534, 535, 538) may do so once its operator has mended the settings.
    /// Source: RFC 4954 section 6.
    static func outcome(status: Int32, code: Int) -> MailOutcome {
        if status == 0 { return .taken }
        let isOfOperator = [530, 534, 535, 538].contains(code)
        guard (500...599).contains(code), !isOfOperator else { return .later(code: code >= 400 ? code : 0) }
        return .refused(code: code)
    }

    /// What the program reads: a setting a line, values in quotes.
    static func settings(_ relay: MailRelay, from sender: String, to recipient: String, file: String) -> String {
        var lines = [
            "silent", "url = \(quoted(relay.address))", "mail-from = \(quoted(sender))",
            "mail-rcpt = \(quoted(recipient))", "upload-file = \(quoted(file))", "proto = \"=smtp,smtps\"",
            "noproxy = \"*\"", "connect-timeout = \(min(10, relay.seconds))", "max-time = \(relay.seconds)",
            "write-out = \"%{response_code}\"",
        ]
        lines.append(relay.secrecy == .needed ? "ssl-reqd" : "ssl")
        if !relay.user.isEmpty { lines.append("user = \(quoted(relay.user + ":" + relay.password))") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A value as the program reads it; ends of lines cannot stand in one.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n", "\r", "\0": continue
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// True for an address that cannot end a line or a pair of brackets of the protocol.
    private static func isPlain(_ address: String) -> Bool {
        !address.isEmpty && address.utf8.count <= 254
            && address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>()\",;:\\[]".utf8.contains($0) }
    }

    private static func number(_ output: [UInt8]) -> Int {
        let digits = output.filter { (0x30...0x39).contains($0) }
        return digits.count <= 3 ? Int(String(decoding: digits, as: UTF8.self)) ?? 0 : 0
    }
}

/// A message on the disk while it is handed over, for this user only.
private struct MessageFile {
    let path: String

    init?(_ bytes: [UInt8], in folder: String) {
        // A name that is there already is taken by nobody: the file must be ours from its first byte.
        path = "\(folder)/gongkai-mail-\(UInt64.random(in: 0...UInt64.max))"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { bytes in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
                return write(descriptor, rest.baseAddress, rest.count)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { break }
            start += written
        }
        close(descriptor)
        guard start == bytes.count else {
            unlink(path)
            return nil
        }
    }

    func remove() { unlink(path) }
}
