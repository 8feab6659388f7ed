import Disclosure
import Testing
import Vault

@Suite("What is known about a person")
struct PersonTests {
    static let number = "35020019900101123X"

    /// An identity number with the right check character, of nobody.
    static func citizenNumber(_ serial: Int) -> String {
        let body = "350200" + "19900101" + String(1_000 + serial % 1_000).suffix(3)
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.utf8, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
        return body + String(Array("10X98765432")[sum % 11])
    }

    static func person(_ texts: [PersonField: String]) throws -> Person { try Person(parsing: texts) }

    @Test(
        "each field is shown with the identifying part covered",
        arguments: [
            (PersonField.name, "张三", "张*"), (.name, "欧阳测试", "欧***"), (.name, "测试市演示有限公司", "测试****"),
            (.citizenNumber, citizenNumber(7), "3502**********\(citizenNumber(7).suffix(4))"),
            (.phone, "13800001234", "138****1234"), (.phone, "0595-1234567", "059****4567"), (.phone, "12345", "****"),
            (.phone, "0595-12345678转12", "059****8转12"), (.phone, "059512345678ext12", "059****xt12"),
            (.phone, "0595-12345678分机12", "059****分机12"),
            (.email, "zhangsan@example.cn", "z***@example.cn"), (.address, "测试省测试市测试区测试路1号101室", "测试省测试市****"),
            (.address, "测试路1号", "****"), (.postcode, "362700", "******"), (.otherDocument, "E12345678", "****78"),
            (.creditCode, "91350100M000100Y43", "91************0Y43"),
        ])
    func masks(field: PersonField, text: String, masked: String) throws {
        let value = try PersonalText(field, parsing: text)
        #expect(value.masked == masked)
        #expect(value.reveal() == text)
        #expect("\(value)" == masked)
        #expect(String(reflecting: value) == masked)
        var dumped = ""
        dump(value, to: &dumped)
        #expect(!dumped.contains(text))
    }

    @Test("a person never prints what identifies", arguments: 0..<20)
    func printing(serial: Int) throws {
        let texts: [PersonField: String] = [
            .name: "张三", .citizenNumber: Self.citizenNumber(serial), .phone: "1380000\(1_000 + serial)",
            .email: "zhang.san@example.cn", .address: "测试省测试市测试区测试路\(serial)号201室",
        ]
        let person = try Self.person(texts)
        var dumped = ""
        dump(person, to: &dumped)
        for printed in ["\(person)", String(reflecting: person), dumped, String(describing: [person])] {
            for text in texts.values { #expect(!printed.contains(text), "\(printed)") }
        }
    }

    @Test("full-width digits, blanks and small letters are read as they are meant")
    func folding() throws {
        let number = Self.citizenNumber(3)
        let wide = String(number.unicodeScalars.map { Character(Unicode.Scalar($0.value + 0xFEE0) ?? $0) })
        #expect(try PersonalText(.citizenNumber, parsing: " \(wide) ").reveal() == number)
        #expect(try PersonalText(.citizenNumber, parsing: number.lowercased()).reveal() == number)
        #expect(try PersonalText(.phone, parsing: "１３８ 0000 1234").reveal() == "13800001234")
    }

    @Test(
        "a wrong value is refused by its field and never quoted",
        arguments: [
            (PersonField.citizenNumber, "350200199001011234"), (.citizenNumber, "123"), (.phone, "没有电话"),
            (.phone, "12"), (.phone, "0595-87654321转"), (.phone, "0595-12345678转1234567"), (.phone, "转34"),
            (.phone, "0595-12345678转12转13"), (.phone, "0595-12345678y12"),
            (.email, "zhangsan"), (.email, "a@b@c.cn"), (.postcode, "36270"), (.creditCode, "91350100M000100Y44"),
            (.otherDocument, "E1"), (.name, "张\u{7}三"), (.name, String(repeating: "张", count: 101)), (.address, " "),
            (.name, "张\n三"),
        ])
    func refused(field: PersonField, text: String) throws {
        let refusal = #expect(throws: Refusal.self) { try PersonalText(field, parsing: text) }
        let finding = try #require(refusal?.findings.first)
        #expect(finding.field == "person.\(field.rawValue)")
        if text.count > 2 { #expect(!finding.text.contains(text)) }
        #expect(!finding.remedy.isEmpty)
    }

    @Test("every wrong field is named at once, and a name is needed")
    func several() throws {
        let refusal = #expect(throws: Refusal.self) {
            try Person(parsing: [.phone: "x", .email: "y"])
        }
        let fields = refusal?.findings.compactMap(\.field) ?? []
        #expect(fields == ["person.phone", "person.email", "person.name"])
    }

    @Test("two descriptions agree unless a document of one kind differs")
    func agreement() throws {
        let first = try Self.person([.name: "张三", .citizenNumber: Self.citizenNumber(1)])
        let same = try Self.person([.name: "张三", .phone: "13800001234"])
        let other = try Self.person([.name: "张三", .citizenNumber: Self.citizenNumber(2), .phone: "13800001234"])
        #expect(first.agrees(with: same) && same.agrees(with: other) && !first.agrees(with: other))
        #expect(first.updated(with: same).fields == [.name, .citizenNumber, .phone])
    }
}
