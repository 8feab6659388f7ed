import Disclosure
import Service
import TestSupport
import Testing

@Suite("files that are handed in")
struct HandedInFileTests {
    private static func code(_ bytes: [UInt8], _ name: String = "测试") -> Finding.Code? {
        HandedInFile(.attachments, name: name, bytes: bytes).finding(ApplicationLimits())?.code
    }

    @Test("a file that has the frame of its kind is taken, whatever stands behind the end")
    func whole() {
        for bytes in [
            SampleFile.pdf(), SampleFile.jpg, SampleFile.png, SampleFile.docx(),
            SampleFile.docx(["[Content_Types].xml", "word/document2.xml"]),
            SampleFile.pdf() + [UInt8](repeating: 0, count: 2_000),
            SampleFile.jpg + [UInt8](repeating: 7, count: 2_000),
            SampleFile.docx() + [0, 0],
        ] { #expect(Self.code(bytes) == nil, "\(bytes.prefix(8)) \(bytes.count)") }
    }

    @Test("one that begins as its kind and is not all there is named, with how to mend it")
    func damaged() throws {
        let endless = Array("%PDF-1.7\n1 0 obj".utf8)
        for bytes in [
            endless, Array("%PDF-".utf8), [0xFF, 0xD8, 0xFF], [0xFF, 0xD8, 0xFF, 0xD9], SampleFile.jpg.dropLast(2),
            SampleFile.png.dropLast(), Array(SampleFile.png.prefix(8)), [0x50, 0x4B, 3, 4],
            SampleFile.docx(["readme.txt"]), SampleFile.docx(["[Content_Types].xml", "xl/workbook.xml"]),
            SampleFile.docx(["word/document.xml"]),
            SampleFile.docx(["[Content_Types].xml", "word/theme/document.xml"]),
            Array(SampleFile.docx().dropLast(30)),
        ] as [[UInt8]] {
            let finding = HandedInFile(.proof, name: "证件.docx", bytes: bytes).finding(ApplicationLimits())
            #expect(finding?.code == .fileDamaged, "\(bytes.prefix(8)) \(bytes.count)")
            #expect(finding?.message.contains("证件.docx") == true && finding?.remedy.isEmpty == false)
            #expect(finding?.english?.message.contains("not a complete") == true)
        }
    }

    @Test("the directory of a hostile archive never leads out of the file", arguments: 0..<40)
    func hostile(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let sound = SampleFile.docx()
        for _ in 0..<50 {
            var bytes = sound
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 4..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            bytes.removeLast(Int.random(in: 0..<20, using: &random))
            let code = Self.code(bytes)
            #expect(code == nil || code == .fileDamaged, "seed \(seed)")
        }
    }
}
