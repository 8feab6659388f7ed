import CMicrohttpd
import HTTPCore

/// Gives a streamed body to the library, which asks for as many bytes as it has room for.
///
/// Belongs to the thread of its connection.
final class BodyReader {
    private let body: StreamedBody
    private var piece: [UInt8] = []
    private var given = 0

    init(_ body: StreamedBody) { self.body = body }

    /// Fills the room as far as the present piece goes; at least one byte, or the signs for end and failure.
    private func fill(_ room: UnsafeMutableRawBufferPointer) -> Int {
        while given == piece.count {
            switch body.next() {
            case .bytes(let next): (piece, given) = (next, 0)
            case .end: return gongkai_mhd_stream_end()
            case .failed: return gongkai_mhd_stream_failed()
            }
        }
        let count = min(room.count, piece.count - given)
        piece.withUnsafeBytes { bytes in
            room.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[given..<given + count]))
        }
        given += count
        return count
    }

    /// A response over the body; the library releases the reader with it.
    static func response(_ body: StreamedBody) -> OpaquePointer? {
        let held = Unmanaged.passRetained(BodyReader(body))
        let response = gongkai_mhd_stream(
            { held, _, buffer, room in
                guard let held, let buffer, room > 0 else { return gongkai_mhd_stream_failed() }
                let reader = Unmanaged<BodyReader>.fromOpaque(held).takeUnretainedValue()
                return reader.fill(UnsafeMutableRawBufferPointer(start: buffer, count: room))
            }, held.toOpaque(),
            { held in
                if let held { Unmanaged<BodyReader>.fromOpaque(held).release() }
            })
        if response == nil { held.release() }
        return response
    }
}
