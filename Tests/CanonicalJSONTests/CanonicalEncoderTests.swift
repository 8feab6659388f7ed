import CanonicalJSON
import TestSupport
import Testing

/// The one form of a value, and the way back.
@Suite("Canonical JSON")
struct CanonicalEncoderTests {
    struct Paper: Codable, Hashable {
        enum Kind: String, Codable, CaseIterable { case letter, plan }
        var z: Int
        var a: String
        var kind: Kind
        var missing: String?
        var parts: [Paper]
        var flags: [Bool?]
        var 名称: String
    }

    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try CanonicalEncoder.encode(value), as: UTF8.self)
    }

    @Test("names are sorted by their bytes, nil is left out, nothing is escaped that need not be")
    func form() throws {
        let inner = Paper(z: -7, a: "\"\\/\u{1}\n\u{7F}é😀", kind: .plan, parts: [], flags: [nil, true], 名称: "")
        let paper = Paper(z: .max, a: "", kind: .letter, parts: [inner], flags: [], 名称: "计划")
        #expect(
            try Self.text(paper) == #"{"a":"","flags":[],"kind":"letter","parts":[{"a":"\"\\/\u0001\n"# + "\u{7F}é😀"
                + #"","flags":[null,true],"kind":"plan","parts":[],"z":-7,"名称":""}],"z":9223372036854775807,"名称":"计划"}"#
        )
        #expect(try CanonicalDecoder.decode(Paper.self, from: CanonicalEncoder.encode(paper)) == paper)
    }

    @Test("floating numbers are refused with their place")
    func floating() throws {
        let error = #expect(throws: CanonicalEncodingError.self) { try Self.text(["a": ["b": [1.5]]]) }
        #expect(error?.path == "a.b[0]")
        #expect(throws: CanonicalEncodingError.self) { try Self.text(Float(1)) }
    }

    @Test("a random value comes back, and its bytes do not depend on the order in which it was built")
    func roundTrip() throws {
        let seed: UInt64 = 4_711
        var random = SeededGenerator(seed: seed)
        for round in 0..<300 {
            var pairs: [(String, [Int: String])] = []
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                pairs.append((Self.someText(&random), [Int.random(in: -9...9, using: &random): Self.someText(&random)]))
            }
            var forward: [String: [Int: String]] = [:]
            var backward: [String: [Int: String]] = [:]
            for (name, value) in pairs { forward[name] = forward[name] ?? value }
            for (name, value) in forward.shuffled(using: &random) { backward[name] = value }
            let bytes = try CanonicalEncoder.encode(forward)
            #expect(try CanonicalEncoder.encode(backward) == bytes, "seed \(seed), round \(round)")
            #expect(try CanonicalDecoder.decode(from: bytes) == forward, "seed \(seed), round \(round)")
            #expect(CanonicalText.isCanonical(bytes), "seed \(seed), round \(round)")
        }
    }

    private static func someText(_ random: inout SeededGenerator) -> String {
        let letters: [Character] = ["a", "Z", "\"", "\\", "\n", "\u{0}", "é", "公", "😀", "\u{2028}", "/"]
        return String(
            (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
    }

    @Test(
        "a text in any other form is not canonical",
        arguments: [
            #"{"b":1,"a":2}"#, #"{"a": 1}"#, " 1", "1 ", "1.0", "1e2", "-0", #""\u0041""#, #""\/""#, "[1,]", "",
            "\u{FEFF}1", #"{"a":1,"a":1}"#, "01", "[null ]", "NaN", #"{"é":1,"e\#u{301}":2}"#,
        ])
    func notCanonical(text: String) { #expect(!CanonicalText.isCanonical(Array(text.utf8))) }

    @Test("what does not fit is told with its place, never with its value")
    func places() throws {
        func failure(_ text: String) -> CanonicalDecodingError? {
            do throws(CanonicalDecodingError) {
                _ = try CanonicalDecoder.decode(Paper.self, from: Array(text.utf8))
                return nil
            } catch {
                return error
            }
        }
        let whole = #"{"a":"秘密","flags":[],"kind":"letter","parts":[],"z":1,"名称":"x"}"#
        #expect(failure(whole) == nil)
        let cases = [
            (#""z":1"#, #""z":1.5"#, "z"), (#""z":1"#, #""z":"1""#, "z"), (#""z":1,"#, "", "z"),
            (#""letter""#, #""秘密""#, "kind"), (#""flags":[]"#, #""flags":[true,3]"#, "flags[1]"),
            (#""parts":[]"#, #""parts":[\#(whole.replacing(#""z":1"#, with: #""z":null"#))]"#, "parts[0].z"),
            (#""z":1"#, #""z":9223372036854775808"#, "z"),
        ]
        for (from, to, place) in cases {
            let error = failure(whole.replacing(from, with: to))
            #expect(error?.path == place, "\(to)")
            #expect(error.map { $0.text.contains("秘密") || $0.detail.contains("秘密") } == false, "\(to)")
        }
    }

    @Test("size, depth and names that stand twice have limits")
    func limits() throws {
        func refuses(_ text: String, _ limits: JSONLimits = JSONLimits()) -> Bool {
            (try? JSONParser.parse(Array(text.utf8), limits: limits)) == nil
        }
        #expect(refuses("[1,2]", JSONLimits(bytes: 4)) && !refuses("[1,2]", JSONLimits(bytes: 5)))
        #expect(refuses("[[[1]]]", JSONLimits(depth: 2)) && !refuses("[[1]]", JSONLimits(depth: 2)))
        #expect(refuses(String(repeating: "[", count: 100_000)))
        let twice = "{" + (0..<40).map { "\"n\($0)\":1," }.joined() + "\"n3\":1}"
        #expect(refuses(twice) && !refuses(twice, JSONLimits(refusesDuplicates: false)))
        #expect(refuses(#"{"a":1,"a":2}"#))
    }
}
