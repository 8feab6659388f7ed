import CZlib
import HTTPCore
import Synchronization

/// Bytes packed as gzip piece by piece. Source: RFC 1952.
struct GzipStream: ~Copyable {
    /// The library keeps the address, so the value lies where it does not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private(set) var isDone = false

    /// Nil without memory.
    ///
    /// - Parameter level: 1 (quick) to 9 (small).
    init?(level: Int) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard gongkai_gzip_begin(stream, Int32(min(max(level, 1), 9))) == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Takes a piece in, and gives what can be sent already; nothing at times. Nil where the library failed.
    ///
    /// - Parameter isLast: true to write the foot behind it.
    mutating func pack(_ bytes: [UInt8], isLast: Bool = false) -> [UInt8]? {
        var packed: [UInt8] = []
        var status = Z_OK
        bytes.withUnsafeBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = UInt32(input.count)
            repeat {
                packed += [UInt8](unsafeUninitializedCapacity: 1 << 15) { output, count in
                    stream.pointee.next_out = output.baseAddress
                    stream.pointee.avail_out = UInt32(output.count)
                    status = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                    count = output.count - Int(stream.pointee.avail_out)
                }
                // Room that was used up means that more may wait; nothing to do is no failure.
            } while stream.pointee.avail_out == 0 && (status == Z_OK || status == Z_BUF_ERROR)
            stream.pointee.next_in = nil
            stream.pointee.avail_in = 0
        }
        isDone = isDone || isLast
        if isLast { return status == Z_STREAM_END ? packed : nil }
        return status == Z_OK || status == Z_BUF_ERROR ? packed : nil
    }
}

extension StreamedBody {
    /// The same body packed with gzip while it is sent; nil without memory.
    func packed(level: Int) -> StreamedBody? {
        guard let stream = GzipStream(level: level) else { return nil }
        let state = Mutex(stream)
        return StreamedBody {
            guard !state.withLock({ $0.isDone }) else { return .end }
            switch self.next() {
            case .bytes(let bytes): return state.withLock { $0.pack(bytes) }.map { .bytes($0) } ?? .failed
            case .end: return state.withLock { $0.pack([], isLast: true) }.map { .bytes($0) } ?? .failed
            case .failed: return .failed
            }
        }
    }
}
