import Glibc
import Synchronization

/// An address that is taken and not listened on yet, so that a program learns that another has it before it does anything
/// else. Clients are refused until a server listens on it. It is given back when the last reference goes, unless a server
/// has it.
public final class ReservedAddress: Sendable {
    /// Where, with the port the system chose.
    public let address: ListenAddress
    private let socket: Mutex<Int32?>

    /// Takes an address. The socket is made here and not by the library, so that each failure can be told apart.
    ///
    /// - Throws: `ServerError` of `badAddress`, `portInUse`, `addressNotHere`, `notAllowed` or `systemRefused`.
    public init(_ wanted: ListenAddress) throws(ServerError) {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(wanted.host, String(wanted.port), &hints, &found) == 0, let first = found else {
            throw ServerError(.badAddress, address: wanted.description)
        }
        defer { freeaddrinfo(first) }
        let made = Glibc.socket(
            first.pointee.ai_family,
            Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard made >= 0 else { throw Self.error(wanted) }
        var yes: Int32 = 1
        setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(made, first.pointee.ai_addr, first.pointee.ai_addrlen) == 0, let port = Self.port(of: made) else {
            let error = Self.error(wanted)
            close(made)
            throw error
        }
        address = try ListenAddress(host: wanted.host, port: port)
        socket = Mutex(made)
    }

    deinit {
        if let descriptor = take() { close(descriptor) }
    }

    /// The descriptor, which is the caller's from then on; nil where it was taken before.
    func take() -> Int32? {
        socket.withLock { socket in
            defer { socket = nil }
            return socket
        }
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

    static func error(_ address: ListenAddress) -> ServerError {
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
