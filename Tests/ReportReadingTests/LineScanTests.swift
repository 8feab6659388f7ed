import TestSupport
import Testing

@testable import ReportReading

@Suite("A look at a line says where it ends and whether signs may part it")
struct LineScanTests {
    private static let pieces = [
        "政府信息公开", "，", "。", "“", "—", "×", "é", "3", "a", " ", "\t", "|", "\r", "　", "\u{A0}", "\u{2003}", "！",
    ].map { Array($0.utf8) }

    /// The same, byte by byte.
    private static func look(_ bytes: [UInt8], from start: Int) -> (end: Int, isClean: Bool) {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let line = Array(bytes[start..<end])
        let hasSign = line.contains { $0 <= 0x20 || $0 == 0x7C || $0 == 0xC2 || $0 == 0xE2 }
        let hasWideSpace = zip(line, line.dropFirst()).contains { $0 == 0x80 && $1 == 0x80 }
        return (end, !hasSign && !hasWideSpace)
    }

    @Test("lines of every mixture, wherever they begin")
    func lines() {
        for seed in UInt64(1)...3000 {
            var random = SeededGenerator(seed: seed)
            let text = (0..<Int.random(in: 0...30, using: &random)).flatMap { _ in
                switch Int.random(in: 0..<10, using: &random) {
                case 0: [UInt8](arrayLiteral: 0x0A)
                case 1...2: Self.pieces.randomElement(using: &random) ?? []
                default: Self.pieces[0]
                }
            }
            let start = Int.random(in: 0...text.count, using: &random)
            let scan = text.withUnsafeBufferPointer { LineScan($0, from: start) }
            let wanted = Self.look(text, from: start)
            #expect(scan.end == wanted.end && scan.isClean == wanted.isClean, "seed \(seed)")
        }
    }
}
