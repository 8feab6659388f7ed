import Glibc

/// The address of a client.
struct ClientAddress: Sendable {
    /// In numbers, as `192.0.2.7` or `2001:db8::7`.
    let text: String
    /// What connections are counted by: the address, or the /64 network of an IPv6 address, since one client holds
    /// all of that.
    let network: String

    /// Reads the system's form; an unknown family counts as one client of its own.
    init(_ address: UnsafePointer<sockaddr>?) {
        switch address.map({ Int32($0.pointee.sa_family) }) {
        case AF_INET:
            var number = address.map { UnsafeRawPointer($0).load(as: sockaddr_in.self).sin_addr } ?? in_addr()
            text = Self.text(AF_INET, &number)
            network = text
        case AF_INET6:
            var number = address.map { UnsafeRawPointer($0).load(as: sockaddr_in6.self).sin6_addr } ?? in6_addr()
            let full = Self.text(AF_INET6, &number)
            let mapped = "::ffff:"
            if full.hasPrefix(mapped), full.contains(".") {
                text = String(full.dropFirst(mapped.count))
                network = text
            } else {
                text = full
                network = withUnsafeBytes(of: number) { bytes in
                    bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":") + "/64"
                }
            }
        default:
            text = "unknown"
            network = "unknown"
        }
    }

    private static func text(_ family: Int32, _ number: UnsafeRawPointer) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
            guard let start = buffer.baseAddress,
                let text = inet_ntop(family, number, start, socklen_t(buffer.count))
            else { return "unknown" }
            return String(cString: text)
        }
    }
}
