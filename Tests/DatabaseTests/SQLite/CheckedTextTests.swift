import TestSupport
import Testing

@testable import DatabaseSQLite

@Suite("Text of SQLite is looked at before it is taken for text")
struct CheckedTextTests {
    private func string(_ bytes: [UInt8]) -> String { bytes.withUnsafeBufferPointer { CheckedText.string($0) } }

    @Test("any bytes give what the standard library makes of them, and what is called ordinary is UTF-8")
    func anyBytes() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        let pieces: [[UInt8]] = [
            Array("公开信息".utf8), Array("a1-".utf8), Array("0123456789".utf8), Array("、。《》".utf8), Array("é".utf8),
            Array("𠀀".utf8), Array("\u{FEFF}\u{FFFD}\u{E000}".utf8), [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xE4],
            [0xE4, 0xB8], [0x80], [0xFF], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0], [0xE1, 0x80, 0x80],
            [0xEC, 0xBF, 0xBF], [0xEF, 0xBF, 0xBF], [0xEE, 0x80, 0x80],
        ]
        for _ in 0..<4_000 {
            let bytes = (0..<Int.random(in: 0...8, using: &random)).flatMap { _ in
                pieces.randomElement(using: &random) ?? []
            }
            #expect(string(bytes) == String(decoding: bytes, as: UTF8.self), "seed \(seed): \(bytes)")
            let isOrdinary = bytes.withUnsafeBytes { CheckedText.isOrdinary($0) }
            if isOrdinary { #expect(String(validating: bytes, as: UTF8.self) != nil, "seed \(seed): \(bytes)") }
        }
        for (first, isOne) in [(0xE1, true), (0xE4, true), (0xE9, true), (0xEF, true), (0xE0, false), (0xED, false)] {
            for around in ["", "公", "公开信息", "a", "abcdefgh"] {
                let bytes = Array(around.utf8) + [UInt8(first), 0x80, 0x80] + Array(around.utf8)
                #expect(bytes.withUnsafeBytes { CheckedText.isOrdinary($0) } == isOne, "\(first) in \(around)")
            }
        }
    }

    @Test("every character of Chinese texts keeps its bytes", arguments: [0, 1, 5, 7, 8])
    func chinese(offset: Int) {
        var text = String(repeating: "a", count: offset)
        for number in (0x4E00...0x9FFF) as ClosedRange<UInt32> {
            if let scalar = Unicode.Scalar(number) { text.unicodeScalars.append(scalar) }
        }
        #expect(string(Array(text.utf8)) == text)
        #expect(Array(text.utf8).withUnsafeBytes { CheckedText.isOrdinary($0) })
    }
}
