import Ledger
import Testing

/// Values that cannot be wrong.
@Suite("Values of the ledger")
struct LedgerValueTests {
    @Test(
        "a code of letters, digits and dashes is taken", arguments: ["a", "Z9", "shishi-bigdata", "11350581MB0B12345X"])
    func goodCodes(text: String) { #expect(AgencyCode(text)?.text == text) }

    @Test(
        "anything else is no code",
        arguments: ["", "-a", "a-", "a b", "a_b", "大数据局", "a/b", "../a", "a\0", "é", String(repeating: "a", count: 33)])
    func badCodes(text: String) { #expect(AgencyCode(text) == nil) }

    @Test("codes that differ in case only are the same")
    func foldedCodes() {
        #expect(AgencyCode("AbC") == AgencyCode("aBc"))
        #expect(Set([AgencyCode("AbC"), AgencyCode("aBc"), AgencyCode("abd")]).count == 2)
    }

    @Test(
        "digests are those of the standard",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ])
    func digests(text: String, hex: String) {
        #expect(Digest(of: Array(text.utf8)).hex == hex)
        #expect(Digest(hex: hex.uppercased()) == Digest(of: Array(text.utf8)))
    }

    @Test("anything but 64 hexadecimal digits is no digest", arguments: [0, 63, 65])
    func badDigests(length: Int) {
        #expect(Digest(hex: String(repeating: "0", count: length)) == nil)
        #expect(Digest(hex: String(repeating: "0", count: 63) + "g") == nil)
    }

    @Test("years are four digits from 2003 to 2099")
    func years() {
        #expect(
            [2002, 2003, 2099, 2100, -1, 0].map { ReportYear($0) != nil } == [false, true, true, false, false, false])
        #expect(
            ["2020", "020", "20200", "２０２０", "2o20", "+202", ""].map { ReportYear($0)?.number } == [2020]
                + Array(repeating: nil, count: 6))
    }

    @Test("a line is trimmed, and refused when blank, long or with control characters")
    func lines() {
        #expect(PlainLine("　 石狮市大数据管理局 \n")?.text == "石狮市大数据管理局")
        for text in ["", " ", "　", "a\nb", "a\0b", "a\u{1B}[0m", String(repeating: "局", count: 1_001)] {
            #expect(PlainLine(text) == nil)
        }
        #expect(PlainLine(String(repeating: "局", count: 1_000)) != nil)
        #expect(PlainLine("abcd", limit: 3) == nil)
    }
}
