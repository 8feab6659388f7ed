internal import CZip
internal import Glibc

/// Builds a zip file in memory, for tests.
public struct ZipBuilder {
    private var parts: [(name: [UInt8], bytes: [UInt8], stored: Bool)] = []
    private var hasRawNames = false

    /// An empty zip file.
    public init() {}

    /// Adds a part with text.
    public mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    /// Adds a part with bytes; `stored` leaves them unpacked.
    public mutating func add(_ name: String, _ bytes: [UInt8], stored: Bool = false) {
        parts.append((Array(name.utf8), bytes, stored))
    }

    /// Adds a part whose name is given in bytes of any encoding; no name of the file is then called UTF-8.
    public mutating func add(rawName: [UInt8], _ bytes: [UInt8]) {
        parts.append((rawName, bytes, false))
        hasRawNames = true
    }

    /// The file; empty when the library refuses.
    public func bytes() -> [UInt8] {
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { return [] }
        zip_source_keep(source)
        defer { zip_source_free(source) }
        guard let archive = zip_open_from_source(source, Int32(ZIP_TRUNCATE), &error) else { return [] }
        var buffers: [UnsafeMutableRawPointer] = []
        for part in parts {
            guard let copy = malloc(max(1, part.bytes.count)) else { return [] }
            part.bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
            buffers.append(copy)
            let content = zip_source_buffer(archive, copy, zip_uint64_t(part.bytes.count), 0)
            let name = part.name.map { CChar(bitPattern: $0) } + [0]
            let flags = ZIP_FL_OVERWRITE | (isUTF8(part.name) ? ZIP_FL_ENC_GUESS : ZIP_FL_ENC_CP437)
            let index = zip_file_add(archive, name, content, zip_flags_t(flags))
            if index < 0 { return [] }
            if part.stored { zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_STORE, 0) }
        }
        guard zip_close(archive) == 0 else { return [] }
        buffers.forEach { free($0) }
        var stat = zip_stat_t()
        zip_source_stat(source, &stat)
        zip_source_open(source)
        defer { zip_source_close(source) }
        var result = [UInt8](unsafeUninitializedCapacity: Int(stat.size)) { buffer, count in
            count = Int(max(0, zip_source_read(source, buffer.baseAddress, stat.size)))
        }
        if hasRawNames { clearNameFlags(&result) }
        return result
    }

    /// Clears bit 11 of the flags of every header: what packers of old systems write.
    private func clearNameFlags(_ bytes: inout [UInt8]) {
        for (mark, flags) in [([0x50, 0x4B, 0x03, 0x04], 7), ([0x50, 0x4B, 0x01, 0x02], 9)] as [([UInt8], Int)] {
            for start in 0..<max(0, bytes.count - 10) where bytes[start..<start + 4].elementsEqual(mark) {
                bytes[start + flags] &= 0xF7
            }
        }
    }

    private func isUTF8(_ name: [UInt8]) -> Bool { String(validating: name, as: UTF8.self) != nil }
}
