internal import CSodium

/// Secret bytes in memory of their own: kept out of swap where the system allows it, read-only, wiped when let go of.
final class SecretBytes: @unchecked Sendable {
    // Written in `init` only and read-only from then on, so that every thread may read it.
    private let pointer: UnsafeMutableRawPointer
    let count: Int

    /// Bytes that `fill` writes.
    init(count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) throws(VaultError) {
        guard Sodium.isReady, let pointer = sodium_malloc(count) else { throw .library }
        self.pointer = pointer
        self.count = count
        fill(pointer.assumingMemoryBound(to: UInt8.self))
        sodium_mprotect_readonly(pointer)
    }

    deinit { sodium_free(pointer) }

    func read<Answer>(_ body: (UnsafePointer<UInt8>) -> Answer) -> Answer {
        body(UnsafePointer(pointer.assumingMemoryBound(to: UInt8.self)))
    }
}

/// The library, begun once.
enum Sodium {
    /// False when the library cannot work.
    static let isReady = sodium_init() >= 0

    /// Random bytes from the system.
    static func random(_ count: Int) -> [UInt8] {
        guard isReady else { return [] }
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, bytes.count)
        return bytes
    }
}
