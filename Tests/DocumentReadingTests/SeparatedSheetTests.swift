import DocumentReading
import Foundation
import Testing

@Suite("Sheets of separated text cell by cell")
struct SeparatedSheetTests {
    private func sheet(_ bytes: [UInt8], name: String = "台账.csv") throws -> SheetCells {
        try #require(try WorkbookSheets.read(name: name, bytes: bytes).first)
    }

    private func texts(_ text: String) throws -> [String] {
        try sheet(Array(text.utf8)).cells.map { "\($0.row),\($0.column) \($0.text)" }
    }

    static let register = "登记号,申请人,申请内容\r\n2023-1,张三,测试路批复\r\n"
    static let cells = [
        "1,1 登记号", "1,2 申请人", "1,3 申请内容", "2,1 2023-1", "2,2 张三", "2,3 测试路批复",
    ]

    /// GB18030 bytes of `register`, made by another program.
    static let gb18030: [UInt8] = [
        0xB5, 0xC7, 0xBC, 0xC7, 0xBA, 0xC5, 0x2C, 0xC9, 0xEA, 0xC7, 0xEB, 0xC8, 0xCB, 0x2C, 0xC9, 0xEA, 0xC7, 0xEB,
        0xC4, 0xDA, 0xC8, 0xDD, 0x0D, 0x0A, 0x32, 0x30, 0x32, 0x33, 0x2D, 0x31, 0x2C, 0xD5, 0xC5, 0xC8, 0xFD, 0x2C,
        0xB2, 0xE2, 0xCA, 0xD4, 0xC2, 0xB7, 0xC5, 0xFA, 0xB8, 0xB4, 0x0D, 0x0A,
    ]

    @Test("UTF-8 with and without a mark, UTF-16 and GB18030 give the same cells")
    func encodings() throws {
        let utf16 = try #require(Self.register.data(using: .utf16LittleEndian))
        for bytes in [
            Array(Self.register.utf8), [0xEF, 0xBB, 0xBF] + Array(Self.register.utf8), [0xFF, 0xFE] + [UInt8](utf16),
            Self.gb18030,
        ] {
            #expect(!bytes.isEmpty)
            #expect(try sheet(bytes).cells.map { "\($0.row),\($0.column) \($0.text)" } == Self.cells)
        }
    }

    @Test(
        "fields are parted as programs part them",
        arguments: [
            ("a,b\n1,2\n", ["1,1 a", "1,2 b", "2,1 1", "2,2 2"]),
            ("a;b\r1;2", ["1,1 a", "1,2 b", "2,1 1", "2,2 2"]),
            ("a\tb\r\n\r\n1\t2,3", ["1,1 a", "1,2 b", "3,1 1", "3,2 2,3"]),
            ("sep=;\na;b,c", ["2,1 a", "2,2 b,c"]),
            ("\"a,b\",\"c\"\"d\"\n,x", ["1,1 a,b", "1,2 c\"d", "2,2 x"]),
            ("\"a\nb\",c\nd", ["1,1 a\nb", "1,2 c", "2,1 d"]), ("a\"b,c", ["1,1 a\"b", "1,2 c"]),
            (" a , \"b\" \n", ["1,1 a", "1,2 b"]), ("=\"0012\",'=1+1,'tis", ["1,1 0012", "1,2 =1+1", "1,3 'tis"]),
        ])
    func fields(_ text: String, _ expected: [String]) throws {
        #expect(try texts(text) == expected)
    }

    @Test("a quote without its partner is named by its row")
    func openQuote() {
        let error = #expect(throws: DocumentError.self) { _ = try texts("a,b\n\"c,d\ne,f\n") }
        #expect(error?.code == "csv_quote" && error?.message.contains("第2行") == true)
    }

    @Test("more cells than allowed, an empty file, and a text without the ending are refused")
    func refusals() {
        var limits = ReadingLimits()
        limits.tableCells = 3
        #expect(throws: DocumentError.self) {
            _ = try WorkbookSheets.read(name: "a.csv", bytes: Array("1,2\n3,4".utf8), limits: limits)
        }
        #expect(throws: DocumentError.self) { _ = try sheet(Array(" \n".utf8)) }
        let other = #expect(throws: DocumentError.self) { _ = try sheet(Array("a,b".utf8), name: "a.docx") }
        #expect(other?.code == "not_a_workbook")
    }
}
