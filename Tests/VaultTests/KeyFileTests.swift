import Foundation
import TestSupport
import Testing

@testable import Vault

@Suite("The key file")
struct KeyFileTests {
    private func mode(_ path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test("a new file is for its owner only, and is never overwritten")
    func create() throws {
        let folder = TemporaryFolder()
        let file = KeyFile(folder.file("gongkai.key"))
        #expect(!file.exists)
        let ring = try file.create()
        #expect(file.exists)
        #expect(try mode(file.path) == 0o600)
        #expect(try file.read().present.identity == ring.present.identity)
        let error = #expect(throws: VaultError.self) { try file.create() }
        #expect(error?.kind == .file)
        #expect(try file.read().present.identity == ring.present.identity)
    }

    @Test("a file that others can read is refused", arguments: [0o640, 0o604, 0o620, 0o666, 0o601])
    func openToOthers(mode: Int) throws {
        let folder = TemporaryFolder()
        let file = KeyFile(folder.file("gongkai.key"))
        _ = try file.create()
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
        let error = #expect(throws: VaultError.self) { try file.read() }
        #expect(error?.kind == .openToOthers)
        #expect(error?.message.contains("chmod 600") == true)
    }

    @Test(
        "what is no key is refused without being quoted",
        arguments: ["", "# nothing\n", "00112233", "gggg", String(repeating: "0", count: 63), "secret words"])
    func format(text: String) throws {
        let folder = TemporaryFolder()
        let url = try folder.write(text, to: "gongkai.key")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
        let error = #expect(throws: VaultError.self) { try KeyFile(url.path).read() }
        #expect(error?.kind == .format)
        if text.count > 8 { #expect(error?.message.contains(text) == false) }
    }

    @Test("a missing file, a folder and an endless file say so")
    func unreadable() throws {
        let folder = TemporaryFolder()
        #expect(throws: VaultError.self) { try KeyFile(folder.file("none")).read() }
        #expect(throws: VaultError.self) { try KeyFile(folder.path).read() }
        let long = try folder.write(String(repeating: "#", count: 20_000), to: "long")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: long.path)
        #expect(throws: VaultError.self) { try KeyFile(long.path).read() }
    }

    @Test("replacing keeps the old keys behind the new one, and the mode")
    func replace() throws {
        let folder = TemporaryFolder()
        let file = KeyFile(folder.file("gongkai.key"))
        let old = try file.create()
        let new = try old.adding(try VaultKey.random())
        try file.replace(with: new)
        #expect(try file.read().keys.map(\.identity) == new.keys.map(\.identity))
        #expect(try mode(file.path) == 0o600)
        #expect(!FileManager.default.fileExists(atPath: file.path + ".new"))
    }

    @Test("a setting gives keys parted by commas; each counts once, and no key prints")
    func setting() throws {
        let (one, two) = (String(repeating: "0a", count: 32), String(repeating: "F1", count: 32))
        let ring = try KeyRing(parsing: "\(one),\(two), \(one)", from: "GONGKAI_KEY")
        #expect(ring.keys.count == 2)
        var dumped = ""
        dump(ring, to: &dumped)
        for printed in ["\(ring)", String(reflecting: ring.present), dumped] {
            #expect(!printed.contains(one) && !printed.lowercased().contains(two.lowercased()))
        }
        #expect(
            try KeyRing(parsing: one, from: "x").present.identity == ring.present.identity,
            "the identity follows from the key")
    }
}
