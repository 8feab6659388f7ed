internal import DocumentReading

/// Sheets on their way from the child: a line a sheet, a merged range, a cell, with fields parted by tabs.
///
/// `S name`, `M row row column column`, `C row column flags text`; a backslash stands before what the form itself uses.
/// The child may have been taken over by its document, so that everything is checked when it is read.
enum SheetLines {
    /// The last row and column that a workbook knows.
    private static let lastRow = 1_048_576
    private static let lastColumn = 16_384

    static func bytes(of sheets: [SheetCells]) -> [UInt8] {
        var bytes: [UInt8] = []
        for sheet in sheets {
            bytes += Array("S\t".utf8)
            append(sheet.name, to: &bytes)
            for merge in sheet.merges {
                let rows = "\(merge.rows.lowerBound)\t\(merge.rows.upperBound)"
                bytes += Array("M\t\(rows)\t\(merge.columns.lowerBound)\t\(merge.columns.upperBound)\n".utf8)
            }
            for cell in sheet.cells {
                let flags = (cell.isNumber ? 1 : 0) + (cell.isHidden ? 2 : 0)
                bytes += Array("C\t\(cell.row)\t\(cell.column)\t\(flags)\t".utf8)
                append(cell.text, to: &bytes)
            }
        }
        return bytes
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case 0x5C: bytes += [0x5C, 0x5C]
            case 0x0A: bytes += [0x5C, 0x6E]
            case 0x09: bytes += [0x5C, 0x74]
            default: bytes.append(byte)
            }
        }
        bytes.append(0x0A)
    }

    /// The sheets; nil where the bytes are not what `bytes(of:)` writes, or hold more cells than allowed.
    static func sheets(in bytes: [UInt8], mostCells: Int) -> [SheetCells]? {
        var sheets: [SheetCells] = []
        var count = 0
        for line in bytes.split(separator: 0x0A) {
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
            let numbers = fields.dropFirst().prefix(4).map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
            count += 1
            guard count <= mostCells * 2 + 1_000 else { return nil }
            switch (fields[0].first, fields.count) {
            case (UInt8(ascii: "S"), 2):
                guard sheets.count < 1_000, let name = text(fields[1]) else { return nil }
                sheets.append(SheetCells(name: name))
            case (UInt8(ascii: "M"), 5):
                guard !sheets.isEmpty, isPlace(numbers[0], numbers[2]), isPlace(numbers[1], numbers[3]),
                    numbers[0] <= numbers[1], numbers[2] <= numbers[3]
                else { return nil }
                sheets[sheets.count - 1].merges.append(
                    SheetCells.Merge(rows: numbers[0]...numbers[1], columns: numbers[2]...numbers[3]))
            case (UInt8(ascii: "C"), 5):
                guard !sheets.isEmpty, isPlace(numbers[0], numbers[1]), let text = text(fields[4]) else { return nil }
                sheets[sheets.count - 1].cells.append(
                    SheetCells.Cell(
                        row: numbers[0], column: numbers[1], text: text, isNumber: numbers[2] & 1 == 1,
                        isHidden: numbers[2] & 2 == 2))
            default: return nil
            }
        }
        return sheets
    }

    private static func isPlace(_ row: Int, _ column: Int) -> Bool {
        (1...lastRow).contains(row) && (1...lastColumn).contains(column)
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(field.count)
        var isEscaped = false
        for byte in field {
            if isEscaped {
                switch byte {
                case 0x5C: bytes.append(0x5C)
                case 0x6E: bytes.append(0x0A)
                case 0x74: bytes.append(0x09)
                default: return nil
                }
                isEscaped = false
            } else if byte == 0x5C {
                isEscaped = true
            } else {
                bytes.append(byte)
            }
        }
        return isEscaped ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
