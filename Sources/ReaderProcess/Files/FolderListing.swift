public import DocumentReading
internal import Glibc

/// The documents in a folder and the folders below it.
public struct FolderListing: Sendable {
    /// Paths below the folder, sorted.
    public private(set) var documents: [String] = []
    /// How many files were passed over because their names are not those of documents.
    public private(set) var passedOver = 0

    /// Folders within folders; links are not followed, so that this is reached only on purpose.
    private static let depth = 64

    /// Lists a folder.
    ///
    /// Hidden files and the lock files of office programs are left out; links to folders are not followed.
    ///
    /// - Throws: `not_found`, `no_permission` or `unreadable_file` where the folder itself cannot be listed; a folder
    ///   below it that cannot be listed counts as passed over.
    public init(_ folder: String) throws(DocumentError) {
        try list(folder, below: "", depth: Self.depth)
        documents.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func list(_ folder: String, below prefix: String, depth: Int) throws(DocumentError) {
        guard let handle = opendir(folder) else { throw DocumentFile.reason(errno) }
        defer { closedir(handle) }
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix("."), !name.hasPrefix("~$"), name != "__MACOSX" else { continue }
            let path = "\(folder)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else {
                passedOver += 1
                continue
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                do throws(DocumentError) {
                    guard depth > 0 else { throw DocumentFile.reason(ELOOP) }
                    try list(path, below: "\(prefix)\(name)/", depth: depth - 1)
                } catch {
                    passedOver += 1
                }
            } else if DocumentFolder.isDocument(name) || name.lowercased().hasSuffix(".zip") {
                documents.append(prefix + name)
            } else {
                passedOver += 1
            }
        }
    }
}
