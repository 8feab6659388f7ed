import Foundation
import TestSupport
import Testing

@Suite("Folders of test servers that nobody removed")
struct StaleClusterTests {
    @Test("what belongs to a process that is gone is removed, whatever is younger or in use is kept")
    func remove() throws {
        let temporary = TemporaryFolder()
        let folder = temporary.url
        do {
            func make(_ name: String, owner: String? = nil) throws -> URL {
                let made = folder.appending(path: name)
                try FileManager.default.createDirectory(
                    at: made.appending(path: "data"), withIntermediateDirectories: true)
                if let owner { try Data(owner.utf8).write(to: made.appending(path: "owner")) }
                return made
            }
            let own = try make("gongkai-pg-own")
            try StaleClusters.claim(own.path)
            // A number that is given again belongs to another process.
            _ = try make("gongkai-pg-again", owner: "\(ProcessInfo.processInfo.processIdentifier) 1\n")
            _ = try make("gongkai-pg-gone", owner: "4194305 77\n")
            _ = try make("gongkai-pg-torn", owner: "x\n")
            _ = try make("gongkai-pg-unsaid")
            _ = try make("other-folder", owner: "4194305 77\n")
            #expect(Set(StaleClusters.remove(in: folder)) == ["gongkai-pg-again", "gongkai-pg-gone"])
            let later = Date.now.addingTimeInterval(7_200)
            #expect(StaleClusters.remove(in: folder, now: later) == ["gongkai-pg-unsaid"])
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(Set(left) == ["gongkai-pg-own", "gongkai-pg-torn", "other-folder"])
        }
    }
}
