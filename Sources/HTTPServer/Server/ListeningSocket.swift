import Glibc

/// A socket that listens; made here and not by the library, so that each failure can be told apart.
struct ListeningSocket {
    /// The descriptor.
    let descriptor: Int32
    /// Where it listens, with the port the system chose.
    let address: ListenAddress

    /// Connections the system holds until a thread accepts them.
    private static let backlog: Int32 = 1_024

    /// Listens.
    ///
    /// - Throws: `ServerError` of `badAddress`, `portInUse`, `addressNotHere`, `notAllowed` or `systemRefused`.
    init(_ wanted: ListenAddress) throws(ServerError) {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(wanted.host, String(wanted.port), &hints, &found) == 0, let first = found else {
            throw ServerError(.badAddress, address: wanted.description)
        }
        defer { freeaddrinfo(first) }
        let made = socket(
            first.pointee.ai_family,
            Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard made >= 0 else { throw Self.error(wanted) }
        var yes: Int32 = 1
        setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(made, first.pointee.ai_addr, first.pointee.ai_addrlen) == 0, listen(made, Self.backlog) == 0,
            let port = Self.port(of: made)
        else {
            let error = Self.error(wanted)
            close(made)
            throw error
        }
        descriptor = made
        address = try ListenAddress(host: wanted.host, port: port)
    }

    private static func port(of socket: Int32) -> Int? {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let code = withUnsafeMutableBytes(of: &storage) { bytes in
            getsockname(socket, bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self), &size)
        }
        guard code == 0 else { return nil }
        // Both families keep the port in the same place.
        return withUnsafeBytes(of: storage) { Int(UInt16(bigEndian: $0.load(as: sockaddr_in.self).sin_port)) }
    }

    private static func error(_ address: ListenAddress) -> ServerError {
        let number = errno
        let code: ServerError.Code =
            switch number {
            case EADDRINUSE: .portInUse
            case EADDRNOTAVAIL: .addressNotHere
            case EACCES, EPERM: .notAllowed
            default: .systemRefused
            }
        return ServerError(code, address: address.description, systemError: number)
    }
}
