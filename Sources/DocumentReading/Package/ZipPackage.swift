internal import CZip
internal import Glibc

/// A zip file in memory, read part by part under the limits.
///
/// Sizes written in the file are never believed: bytes are counted as they are unpacked.
final class ZipPackage {
    /// Parts smaller than this may be packed at any ratio; a table of blanks packs very well.
    static let ratioFloor = 1024 * 1024

    private let archive: OpaquePointer
    private let limits: ReadingLimits
    /// Bytes all parts together may still unpack to.
    private(set) var budget: Int
    /// How many entries the file lists.
    let count: Int

    /// Opens the directory of a zip file; unpacks nothing yet. `budget` are the bytes its parts may unpack to, where
    /// the file comes out of another that has spent some.
    init(bytes: [UInt8], limits: ReadingLimits, budget: Int? = nil) throws(DocumentError) {
        // libzip owns the copy: an array cannot promise that its address stays.
        guard let copy = malloc(max(bytes.count, 1)) else { throw .damaged("文件") }
        bytes.withUnsafeBytes { source in
            if let base = source.baseAddress { memcpy(copy, base, source.count) }
        }
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
            free(copy)
            throw .damaged("文件")
        }
        guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
            zip_source_free(source)
            throw .damaged("文件")
        }
        self.archive = archive
        self.limits = limits
        self.budget = budget ?? limits.unpackedBytes
        count = Int(zip_get_num_entries(archive, 0))
    }

    deinit { zip_discard(archive) }

    /// The place of a part, found without regard to case.
    func index(of name: String) -> Int? {
        let place = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
        return place < 0 ? nil : Int(place)
    }

    /// The bytes of an entry's name as they stand in the file, and whether the file calls them UTF-8.
    func rawName(at index: Int) -> [UInt8] {
        guard let name = zip_get_name(archive, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_RAW)) else { return [] }
        return Array(UnsafeBufferPointer(start: name, count: strlen(name))).map { UInt8(bitPattern: $0) }
    }

    /// Whether the file calls the name of an entry UTF-8 (bit 11 of its flags).
    func namesAreUTF8(at index: Int) -> Bool {
        // libzip tells the flag only through its own guess: a strict name equals the raw one where it is UTF-8.
        guard let strict = zip_get_name(archive, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_STRICT)) else {
            return false
        }
        guard let raw = zip_get_name(archive, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_RAW)) else { return false }
        return strcmp(strict, raw) == 0
    }

    /// The size the directory states for an entry once unpacked; a hint only.
    func statedSize(at index: Int) -> Int {
        var stat = zip_stat_t()
        guard zip_stat_index(archive, zip_uint64_t(index), 0, &stat) == 0 else { return 0 }
        return Int(clamping: stat.size)
    }

    /// Opens a part for reading.
    func open(_ index: Int) throws(DocumentError) -> ZipPart {
        var stat = zip_stat_t()
        guard zip_stat_index(archive, zip_uint64_t(index), 0, &stat) == 0 else { throw .damaged("文件") }
        if stat.encryption_method != 0 { throw .encrypted("文件") }
        guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else { throw .damaged("文件") }
        return ZipPart(file: file, package: self, packedBytes: Int(clamping: stat.comp_size))
    }

    /// All bytes of a part.
    func read(_ index: Int) throws(DocumentError) -> [UInt8] {
        let part = try open(index)
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = chunk.withUnsafeMutableBytes { part.read(into: $0) }
            if let failure = part.failure { throw failure }
            if got <= 0 { return result }
            result.append(contentsOf: chunk[..<got])
        }
    }

    /// Counts unpacked bytes of a part against the limits; nil while they hold.
    fileprivate func spend(_ bytes: Int, partTotal: Int, packed: Int) -> DocumentError? {
        budget -= bytes
        if budget < 0 { return .unpackedTooLarge(limits) }
        if partTotal > Self.ratioFloor, partTotal / max(packed, 1) >= limits.unpackedRatio {
            return .suspiciousRatio(limits)
        }
        return nil
    }
}

/// One part of a package while it is read.
final class ZipPart {
    private let file: OpaquePointer
    private let package: ZipPackage
    private let packedBytes: Int
    private var total = 0
    /// Why reading ended early.
    private(set) var failure: DocumentError?

    fileprivate init(file: OpaquePointer, package: ZipPackage, packedBytes: Int) {
        self.file = file
        self.package = package
        self.packedBytes = packedBytes
    }

    deinit { zip_fclose(file) }

    /// Reads on; 0 at the end, -1 with `failure` set where a limit is passed or the part is damaged.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        if failure != nil { return -1 }
        let got = Int(zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count)))
        if got < 0 {
            failure = .damaged("文件")
            return -1
        }
        total += got
        if let refusal = package.spend(got, partTotal: total, packed: packedBytes) {
            failure = refusal
            return -1
        }
        return got
    }
}
