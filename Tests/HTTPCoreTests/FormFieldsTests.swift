import HTTPCore
import TestSupport
import Testing

@Suite("Forms and percent-encoding")
struct FormFieldsTests {
    @Test("what is encoded reads back, whatever it is")
    func roundTrip() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let pairs = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (random.text(upTo: 12), random.text(upTo: 30))
            }
            let fields = FormFields(pairs)
            #expect(try FormFields(parsing: fields.encoded.utf8, in: "test") == fields, "seed \(seed)")
        }
    }

    @Test("random bytes are read or refused, never worse")
    func hostile() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        var refused = 0
        for _ in 0..<5_000 {
            let bytes = random.bytes(upTo: 20, mostlyFrom: "a=&%+;0F")
            if let fields = try? FormFields(parsing: bytes, in: "test") {
                #expect(!fields.fields.contains { $0.value.utf8.contains(0) }, "seed \(seed)")
            } else {
                refused += 1
            }
        }
        #expect(refused > 0, "seed \(seed)")
    }

    @Test("limits hold at their edge")
    func limits() throws {
        let limits = FormLimits(fields: 3, nameBytes: 2, valueBytes: 4)
        #expect(try FormFields(parsing: "aa=1234&b=%41%42%43%44&c".utf8, limits: limits, in: "t").fields.count == 3)
        #expect(throws: RequestError(.tooManyFields, in: "t")) {
            try FormFields(parsing: "a&b&c&d".utf8, limits: limits, in: "t")
        }
        #expect(throws: RequestError(.tooManyFields, in: "t")) {
            try FormFields(parsing: "&&&&&&".utf8, limits: limits, in: "t")
        }
        #expect(throws: RequestError(.fieldTooLong, in: "t")) {
            try FormFields(parsing: "abc=1".utf8, limits: limits, in: "t")
        }
        #expect(throws: RequestError(.fieldTooLong, in: "t")) {
            try FormFields(parsing: "a=12345".utf8, limits: limits, in: "t")
        }
    }

    @Test(
        "a whole number is plain digits",
        arguments: [
            ("7", 7), ("007", 7), ("+7", nil), ("-7", nil), ("", nil), ("７", nil), ("9999999999999999999999", nil),
        ] as [(String, Int?)])
    func integers(text: String, number: Int?) {
        #expect(FormFields([("n", text)]).integer("n") == number)
    }
}
