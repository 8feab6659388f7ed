import Foundation
import TestSupport
import Testing

@Suite("Repository")
struct RepositoryTests {
    @Test("no file names a folder of one machine")
    func noMachinePaths() {
        // Put together here, so that this file does not hold them.
        let folders = ["work", "root", "home", "Users"].map { "/" + $0 + "/" }
        for file in Repository.files {
            guard let text = file.text else { continue }
            for folder in folders {
                for piece in text.components(separatedBy: folder).dropLast().map({ $0.last }) {
                    // Behind a letter or a digit it is a part of some other path.
                    let isInside = piece.map { $0.isLetter || $0.isNumber || "._-}*)".contains($0) } ?? false
                    #expect(isInside, "\(file.path) names \(folder)")
                }
            }
        }
    }

    @Test("no file is larger than 600 kB")
    func sizes() {
        let large = Repository.files.filter { $0.size > 600_000 }
        #expect(large.map(\.path) == [])
    }

    @Test("the two commands and their scripts can be run")
    func executables() {
        let scripts = Repository.files(under: "scripts/", ending: ".sh").map(\.path).filter { $0 != "scripts/say.sh" }
        #expect(scripts.count >= 5)
        for path in ["run", "test", ".ci/run"] + scripts {
            let file = TestEnvironment.packageFolder.appending(path: path).path
            #expect(FileManager.default.isExecutableFile(atPath: file), "\(path)")
        }
    }

    @Test("every C library of the manifest is installed by name")
    func librariesAreInstalled() {
        let install = Repository.text(of: "scripts/install.sh")
        let calls = Repository.text(of: "Package.swift").components(separatedBy: "system(\"").dropFirst()
        #expect(calls.count >= 7)
        for call in calls {
            // The module, the name for pkg-config, the Debian package.
            let names = call.components(separatedBy: "\"")
            guard names.count >= 5 else { continue }
            #expect(install.contains("\n    library \(names[2]) \(names[4])\n"), "\(names[0])")
        }
    }

    @Test("the address of a database, with its password, is no argument of a program that ./run starts")
    func addressStaysInTheEnvironment() {
        let script = Repository.text(of: "run")
        #expect(script.contains("GONGKAI_DATABASE"))
        #expect(!script.contains("--database"))
    }

    @Test("text files end with a line end and have no carriage returns")
    func lineEnds() {
        let kinds = [".swift", ".md", ".sh", ".tsv", ".css", ".h", ".c"]
        for file in Repository.files where kinds.contains(where: file.path.hasSuffix) {
            guard let text = file.text, !text.isEmpty else { continue }
            #expect(text.hasSuffix("\n"), "\(file.path)")
            #expect(!text.utf8.contains(0x0D) || file.path.hasPrefix("Resources/demo/"), "\(file.path)")
        }
    }
}
