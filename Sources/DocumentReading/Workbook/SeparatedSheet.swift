/// Separated text (csv) as one sheet: fields parted by commas, semicolons or tabs, quoted after RFC 4180, in any encoding
/// that offices use.
///
/// Rows count as a spreadsheet shows them: a field over several lines is still one row. Every field is text, for nothing
/// says which is a number.
struct SeparatedSheet {
    /// Endings of names under which such text is expected; without one, a text is no register.
    static let endings: Set<String> = ["csv", "tsv", "txt"]

    private let limits: ReadingLimits
    private let separator: UInt8
    private var sheet: SheetCells
    private var field: [UInt8] = []
    private var row = 1
    private var column = 1

    /// Reads a sheet.
    ///
    /// - Throws: `empty_file`, `unknown_encoding`, `csv_quote` naming the row, `too_many_cells`.
    static func read(name: String, bytes: [UInt8], limits: ReadingLimits) throws(DocumentError) -> SheetCells {
        let decoded = try TextDecoder.decode(bytes)
        var text = decoded.bytes[decoded.range]
        guard text.contains(where: { $0 > 0x20 }) else {
            throw DocumentError(code: "empty_file", message: "文件中没有文字。请重新获取原件后再试。")
        }
        var reading = SeparatedSheet(name: name, separator: separator(of: text), limits: limits)
        // A first line of spreadsheets that names the separator; it counts as a row there too.
        if text.starts(with: "sep=".utf8), let end = text.firstIndex(of: 0x0A) {
            text = text[(end + 1)...]
            reading.row = 2
        }
        try reading.take(text)
        return reading.sheet
    }

    private init(name: String, separator: UInt8, limits: ReadingLimits) {
        let base = name.split(separator: "/").last.map(String.init) ?? name
        sheet = SheetCells(name: base.isEmpty ? "csv" : String(base.prefix(60)))
        self.separator = separator
        self.limits = limits
    }

    /// The sign that stands most often outside quotes in the first lines.
    private static func separator(of text: ArraySlice<UInt8>) -> UInt8 {
        let candidates: [UInt8] = [0x2C, 0x09, 0x3B]
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in text.prefix(1 << 14) {
            if byte == 0x22 { isQuoted.toggle() }
            if !isQuoted, let place = candidates.firstIndex(of: byte) { counts[place] += 1 }
        }
        let most = counts.max() ?? 0
        return counts.firstIndex(of: most).map { candidates[$0] } ?? 0x2C
    }

    private mutating func take(_ text: ArraySlice<UInt8>) throws(DocumentError) {
        var quotedSince: Int?
        var wasQuoted = false
        var place = text.startIndex
        while place < text.endIndex {
            let byte = text[place]
            place += 1
            if quotedSince != nil {
                guard byte == 0x22 else {
                    field.append(byte)
                    continue
                }
                if place < text.endIndex, text[place] == 0x22 {
                    field.append(0x22)
                    place += 1
                } else {
                    quotedSince = nil
                }
            } else if byte == 0x22, !wasQuoted, field.allSatisfy({ $0 == 0x20 }) {
                field = []
                quotedSince = row
                wasQuoted = true
            } else if byte == separator {
                try endField()
                wasQuoted = false
            } else if byte == 0x0A || byte == 0x0D {
                if byte == 0x0D, place < text.endIndex, text[place] == 0x0A { place += 1 }
                try endField()
                wasQuoted = false
                row += 1
                column = 1
            } else {
                field.append(byte)
            }
        }
        if let quotedSince {
            throw DocumentError(
                code: "csv_quote", message: "第\(quotedSince)行有一个引号没有配对，其后的内容无法分列。请用 Excel 或 WPS 打开后另存为 csv 或 xlsx 再试。")
        }
        try endField()
    }

    private mutating func endField() throws(DocumentError) {
        defer {
            field = []
            column += 1
        }
        let text = Self.plain(field)
        guard !text.isEmpty else { return }
        guard sheet.cells.count < limits.tableCells, row <= 1_048_576, column <= 16_384 else {
            throw DocumentError(
                code: "too_many_cells",
                message: "表格超过\(limits.tableCells)个单元格的上限，未读。请按年度拆成几份；确有需要时可调整设置 GONGKAI_READ_MAX_CELLS。")
        }
        sheet.cells.append(SheetCells.Cell(row: row, column: column, text: text))
    }

    /// The text that is meant: without the apostrophe or the formula by which programs keep a spreadsheet from
    /// reckoning with it (`'=1`, `="0012"`), and without spaces at its ends.
    private static func plain(_ bytes: [UInt8]) -> String {
        var rest = bytes[...]
        while let first = rest.first, first <= 0x20 { rest.removeFirst() }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        if rest.count >= 3, rest.starts(with: [0x3D, 0x22]), rest.last == 0x22 {
            rest = rest.dropFirst(2).dropLast()
        } else if rest.first == 0x27, let next = rest.dropFirst().first, [0x3D, 0x2B, 0x2D, 0x40].contains(next) {
            rest = rest.dropFirst()
        }
        return String(decoding: rest, as: UTF8.self)
    }
}
