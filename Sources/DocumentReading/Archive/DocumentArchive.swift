/// The documents inside a zip file, for checking a folder of reports that was sent packed.
///
/// Names inside are only shown, never used to write. Zip files inside are opened one level deep.
public final class DocumentArchive {
    /// One document inside the archive.
    public struct Entry: Sendable, Hashable {
        /// Its path inside the archive, parts parted by `/`; a zip inside counts as a folder.
        public let name: String
        fileprivate let outer: Int
        fileprivate let inner: Int?
    }

    /// The documents, sorted by name.
    public private(set) var entries: [Entry] = []
    private let package: ZipPackage
    private var nested: [Int: ZipPackage] = [:]
    private let limits: ReadingLimits

    /// Whether the bytes are a zip that is a folder of files, not a docx or xlsx itself.
    public static func isArchive(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> Bool {
        guard FormatSniffer.sniff(bytes) == .zip, let package = try? ZipPackage(bytes: bytes, limits: limits) else {
            return false
        }
        return FormatSniffer.sniff(package) == .archive
    }

    /// Lists a zip file. Throws where it is damaged, holds too many files, or unpacks beyond the limits.
    public init(bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(DocumentError) {
        self.limits = limits
        package = try ZipPackage(bytes: bytes, limits: limits)
        try list(package, prefix: "", outer: nil)
        entries.sort { $0.name < $1.name }
    }

    /// Unpacks one document. Throws where it is damaged, locked, or beyond the limits; others stay readable unless the
    /// budget of all together is spent.
    public func bytes(of entry: Entry) throws(DocumentError) -> [UInt8] {
        guard let inner = entry.inner else { return try read(package, entry.outer) }
        guard let part = nested[entry.outer] else { throw .damaged("压缩包") }
        return try read(part, inner)
    }

    private func read(_ package: ZipPackage, _ index: Int) throws(DocumentError) -> [UInt8] {
        guard package.statedSize(at: index) <= limits.fileBytes else { throw .tooLarge(limits) }
        return try package.read(index)
    }

    private func list(_ package: ZipPackage, prefix: String, outer: Int?) throws(DocumentError) {
        guard package.count <= limits.archiveFiles * 10 else { throw tooManyFiles() }
        for index in 0..<package.count {
            let raw = package.rawName(at: index)
            guard let name = Self.shownName(raw, isUTF8: package.namesAreUTF8(at: index)) else { continue }
            if DocumentName.isArchive(name) {
                // One level is enough for reports sent on; a zip within that is left alone.
                guard outer == nil else { continue }
                let inner = try ZipPackage(bytes: try read(package, index), limits: limits, budget: package.budget)
                nested[index] = inner
                try list(inner, prefix: name + "/", outer: index)
            } else if DocumentName.isDocument(name) {
                guard entries.count < limits.archiveFiles else { throw tooManyFiles() }
                let place = outer ?? index
                entries.append(Entry(name: prefix + name, outer: place, inner: outer == nil ? nil : index))
            }
        }
    }

    private func tooManyFiles() -> DocumentError {
        DocumentError(
            code: "too_many_files", message: "压缩包中超过\(limits.archiveFiles)个文件，未予读取。请分成几个压缩包后再试。")
    }

    /// The name for people; nil for folders, hidden files and the marks that other systems leave.
    private static func shownName(_ raw: [UInt8], isUTF8: Bool) -> String? {
        let text = DocumentName.shown(raw, isUTF8: isUTF8)
        guard !text.isEmpty, text.utf8.last != UInt8(ascii: "/") else { return nil }
        let parts = text.split(whereSeparator: { $0 == "/" || $0 == "\\" }).filter { $0 != "." && $0 != ".." }
        guard !parts.isEmpty, !parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) else { return nil }
        return parts.joined(separator: "/")
    }
}
