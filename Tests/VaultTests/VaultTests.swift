import Disclosure
import TestSupport
import Testing

@testable import Vault

@Suite("The vault of personal data")
struct VaultTests {
    static func reference(_ text: String) throws -> PersonReference { try #require(PersonReference(text)) }
    static func ring() throws -> KeyRing { try #require(KeyRing([try VaultKey.random()])) }
    static func random(_ random: inout SeededGenerator) throws -> Person {
        let names = ["张三", "李四", "测试公司", "王五·测试", "𠮷田测试"]
        var texts: [PersonField: String] = [.name: names.randomElement(using: &random) ?? "张三"]
        if Bool.random(using: &random) {
            texts[.citizenNumber] = PersonTests.citizenNumber(Int.random(in: 0..<999, using: &random))
        }
        if Bool.random(using: &random) {
            texts[.phone] = "138\(Int.random(in: 10_000_000...99_999_999, using: &random))"
        }
        if Bool.random(using: &random) {
            texts[.email] = "ceshi\(Int.random(in: 0...9_999, using: &random))@example.cn"
        }
        if Bool.random(using: &random) {
            texts[.address] = String(repeating: "测试路", count: Int.random(in: 1...60, using: &random)) + "1号"
        }
        return try Person(parsing: texts)
    }

    @Test("what is sealed opens again as it was, and holds nothing readable", arguments: 1...40 as ClosedRange<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let vault = Vault(try Self.ring())
        let person = try Self.random(&random)
        let reference = try Vault.newReference()
        let sealed = try vault.seal(person, as: reference, of: "city")
        #expect(try vault.open(sealed, as: reference, of: "city") == person, "seed \(seed)")
        #expect(sealed.key == vault.ring.present.identity)
        for field in person.fields {
            let text = Array(try #require(person[field]).reveal().utf8)
            let isFound = sealed.bytes.indices.contains { sealed.bytes[$0...].starts(with: text) }
            #expect(!isFound, "seed \(seed)")
        }
        #expect(try vault.seal(person, as: reference, of: "city").bytes != sealed.bytes, "each seal has its own nonce")
    }

    @Test("a change of any byte is found")
    func tamper() throws {
        let vault = Vault(try Self.ring())
        let person = try Person(parsing: [.name: "张三", .phone: "13800001234"])
        let reference = try Self.reference("p-1")
        let sealed = try vault.seal(person, as: reference, of: "city")
        for place in sealed.bytes.indices {
            var bytes = sealed.bytes
            bytes[place] ^= 1 << UInt8(place % 8)
            #expect(throws: VaultError.self, "byte \(place)") {
                try vault.open(SealedPerson(key: sealed.key, bytes: bytes), as: reference, of: "city")
            }
        }
        for length in [0, 1, 24, 25, 40, 41, sealed.bytes.count - 1] {
            let short = SealedPerson(key: sealed.key, bytes: Array(sealed.bytes.prefix(length)))
            #expect(throws: VaultError.self) { try vault.open(short, as: reference, of: "city") }
        }
        let long = SealedPerson(key: sealed.key, bytes: sealed.bytes + [UInt8](repeating: 0, count: 20_000))
        #expect(throws: VaultError.self) { try vault.open(long, as: reference, of: "city") }
    }

    @Test("a record moved to another reference, office or key does not open")
    func swapped() throws {
        let (first, second) = (try VaultKey.random(), try VaultKey.random())
        let vault = Vault(try #require(KeyRing([first, second])))
        let person = try Person(parsing: [.name: "张三"])
        let (one, two) = (try Self.reference("p-1"), try Self.reference("p-2"))
        let sealed = try vault.seal(person, as: one, of: "city")
        for (reference, office) in [(two, "city"), (one, "town")] {
            let error = #expect(throws: VaultError.self) { try vault.open(sealed, as: reference, of: office) }
            #expect(error?.kind == .damaged)
        }
        let relabelled = SealedPerson(key: second.identity, bytes: sealed.bytes)
        #expect(throws: VaultError.self) { try vault.open(relabelled, as: one, of: "city") }
    }

    @Test("without the right key it says which one is missing, and that nothing is lost")
    func wrongKey() throws {
        let vault = Vault(try Self.ring())
        let sealed = try vault.seal(try Person(parsing: [.name: "张三"]), as: try Self.reference("p-1"), of: "city")
        let other = Vault(try Self.ring())
        let error = #expect(throws: VaultError.self) {
            try other.open(sealed, as: try Self.reference("p-1"), of: "city")
        }
        #expect(error?.kind == .unknownKey)
        #expect(error?.message.contains(sealed.key.text) == true && error?.message.contains("数据没有丢失") == true)
        #expect(error?.message.contains("张三") == false)
    }

    @Test("after a rotation the old records open, and new ones are sealed with the new key")
    func rotation() throws {
        let old = Vault(try Self.ring())
        let reference = try Self.reference("p-1")
        let person = try Person(parsing: [.name: "张三", .phone: "13800001234"])
        let sealed = try old.seal(person, as: reference, of: "city")
        let vault = Vault(try old.ring.adding(try VaultKey.random()))
        #expect(try vault.open(sealed, as: reference, of: "city") == person)
        #expect(try vault.seal(person, as: reference, of: "city").key != sealed.key)
        let marks = try old.marks(of: person, in: "city")
        #expect(try vault.marks(of: person, in: "city") != marks)
        #expect(Set(try vault.allMarks(of: person, in: "city")).isSuperset(of: marks))
    }

    @Test("the same person has the same marks in one office, however written, and others elsewhere")
    func marks() throws {
        let vault = Vault(try Self.ring())
        let number = PersonTests.citizenNumber(5)
        let first = try Person(parsing: [.name: "张三", .citizenNumber: number, .phone: "0595-1234567"])
        let second = try Person(parsing: [.name: "张 三", .citizenNumber: number.lowercased(), .phone: "05951234567"])
        #expect(try vault.marks(of: first, in: "city") == vault.marks(of: second, in: "city"))
        #expect(Set(try vault.marks(of: first, in: "city")).isDisjoint(with: try vault.marks(of: first, in: "town")))
        let other = try Person(parsing: [.name: "李四", .phone: "05951234567"])
        #expect(Set(try vault.marks(of: first, in: "city")).isDisjoint(with: try vault.marks(of: other, in: "city")))
        #expect(try vault.marks(of: try Person(parsing: [.name: "张三"]), in: "city").isEmpty, "a name alone is nobody")
        for mark in try vault.marks(of: first, in: "city") {
            #expect(mark.text.utf8.count == 32 && !number.contains(mark.text))
        }
    }

    @Test("references are opaque and never alike")
    func references() throws {
        let references = try (0..<100).map { _ in try Vault.newReference().text }
        #expect(Set(references).count == 100)
        #expect(references.allSatisfy { $0.utf8.count == 34 })
    }
}
