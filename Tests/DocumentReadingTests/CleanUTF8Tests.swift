import TestSupport
import Testing

@testable import DocumentReading

@Suite("Text that is valid UTF-8 without control characters is told by blocks")
struct CleanUTF8Tests {
    private static let pieces: [[UInt8]] =
        [
            "政府信息", "公开，", "。", "a", "0\t", "\r\n", " ", "é", "×", "\u{A0}", "\u{800}", "\u{FFF}", "\u{D7FF}",
            "\u{E000}", "\u{FFFD}", "\u{1F600}", "\u{10FFFF}", "　　", "12345678901234567890",
        ].map { Array($0.utf8) }

    /// What cannot stand in such a text: parts of characters, characters written too long, halves of pairs, beyond the
    /// last character, control characters.
    private static let faults: [[UInt8]] = [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xE4], [0xE4, 0xB8], [0xE0, 0x80, 0x80],
        [0xE0, 0x9F, 0xBF],
        [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xEF, 0xBC], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98],
        [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0x00], [0x08], [0x0E], [0x1F], [0x7F],
    ]

    private static func holds(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { CleanUTF8.holds($0) } }

    /// The same, character by character.
    private static func isClean(_ bytes: [UInt8]) -> Bool {
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        return text.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0.value != 0x7F || (0x09...0x0D).contains($0.value)
        }
    }

    private static func text(using random: inout SeededGenerator) -> [UInt8] {
        // Mostly Chinese, so that blocks are not all gone through by characters.
        (0..<Int.random(in: 0...40, using: &random)).flatMap { _ in
            Bool.random(using: &random) ? pieces[0] : pieces.randomElement(using: &random) ?? []
        }
    }

    @Test("texts of every mixture are clean")
    func clean() {
        for seed in UInt64(1)...2000 {
            var random = SeededGenerator(seed: seed)
            let text = Self.text(using: &random)
            #expect(Self.holds(text) && Self.isClean(text), "seed \(seed)")
        }
    }

    @Test("what is broken is seen wherever it stands", arguments: faults)
    func faulty(_ part: [UInt8]) {
        for seed in UInt64(1)...60 {
            var random = SeededGenerator(seed: seed)
            let text = Self.text(using: &random)
            for place in Set([0, text.count] + (0..<20).map { _ in Int.random(in: 0...text.count, using: &random) }) {
                let changed = text[..<place] + part + text[place...]
                #expect(Self.holds(Array(changed)) == Self.isClean(Array(changed)), "seed \(seed) place \(place)")
            }
        }
    }
}
