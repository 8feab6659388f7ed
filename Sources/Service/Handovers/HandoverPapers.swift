internal import CivilTime
internal import Disclosure
internal import DocumentWriting
internal import Ledger

/// An item of a batch, as it is on line.
struct HandoverItem {
    let online: InformationItem.Published
    /// Its text and files; nil where they are kept elsewhere.
    let paper: KeptPaper?

    var files: [KeptPaper.File] { paper?.files ?? [] }

    /// Its folder in the package: place and title, `001 测试办事指南`.
    func folder(_ place: Int) -> String {
        let digits = String(place)
        let number = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        return "\(number) \(Self.plain(online.content.title.text))"
    }

    /// A name that every system can unpack: no strokes, no signs that some systems keep for themselves, at most 60 characters
    /// before the ending.
    static func plain(_ name: String) -> String {
        let kept = name.map { character in
            "/\\:*?\"<>|".contains(character) || character.unicodeScalars.contains { $0.value < 0x20 } ? "_" : character
        }
        let text = String(kept)
        guard text.count > 60 else { return text }
        let ending = text.lastIndex(of: ".").map { text[$0...] } ?? ""
        return String(text.prefix(60)) + (ending.count <= 6 ? String(ending) : "")
    }
}

/// The paper that goes with a batch (交接文据) and its list. Source: 条例 Art 25.
struct HandoverPapers {
    let batch: HandoverBatch
    let items: [HandoverItem]
    let office: String

    private static let headings = ["序号", "索引号", "标题", "文号", "公开日期", "附件"]

    private var rows: [[CellValue]] {
        items.enumerated().map { place, item in
            [
                .whole(place + 1), .text(item.online.publication.index.text), .text(item.online.content.title.text),
                .text(item.online.content.documentNumber?.text ?? ""), .day(item.online.day),
                .whole(item.files.count),
            ]
        }
    }

    /// The list as a table for spreadsheets.
    var list: [UInt8] { SeparatedText.bytes(of: [Self.headings.map(CellValue.text)] + rows) }

    /// The paper.
    func document(created: Day) -> OfficialDocument {
        var blocks: [OfficialDocument.Block] = [
            .title(["政府信息公开交接文据"]),
            .paragraph(lead: "", text: "编号：\(batch.number.chineseText)"),
            .paragraph(lead: "", text: "移交单位：\(office)"),
            .paragraph(lead: "", text: "移交日期：\(batch.prepared.chineseText)"),
            .paragraph(
                lead: "",
                text: items.isEmpty
                    ? "根据《中华人民共和国政府信息公开条例》第二十五条办理移交。本期没有主动公开的政府信息（零报告）。"
                    : "根据《中华人民共和国政府信息公开条例》第二十五条，移交下列主动公开的政府信息共\(items.count)件，"
                        + "纸质件与电子件各一份。电子件的校验值见“清单.json”。"),
        ]
        if !items.isEmpty {
            blocks.append(
                .table(Self.table([1, 4, 5.4, 2.4, 2.2, 1], [Self.headings] + rows.map { $0.map(\.plainText) })))
        }
        let halls = ReceivingHall.allCases.map(\.chineseText)
        blocks.append(
            .table(
                Self.table(
                    [2, 3, 3, 3],
                    [["", "单位（盖章）", "经手人（签名）", "日期"], ["移交", office, "", ""]]
                        + halls.map { ["接收", $0, "", ""] })))
        blocks.append(.remark("本文据由移交单位、国家档案馆、公共图书馆各执一份。"))
        return OfficialDocument(
            title: "政府信息公开交接文据\(batch.number.chineseText)", created: created, blocks: blocks)
    }

    private static func table(_ widths: [Double], _ rows: [[String]]) -> DocumentTable {
        DocumentTable(
            columnWidths: widths, headRows: 1, rows: rows.count,
            cells: rows.enumerated().flatMap { row, texts in
                texts.enumerated().map { column, text in
                    DocumentTable.Cell(
                        CellRange(row: row, column: column), text, row == 0 || column == 0 ? .label : .value)
                }
            })
    }
}
