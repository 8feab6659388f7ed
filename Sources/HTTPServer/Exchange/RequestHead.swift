import CMicrohttpd
import HTTPCore

/// The headers of a request as the library gives them, and what they say about its body.
struct RequestHead {
    /// The fields.
    private(set) var headers = Headers()
    /// Names and values together, in bytes.
    private(set) var bytes = 0
    private var isMalformed = false

    /// Reads every field.
    init(_ connection: OpaquePointer) {
        withUnsafeMutablePointer(to: &self) { head in
            gongkai_mhd_each_header(
                connection,
                { head, _, name, nameSize, value, valueSize in
                    head?.assumingMemoryBound(to: RequestHead.self).pointee
                        .add(Self.text(name, nameSize), Self.text(value, valueSize))
                    return .YES
                }, head)
        }
    }

    private static func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
        String(decoding: UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count), as: UTF8.self)
    }

    private mutating func add(_ name: String, _ value: String) {
        bytes += name.utf8.count + value.utf8.count + 4
        guard Headers.isToken(name) else {
            isMalformed = true
            return
        }
        let isCookie = name.utf8.count == 6 && name.lowercased() == "cookie"
        headers.add(name, isCookie ? Self.marked(value) : value)
    }

    /// A cookie with U+FFFD in the place of control characters, as what is no UTF-8 has it already: a header keeps none of
    /// them, and whoever reads the cookie must be able to tell that it is damaged.
    private static func marked(_ value: String) -> String {
        guard value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return value }
        let scalars = value.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }
        return String(String.UnicodeScalarView(scalars))
    }

    /// How the body is delimited.
    enum Framing {
        case none
        case length(Int)
        case chunked
    }

    /// Refuses a host that is none, and two of them: what is in front might take the other. Source: RFC 9112 section 3.2.
    func checkHost() throws(RequestError) {
        let hosts = headers.all("Host")
        guard hosts.count <= 1, hosts.first.map(Self.isHost) ?? true else {
            throw RequestError(.malformedHeaders, in: "host")
        }
    }

    /// A name, an address in numbers, or an address of IPv6 in brackets, each with or without a port.
    private static func isHost(_ text: String) -> Bool {
        let isBracketed = text.hasPrefix("[")
        guard
            let end = isBracketed
                ? text.firstIndex(of: "]").map({ text.index(after: $0) }) : text.firstIndex(of: ":") ?? text.endIndex
        else { return false }
        let marks = isBracketed ? "[]:." : "-._"
        guard text[..<end].utf8.allSatisfy({ isPlain($0) || marks.utf8.contains($0) }) else { return false }
        let port = text[end...]
        guard !port.isEmpty else { return true }
        return port.first == ":" && port.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
            && (port.count == 1 || UInt16(port.dropFirst()) != nil)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// How the body is delimited; headers that could be read in two ways are refused, as they are how one request is
    /// hidden in another. Source: RFC 9112 section 6.
    func framing() throws(RequestError) -> Framing {
        let lengths = headers.all("Content-Length")
        let codings = headers.all("Transfer-Encoding")
        let malformed = RequestError(.malformedHeaders, in: "body framing")
        guard !isMalformed, lengths.count <= 1, codings.count <= 1, lengths.isEmpty || codings.isEmpty else {
            throw malformed
        }
        if let coding = codings.first {
            guard coding.lowercased() == "chunked" else { throw malformed }
            return .chunked
        }
        guard let length = lengths.first else { return .none }
        guard !length.isEmpty, length.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let count = Int(length)
        else { throw malformed }
        return count == 0 ? .none : .length(count)
    }
}
