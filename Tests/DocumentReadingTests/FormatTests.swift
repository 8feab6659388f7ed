import DocumentReading
import TestSupport
import Testing

@Suite("Formats are told by their bytes")
struct FormatTests {
    static let foreign: [(name: String, bytes: [UInt8], code: String)] = [
        ("rtf", Array("{\\rtf1\\ansi 1}".utf8), "unsupported_format"),
        ("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "unknown_format"),
        ("jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], "unknown_format"),
        ("rar", [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "unknown_format"),
        ("mht", Array("MIME-Version: 1.0\n".utf8), "unknown_format"),
        ("elf", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0], "unknown_format"),
        ("compound", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "unknown_format"),
    ]

    @Test("formats that are not read are refused in words", arguments: foreign)
    func refused(_ sample: (name: String, bytes: [UInt8], code: String)) {
        do throws(DocumentError) {
            _ = try DocumentReader.read(name: "年报.docx", bytes: sample.bytes)
            Issue.record("\(sample.name) was read")
        } catch {
            #expect(error.code == sample.code)
            #expect(error.message.hasSuffix("。"))
        }
    }

    @Test("other office files in a zip are named")
    func otherPackages() {
        for part in ["OFD.xml", "ppt/presentation.xml"] {
            var zip = ZipBuilder()
            zip.add(part, "<x/>")
            #expect(refusal(zip.bytes()) == "unknown_format")
        }
    }

    @Test("content wins over the ending of the name, and a wrong ending is noted")
    func wrongExtension() throws {
        let docx = DocxBuilder(body: DocxBuilder.paragraph("甲")).bytes()
        for (name, bytes, format) in [
            ("年报.pdf", docx, DocumentFormat.word), ("年报.docx", Array("一、总体情况".utf8), .text),
            ("年报.txt", try fixture("report.pdf"), .pdf),
        ] {
            let document = try read(bytes, name: name)
            #expect(document.format == format)
            #expect(document.noteCodes == ["wrong_extension"])
        }
        #expect(try read(docx, name: "年报.DOCX").notes.isEmpty)
        #expect(try read(docx, name: "年报").notes.isEmpty)
    }

    @Test("old office files are told from others, and locked ones from open ones")
    func compoundFiles() throws {
        let doc = try fixture("old.doc")
        #expect(LegacyOffice.needsConversion(doc))
        #expect(LegacyOffice.needsConversion(try fixture("old.xls")))
        #expect(!LegacyOffice.needsConversion(Array("文".utf8)))
        #expect(refusal(doc) == "legacy_format")
        var locked: [UInt8] = Array(doc[..<512]) + [UInt8](repeating: 0, count: 128)
        for (index, byte) in "EncryptedPackage".utf8.enumerated() { locked[512 + index * 2] = byte }
        locked[512 + 64] = 34
        #expect(!LegacyOffice.needsConversion(locked))
        #expect(refusal(locked) == "encrypted")
    }

    @Test("random bytes are read or refused, never a crash", arguments: [UInt64](1...8))
    func randomBytes(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let heads: [[UInt8]] = [
            [], Array("%PDF-1.4\n".utf8), [0x50, 0x4B, 0x03, 0x04], Array("<html><table>".utf8), [0xFF, 0xFE],
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0xEF, 0xBB, 0xBF],
        ]
        for head in heads {
            for _ in 0..<8 {
                let length = Int.random(in: 0...3000, using: &random)
                let bytes = head + (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
                check(bytes, "seed \(seed)")
            }
        }
    }

    @Test("documents with changed bytes are read or refused, and their ranges hold", arguments: [UInt64](1...6))
    func changedBytes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var xlsx = XlsxBuilder()
        xlsx.add("表", rows: "<row><c t=\"str\"><v>规章</v></c><c><v>3</v></c></row>")
        let page = "<table><tr><td rowspan=2>甲<td colspan=3>乙<tr><td>丙</table><p>一<b>二</b><pre>三\n四</pre>"
        let samples = [
            DocxBuilder(body: DocxBuilder.table([[DocxBuilder.cell("甲"), DocxBuilder.cell("乙")]])).bytes(),
            xlsx.bytes(), try fixture("report.pdf"), try fixture("office.pdf"), Array(page.utf8),
        ]
        for sample in samples {
            for _ in 0..<10 {
                var bytes = sample
                for _ in 0..<Int.random(in: 1...20, using: &random) {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                check(bytes, "seed \(seed)")
            }
        }
    }

    /// Reads bytes of any kind; where they are a document, every range and every cell must hold.
    private func check(_ bytes: [UInt8], _ comment: String) {
        guard let document = try? read(bytes) else { return }
        let all = 0..<document.bytes.count
        for block in document.blocks {
            switch block {
            case .line(let line):
                #expect(all.contains(line.text.lowerBound) || line.text.isEmpty, "\(comment)")
                #expect(line.text.upperBound <= all.upperBound, "\(comment)")
                #expect(
                    line.words.allSatisfy {
                        $0.text.lowerBound >= line.text.lowerBound && $0.text.upperBound <= line.text.upperBound
                    }, "\(comment)")
            case .table(let table):
                var taken = Set<[Int]>()
                for cell in table.cells {
                    #expect(cell.text.upperBound <= all.upperBound, "\(comment)")
                    #expect(cell.row + cell.rowSpan <= table.rowCount, "\(comment)")
                    #expect(cell.column + cell.columnSpan <= table.columnCount, "\(comment)")
                    #expect(taken.insert([cell.row, cell.column]).inserted, "\(comment)")
                }
            }
        }
    }
}

@Suite("Old office files", .enabled(if: LegacyOffice.canConvert, "LibreOffice is not installed"))
struct LegacyOfficeTests {
    @Test("a doc becomes a docx that reads like any other, an xls an xlsx")
    func convert() throws {
        let docx = try LegacyOffice.convert(bytes: try fixture("old.doc"), name: "年报.doc")
        #expect(try read(docx).outline == ["测试镇旧版文件", "table 1x2", "0,0 规章", "0,1 3", "末段"])
        let xlsx = try LegacyOffice.convert(bytes: try fixture("old.xls"), name: "年报.xls")
        #expect(
            try read(xlsx).outline == [
                "table 3x3", "0,0 规章", "0,1 0", "0,2 1", "1,0 行政规范性文件", "1,1 2", "1,2 136", "2,0 1x3 合并",
            ])
    }

    @Test("a damaged old file is refused in words")
    func damaged() throws {
        var bytes = try fixture("old.doc")
        for index in 512..<bytes.count where index % 128 > 80 { bytes[index] = 0xAA }
        do throws(DocumentError) {
            _ = try LegacyOffice.convert(bytes: bytes, name: "年报.doc")
        } catch {
            #expect(error.code == "conversion_failed")
        }
    }

    @Test("a conversion over its time is stopped")
    func tooSlow() throws {
        var limits = ReadingLimits()
        limits.conversionSeconds = 0
        let bytes = try fixture("old.doc")
        do throws(DocumentError) {
            _ = try LegacyOffice.convert(bytes: bytes, name: "年报.doc", limits: limits)
            Issue.record("the conversion went on")
        } catch {
            #expect(error.code == "conversion_timeout")
        }
    }
}
