public import Foundation
internal import Glibc

/// Folders of test servers that outlived their test process: when a run and everything under it is halted at once, nobody
/// is left to remove them.
///
/// Each folder says in a file which process it belongs to. A process is known by its number and the time it began, since
/// numbers are given again.
public enum StaleClusters {
    /// How the names of the folders begin.
    public static let prefix = "gongkai-pg-"
    private static let ownerFile = "owner"

    /// Writes into a folder that it belongs to this process.
    public static func claim(_ folder: String) throws {
        let process = getpid()
        let line = "\(process) \(beginning(of: process) ?? "-")\n"
        try Data(line.utf8).write(to: URL(filePath: folder).appending(path: ownerFile))
    }

    /// Removes the folders whose process is gone, with the server that may still run in them.
    ///
    /// A folder that does not say whose it is, is left alone while a server runs in it, and for an hour.
    ///
    /// - Returns: the names of the folders that were removed.
    @discardableResult
    public static func remove(in parent: URL = URL(filePath: "/tmp"), now: Date = .now) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        return names.filter { $0.hasPrefix(prefix) }.filter { name in
            let folder = parent.appending(path: name)
            guard isStale(folder, now) else { return false }
            endServer(in: folder)
            return (try? FileManager.default.removeItem(at: folder)) != nil
        }
    }

    private static func isStale(_ folder: URL, _ now: Date) -> Bool {
        if let text = try? String(contentsOf: folder.appending(path: ownerFile), encoding: .utf8) {
            let words = text.split(whereSeparator: \.isWhitespace)
            guard words.count == 2, let owner = Int32(words[0]) else { return false }
            return beginning(of: owner) != String(words[1])
        }
        guard server(in: folder) == nil,
            let values = try? folder.resourceValues(forKeys: [.contentModificationDateKey]),
            let changed = values.contentModificationDate
        else { return false }
        return now.timeIntervalSince(changed) > 3_600
    }

    /// When a process began, in ticks since the machine did; nil where there is no such process.
    private static func beginning(of process: Int32) -> String? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return nil }
        // The name in brackets may hold spaces; the beginning is the twentieth word after it.
        let words = text[text.index(after: end)...].split(separator: " ")
        return words.count > 19 ? String(words[19]) : nil
    }

    /// The server that runs in a folder; nil where none does.
    private static func server(in folder: URL) -> Int32? {
        let data = folder.appending(path: "data").path
        guard let text = try? String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8),
            let line = text.split(separator: "\n").first, let process = Int32(line),
            let command = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8),
            command.split(separator: "\0").contains(Substring(data))
        else { return nil }
        return process
    }

    /// Ends the server of a folder and waits until it is gone, some seconds at most.
    private static func endServer(in folder: URL) {
        guard let process = server(in: folder), kill(process, SIGQUIT) == 0 else { return }
        for _ in 0..<250 where beginning(of: process) != nil { _ = poll(nil, 0, 20) }
    }
}
