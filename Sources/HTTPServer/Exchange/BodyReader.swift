import CMicrohttpd
import HTTPCore

/// Gives a body piece by piece to the library, which asks for as many bytes as it has room for.
///
/// Belongs to the thread of its connection.
final class BodyReader {
    /// What comes after the present piece; nil where that is the whole body.
    private let rest: StreamedBody?
    private var piece: [UInt8]
    private var given = 0
    private var pace: SendingPace

    private init(_ piece: [UInt8], then rest: StreamedBody?, _ pace: SendingPace) {
        self.piece = piece
        self.rest = rest
        self.pace = pace
    }

    /// Fills the room as far as the present piece goes; at least one byte, or the signs for end and failure.
    private func fill(_ room: UnsafeMutableRawBufferPointer) -> Int {
        while given == piece.count {
            switch rest?.next() ?? .end {
            case .bytes(let next): (piece, given) = (next, 0)
            case .end: return gongkai_mhd_stream_end()
            case .failed: return gongkai_mhd_stream_failed()
            }
        }
        let count = min(room.count, piece.count - given)
        // It is asked for as the one before has left.
        guard pace.passed(count) else { return gongkai_mhd_stream_failed() }
        piece.withUnsafeBytes { bytes in
            room.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[given..<given + count]))
        }
        given += count
        return count
    }

    /// A response over a body whose length is not known before.
    static func response(_ body: StreamedBody, _ pace: SendingPace) -> OpaquePointer? {
        response(BodyReader([], then: body, pace), length: -1)
    }

    /// A response over a body that lies in memory.
    static func response(_ body: [UInt8], _ pace: SendingPace) -> OpaquePointer? {
        response(BodyReader(body, then: nil, pace), length: body.count)
    }

    /// The library releases the reader with the response.
    private static func response(_ reader: BodyReader, length: Int) -> OpaquePointer? {
        let held = Unmanaged.passRetained(reader)
        let response = gongkai_mhd_stream(
            Int64(length),
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
