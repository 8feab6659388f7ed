internal import Glibc

/// The documents in a folder of the file system.
public enum DocumentFolder {
    /// How deep folders are followed.
    private static let deepest = 32
    /// Endings of files that are documents or may turn out to be.
    private static let endings: Set<String> = [
        "txt", "text", "md", "markdown", "html", "htm", "shtml", "docx", "docm", "doc", "wps", "xlsx", "xlsm", "xls",
        "et", "pdf", "rtf",
    ]

    /// Whether a file of that name counts as a document: by its ending, and not hidden, nor the lock file that office
    /// programs leave (`~$…`).
    public static func isDocument(_ name: String) -> Bool {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        return !file.hasPrefix(".") && !file.hasPrefix("~$") && endings.contains(FormatSniffer.fileExtension(file))
    }

    /// Whether there is a folder at `path`.
    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The paths of all documents in the folder and the folders in it, sorted. Links to folders are not followed.
    /// Throws where the folder cannot be read or holds too many.
    public static func documents(
        in path: String, limits: ReadingLimits = ReadingLimits()
    ) throws(DocumentError) -> [String] {
        var found: [String] = []
        try collect(path, depth: 0, limits: limits, into: &found)
        return found.sorted()
    }

    private static func collect(
        _ path: String, depth: Int, limits: ReadingLimits, into found: inout [String]
    ) throws(DocumentError) {
        guard let folder = opendir(path) else {
            // A folder inside that is closed to us hides its documents from no one else.
            if depth > 0 { return }
            throw DocumentError(code: "unreadable_folder", message: "文件夹无法打开。请检查路径和权限。")
        }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            let inner = path.hasSuffix("/") ? path + name : path + "/" + name
            var status = stat()
            guard lstat(inner, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                if depth < deepest { try collect(inner, depth: depth + 1, limits: limits, into: &found) }
            } else if isDocument(name), isFile(inner) {
                guard found.count < limits.archiveFiles else {
                    throw DocumentError(
                        code: "too_many_files", message: "文件夹中超过\(limits.archiveFiles)个文件，未予读取。请分成几个文件夹后再试。")
                }
                found.append(inner)
            }
        }
    }

    /// A file, or a link to one.
    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}
