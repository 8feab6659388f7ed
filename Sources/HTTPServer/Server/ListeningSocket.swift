import Glibc

/// A socket that listens.
struct ListeningSocket {
    /// The descriptor.
    let descriptor: Int32
    /// Where it listens.
    let address: ListenAddress

    /// Connections the system holds until a thread accepts them.
    private static let backlog: Int32 = 1_024

    /// Listens on an address.
    ///
    /// - Throws: `ServerError` of `portInUse` or `systemRefused`, the latter also where another server has the address.
    init(_ reserved: ReservedAddress) throws(ServerError) {
        guard let taken = reserved.take() else {
            throw ServerError(.systemRefused, address: reserved.address.description, systemError: EBADF)
        }
        guard listen(taken, Self.backlog) == 0 else {
            let error = ReservedAddress.error(reserved.address)
            close(taken)
            throw error
        }
        descriptor = taken
        address = reserved.address
    }
}
