public import DocumentReading
internal import Glibc

/// The documents and archives in a folder and the folders below it.
public struct FolderListing: Sendable {
    /// One document or archive.
    public struct Entry: Sendable, Hashable {
        /// Its path below the folder, for people.
        public let name: String
        /// Where it is.
        public let path: DocumentPath
    }

    /// What was found, sorted by name.
    public private(set) var entries: [Entry] = []

    /// Lists a folder.
    ///
    /// Hidden files, the lock files of office programs and files whose names are not those of documents are left out;
    /// links to folders are not followed. A folder below that cannot be listed hides its documents from no one else.
    ///
    /// - Throws: `not_found`, `no_permission` or `unreadable_file` where the folder itself cannot be listed.
    public init(_ folder: DocumentPath) throws(DocumentError) {
        var waiting = try list(folder, below: "")
        while let next = waiting.popLast() {
            do throws(DocumentError) {
                waiting += try list(next.path, below: next.name + "/")
            } catch {
                continue
            }
        }
        entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Takes in what one folder holds; returns the folders in it.
    private mutating func list(_ folder: DocumentPath, below prefix: String) throws(DocumentError) -> [Entry] {
        guard let handle = folder.withCString({ opendir($0) }) else { throw DocumentFile.reason(errno) }
        defer { closedir(handle) }
        var folders: [Entry] = []
        while let entry = readdir(handle) {
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            let name = DocumentPath.shown(bytes)
            guard !name.hasPrefix("."), !name.hasPrefix("~$"), name != "__MACOSX",
                let path = folder.appending(bytes)
            else { continue }
            var status = stat()
            guard path.withCString({ lstat($0, &status) }) == 0 else { continue }
            let found = Entry(name: prefix + name, path: path)
            if status.st_mode & S_IFMT == S_IFDIR {
                folders.append(found)
            } else if DocumentName.isDocument(name) || DocumentName.isArchive(name) {
                entries.append(found)
            }
        }
        return folders
    }
}
