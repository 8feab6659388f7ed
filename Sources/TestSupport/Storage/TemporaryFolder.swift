internal import Foundation

/// A folder of its own for one test, removed with everything in it when the test lets go of it.
public final class TemporaryFolder: Sendable {
    /// The path, without a slash at its end.
    public let path: String

    /// Makes an empty folder among the system's temporary files.
    public init() {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gongkai-test-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in the folder.
    public func file(_ name: String) -> String { path + "/" + name }
}
