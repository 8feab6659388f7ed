/// A zip whose parts are stored as they are.
enum StoredZip {
    /// The archive of some parts.
    static func archive(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let name = Array(part.name.utf8)
            var facts: [UInt8] = []
            append(&facts, 20, 2)
            append(&facts, 0, 8)
            append(&facts, Int(checksum(part.bytes)), 4)
            append(&facts, part.bytes.count, 4)
            append(&facts, part.bytes.count, 4)
            append(&facts, name.count, 2)
            append(&facts, 0, 2)
            append(&directory, 0x0201_4B50, 4)
            append(&directory, 20, 2)
            directory += facts
            append(&directory, 0, 10)
            append(&directory, archive.count, 4)
            directory += name
            append(&archive, 0x0403_4B50, 4)
            archive += facts + name + part.bytes
        }
        let start = archive.count
        archive += directory
        append(&archive, 0x0605_4B50, 4)
        append(&archive, 0, 4)
        append(&archive, parts.count, 2)
        append(&archive, parts.count, 2)
        append(&archive, directory.count, 4)
        append(&archive, start, 4)
        append(&archive, 0, 2)
        return archive
    }

    private static func append(_ bytes: inout [UInt8], _ number: Int, _ count: Int) {
        for index in 0..<count { bytes.append(index < 8 ? UInt8(truncatingIfNeeded: number >> (index * 8)) : 0) }
    }

    /// CRC-32 as zip has it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var register: UInt32 = 0xFFFF_FFFF
        for byte in bytes { register = table[Int((register ^ UInt32(byte)) & 0xFF)] ^ (register >> 8) }
        return ~register
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
