import CZlib

/// Bytes packed as gzip and unpacked again. Source: RFC 1952. The same bytes always give the same ones: no time is
/// written.
public enum Gzip {
    /// The most bytes that are packed or unpacked at once.
    public static let maximumBytes = 1 << 30

    /// Packs; nil where the library has no memory or there are more bytes than `maximumBytes`.
    ///
    /// - Parameter level: 1 (quick) to 9 (small).
    public static func pack(_ bytes: [UInt8], level: Int) -> [UInt8]? {
        guard bytes.count <= maximumBytes else { return nil }
        var stream = z_stream()
        guard gongkai_gzip_begin(&stream, Int32(min(max(level, 1), 9))) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let room = Int(deflateBound(&stream, UInt(bytes.count)))
        var status = Z_OK
        let packed = bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: room) { output, count in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                status = deflate(&stream, Z_FINISH)
                count = output.count - Int(stream.avail_out)
            }
        }
        return status == Z_STREAM_END ? packed : nil
    }

    /// Unpacks; nil where the bytes are no whole gzip or unpack to more than `limit`.
    public static func unpack(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        guard bytes.count <= maximumBytes, (0...maximumBytes).contains(limit) else { return nil }
        var stream = z_stream()
        guard gongkai_gunzip_begin(&stream) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var status = Z_OK
        let unpacked = bytes.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: limit + 1) { output, count in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                status = inflate(&stream, Z_FINISH)
                count = output.count - Int(stream.avail_out)
            }
        }
        return status == Z_STREAM_END && unpacked.count <= limit ? unpacked : nil
    }
}
