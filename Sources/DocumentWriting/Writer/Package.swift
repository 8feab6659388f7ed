internal import CZip
internal import Glibc

/// Parts, packed as a zip in memory: those of an office document, or files that are handed out together. The same parts
/// give the same bytes.
public struct Package {
    private var parts: [(name: String, bytes: [UInt8])] = []

    /// An empty one.
    public init() {}

    /// Adds a part by its path, parted by strokes.
    public mutating func add(_ name: String, _ bytes: [UInt8]) { parts.append((name, bytes)) }

    /// The file. Every part bears the same day, so that nothing tells when it was packed.
    ///
    /// - Throws: `DocumentWritingError` where memory runs out, or two parts have one name.
    public func bytes() throws(DocumentWritingError) -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw Self.failure(&error) }
        // Closing the archive gives its own hold on the source back; ours is kept to read what was written.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, Int32(ZIP_TRUNCATE), &error) else {
            zip_source_free(target)
            throw Self.failure(&error)
        }
        // The library reads the parts while it closes the archive: until then they lie still.
        var copies: [UnsafeMutableRawPointer] = []
        defer { for copy in copies { free(copy) } }
        for part in parts {
            guard let copy = malloc(max(1, part.bytes.count)) else {
                zip_discard(archive)
                throw .notPacked(String(cString: strerror(ENOMEM)))
            }
            part.bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
            copies.append(copy)
            let source = zip_source_buffer(archive, copy, zip_uint64_t(part.bytes.count), 0)
            let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else {
                zip_source_free(source)
                zip_discard(archive)
                throw .notPacked(part.name)
            }
            zip_file_set_dostime(archive, zip_uint64_t(index), 0, Self.firstDay, 0)
        }
        guard zip_close(archive) == 0 else {
            let reason = String(cString: zip_strerror(archive))
            zip_discard(archive)
            throw .notPacked(reason)
        }
        return try Self.contents(of: target)
    }

    /// 1 January 1980, the first day that the format knows.
    private static let firstDay: UInt16 = 1 << 5 | 1

    private static func contents(of source: OpaquePointer) throws(DocumentWritingError) -> [UInt8] {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else { throw .notPacked("zip") }
        defer { zip_source_close(source) }
        let size = Int(status.size)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = Int(max(0, zip_source_read(source, buffer.baseAddress, zip_uint64_t(size))))
        }
        guard bytes.count == size else { throw .notPacked("zip") }
        return bytes
    }

    private static func failure(_ error: inout zip_error_t) -> DocumentWritingError {
        .notPacked(String(cString: zip_error_strerror(&error)))
    }
}
