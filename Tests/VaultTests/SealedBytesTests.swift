import TestSupport
import Testing
import Vault

@Suite("sealed bytes and query codes")
struct SealedBytesTests {
    private func vault(_ digits: String = "5a") throws -> Vault {
        Vault(try KeyRing(parsing: String(repeating: digits, count: 32), from: "test"))
    }

    @Test("bytes open for their purpose, at their place, under their key, and nowhere else")
    func bound() throws {
        let vault = try vault()
        for plain in [[], Array("测试内容".utf8), [UInt8](repeating: 7, count: 300_000)] {
            let sealed = try vault.seal(plain, for: "paper", at: "office/paper-1")
            #expect(try vault.open(sealed, for: "paper", at: "office/paper-1") == plain)
            #expect(throws: VaultError.unreadable) { try vault.open(sealed, for: "draft", at: "office/paper-1") }
            #expect(throws: VaultError.unreadable) { try vault.open(sealed, for: "paper", at: "office/paper-2") }
            let other = try self.vault("5b")
            #expect(throws: VaultError.self) { try other.open(sealed, for: "paper", at: "office/paper-1") }
            var changed = sealed.bytes
            changed[changed.count - 1] ^= 1
            #expect(throws: VaultError.unreadable) {
                try vault.open(SealedBytes(key: sealed.key, bytes: changed), for: "paper", at: "office/paper-1")
            }
        }
        #expect(throws: VaultError.unreadable) {
            try vault.open(SealedBytes(key: vault.ring.present.identity, bytes: [1, 2]), for: "paper", at: "x")
        }
    }

    @Test("the same bytes are sealed differently each time")
    func nonce() throws {
        let vault = try vault()
        let once = try vault.seal([1, 2, 3], for: "paper", at: "a")
        #expect(try vault.seal([1, 2, 3], for: "paper", at: "a") != once)
    }

    @Test("what is derived follows from secret, purpose and key, and also after the key was changed")
    func derived() throws {
        let vault = try vault()
        let bytes = try vault.derive(20, from: "s", for: "code")
        #expect(bytes.count == 20)
        #expect(try vault.derive(20, from: "s", for: "code") == bytes)
        #expect(try vault.derive(20, from: "t", for: "code") != bytes)
        #expect(try vault.derive(20, from: "s", for: "other") != bytes)
        let newer = Vault(try vault.ring.adding(.random()))
        #expect(try newer.derive(20, from: "s", for: "code") != bytes)
        #expect(try newer.derive(20, from: "s", for: "code", under: vault.ring.present.identity) == bytes)
        #expect(throws: VaultError.self) { try vault.derive(4, from: "s", for: "code") }
    }

    @Test("a code is taken as a person types it, and nothing else is a code")
    func typed() throws {
        let code = try #require(QueryCode(from: [UInt8](0..<20)))
        let shown = code.reveal()
        #expect(shown.count == 11)
        #expect(QueryCode(typed: shown) == code)
        #expect(QueryCode(typed: " " + shown.lowercased().replacing("-", with: " ") + "\n") == code)
        let wide = String(
            String.UnicodeScalarView(shown.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
        #expect(QueryCode(typed: wide) == code)
        for wrong in ["", "ABCDE", "0OI1B-GSZ00", shown + "2", "公开公开公开公开公开", String(repeating: "2", count: 100_000)] {
            #expect(QueryCode(typed: wrong) == nil)
        }
        #expect(QueryCode(from: [1, 2, 3]) == nil)
        #expect("\(code)" == "*****-*****" && String(reflecting: code) == "*****-*****")
        var dumped = ""
        dump(code, to: &dumped)
        #expect(!dumped.contains(shown.prefix(5)))
    }

    @Test("codes drawn at random use every character about as often")
    func spread() throws {
        var random = SeededGenerator(seed: 20_261_122)
        var counts: [Character: Int] = [:]
        for _ in 0..<2_000 {
            let bytes = (0..<20).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            for sign in try #require(QueryCode(from: bytes)).reveal() where sign != "-" {
                counts[sign, default: 0] += 1
            }
        }
        #expect(counts.count == 28)
        #expect(counts.values.allSatisfy { (500...950).contains($0) }, "seed 20261122: \(counts)")
        #expect(Set("0O1IBGSZ").isDisjoint(with: counts.keys))
    }

    @Test("a hash accepts its own code only, tells nothing of it, and differs each time")
    func hash() throws {
        let code = try #require(QueryCode(from: [UInt8](0..<20)))
        let other = try #require(QueryCode(from: [UInt8](1..<21)))
        let hash = try QueryCodeHash(of: code)
        #expect(hash.accepts(code) && !hash.accepts(other))
        #expect(QueryCodeHash(kept: hash.text).accepts(code))
        #expect(hash.text.hasPrefix("$argon2id$") && !hash.text.contains(code.reveal().prefix(5)))
        #expect(try QueryCodeHash(of: code) != hash)
        #expect(!QueryCodeHash(kept: "").accepts(code) && !QueryCodeHash(kept: "$argon2id$x").accepts(code))
        #expect(try #require(QueryCodeHash.none).accepts(code) == false)
    }
}
