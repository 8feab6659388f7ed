import Foundation
import TestSupport

/// The files of the package as they lie on the disk, without what a build or a run leaves behind.
struct Repository {
    /// One file.
    struct File {
        /// The path from the folder of the package.
        var path: String
        /// Its size in bytes.
        var size: Int
        /// Its text; nil when it is not UTF-8.
        var text: String? {
            try? String(contentsOf: TestEnvironment.packageFolder.appending(path: path), encoding: .utf8)
        }
        /// Its lines, with their numbers from 1.
        var lines: [(number: Int, text: String)] {
            (text ?? "").components(separatedBy: "\n").enumerated().map { ($0.offset + 1, $0.element) }
        }
    }

    /// What a build, a run or an editor leaves behind: not part of the repository.
    private static let leftBehind: Set<String> = [".build", ".git", "var", "test-output", "__pycache__", ".swiftpm"]

    /// Every file, by path.
    static let files: [File] = {
        let root = TestEnvironment.packageFolder.path
        guard let walk = FileManager.default.enumerator(atPath: root) else { return [] }
        var files: [File] = []
        while let path = walk.nextObject() as? String {
            if leftBehind.contains((path as NSString).lastPathComponent) {
                walk.skipDescendants()
                continue
            }
            let attributes = try? FileManager.default.attributesOfItem(atPath: root + "/" + path)
            guard attributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            files.append(File(path: path, size: attributes?[.size] as? Int ?? 0))
        }
        return files.sorted { $0.path < $1.path }
    }()

    /// The files under a folder whose names end with one of the endings.
    static func files(under folder: String, ending endings: String...) -> [File] {
        files.filter { file in
            file.path.hasPrefix(folder) && (endings.isEmpty || endings.contains { file.path.hasSuffix($0) })
        }
    }

    /// The text of one file; empty when there is none.
    static func text(of path: String) -> String {
        files.first { $0.path == path }?.text ?? ""
    }
}
