import DocumentReading
import Foundation
import TestSupport
import Testing

/// The real documents beside the repository; the tests are skipped where they are absent.
private let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpus/raw")
private let hasCorpus = FileManager.default.fileExists(atPath: corpus.path)

@Suite("Real documents", .enabled(if: hasCorpus, "no ../shared/corpus beside the repository"))
struct CorpusTests {
    func document(_ name: String) throws -> Document {
        try read(Array(try Data(contentsOf: corpus.appendingPathComponent(name))), name: name)
    }

    @Test(
        "the tables of the statutory form have their rows and columns",
        arguments: [
            "template_2021.docx", "hangzhou_2025_fixture.html",
        ])
    func tables(_ name: String) throws {
        let sizes = try document(name).tables.map { [$0.rowCount, $0.columnCount] }
        #expect(sizes.prefix(2) == [[14, 4], [28, 10]])
        #expect(sizes.count == 3 && sizes[2][1] == 15)
    }

    @Test("the merged cells of the form keep their spans")
    func spans() throws {
        for name in ["template_2021.docx", "hangzhou_2025_fixture.html"] {
            let outline = try document(name).outline
            #expect(outline.contains("0,0 3x3 （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"))
            #expect(outline.contains("5,0 22x1 三、本年度办理结果"))
        }
    }

    @Test("the published pdf gives the rows of its tables, and no page numbers")
    func pdf() throws {
        let outline = try document("hongze_district_2023.pdf").outline
        #expect(outline.contains("行政规范性文件\t0\t5\t5"))
        #expect(outline.contains("8.属于行政查询事项\t0\t0\t0\t0\t0\t0\t0"))
        #expect(outline.contains("10\t1\t0\t0\t0\t0\t0\t0\t0\t0\t5\t0\t0\t0\t0"))
        #expect(!outline.contains { $0.hasPrefix("- ") })
    }
}
