import Glibc

/// The folder with the data files of the program: calendars, style sheets, demonstration documents.
struct ResourceFolder: Sendable {
    /// The setting that names it.
    static let setting = "GONGKAI_RESOURCES"
    /// The file by which the folder is recognised.
    static let mark = "holidays.tsv"
    /// The most bytes of one resource.
    static let fileLimit = 16 * 1024 * 1024

    /// Its path.
    let path: String

    /// The folder of this program: the setting, else beside the executable, else in a folder above it.
    ///
    /// - Throws: `FileError` naming the places that were looked at.
    static func find() throws(FileError) -> ResourceFolder {
        try find(setting: environmentValue(setting), executable: executablePath()) { access($0, R_OK) == 0 }
    }

    /// The folder for a setting and an executable.
    ///
    /// Looked at in order: the setting; `Resources` beside the executable; `../share/gongkai`; then `Resources` in each
    /// folder above the executable (a build folder inside the source tree). The first that holds the mark is taken.
    static func find(
        setting value: String?, executable: String?, isReadable: (String) -> Bool
    ) throws(FileError) -> ResourceFolder {
        if let value, !value.isEmpty {
            guard isReadable("\(value)/\(mark)") else {
                throw FileError(
                    path: value,
                    message: "环境变量 \(setting) 指定的资源文件夹中没有可读的 \(mark)，请改正或取消该变量。")
            }
            return ResourceFolder(path: value)
        }
        guard let executable, let home = parent(of: executable) else {
            throw FileError(path: "/proc/self/exe", message: "无法确定程序所在位置，请用环境变量 \(setting) 指定资源文件夹。")
        }
        var candidates = ["\(home)/Resources"]
        if let above = parent(of: home) { candidates.append("\(above)/share/gongkai") }
        var folder = parent(of: home)
        while let place = folder {
            candidates.append(place == "/" ? "/Resources" : "\(place)/Resources")
            folder = parent(of: place)
        }
        for candidate in candidates where isReadable("\(candidate)/\(mark)") {
            return ResourceFolder(path: candidate)
        }
        throw FileError(
            path: home,
            message: "找不到资源文件夹（其中应有 \(mark)）。已查找：\(candidates.prefix(2).joined(separator: "、"))及各级上层"
                + "文件夹中的 Resources。请用环境变量 \(setting) 指定。")
    }

    /// The path of one resource: `style/report.css`.
    func path(of name: String) -> String { "\(path)/\(name)" }

    /// The bytes of one resource.
    func bytes(of name: String) throws(FileError) -> [UInt8] {
        try FileContents.bytes(of: path(of: name), limit: Self.fileLimit)
    }

    /// The text of one resource.
    func text(of name: String) throws(FileError) -> String {
        try FileContents.text(of: path(of: name), limit: Self.fileLimit)
    }

    /// The folder that holds a path; nil for the root.
    private static func parent(of path: String) -> String? {
        guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func executablePath() -> String? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = buffer.withUnsafeMutableBytes { room in
            room.baseAddress.map { readlink("/proc/self/exe", $0, room.count) } ?? -1
        }
        guard count > 0 else { return nil }
        return String(validating: buffer[..<count], as: UTF8.self)
    }
}
