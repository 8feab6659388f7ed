import AnnualReport

/// Damages met while filling cells: those of one kind are told once, with all rows concerned.
struct DamageNotes {
    private var damaged: [String: (rows: [String], cells: [CellAddress])] = [:]
    private var order: [String] = []

    /// Remembers a damage of a row by its label.
    mutating func add(_ code: String, row label: String, cells: [CellAddress]) {
        let kind = code == "surplus_values" && cells.isEmpty ? "surplus_agreed" : code
        if damaged[kind] == nil { order.append(kind) }
        damaged[kind, default: ([], [])].rows.append(label.isEmpty ? "表四" : "“\(label)”")
        damaged[kind, default: ([], [])].cells += cells
    }

    /// The notes, in the order in which their kinds were met first.
    var notes: [ReportNote] {
        order.compactMap { code in
            guard let (rows, cells) = damaged[code], let wording = Self.wordings[code] else { return nil }
            let names =
                rows.count > 4
                ? rows.prefix(3).joined(separator: "、") + "等\(rows.count)行" : rows.joined(separator: "、")
            return ReportNote(code: code, cells: cells, message: wording + names + "。")
        }
    }

    private static let wordings: [String: String] = [
        "surplus_values": "印的数多于栏数，无法确定哪一个多余：",
        "surplus_agreed": "印的数多于栏数，但各种对法得数相同，已采用：",
        "missing_values": "印的数少于栏数，无法确定各属哪一栏：",
        "column_lost": "与表头一样缺一栏，缺的一栏按没有数据处理：",
        "blank_filled": "有空格，各数按所在位置对应到栏：",
        "blanks_gathered": "空格都挪到了行末，各数原来在哪一栏无法确定：",
        "headings_unclear": "表头各栏的次序无法确定，没有采用：",
        "columns_reordered": "表头各栏的次序与格式不同，已按表头对应：",
        "extra_column": "表里有格式以外的栏，没有采用：",
        "row_twice": "数字在文件里出现两次且不一致，没有采用：",
        "row_torn": "下一行另有不属于任何一行的数字，可能是这一行的数折到了下一行，没有采用：",
        "row_unclear": "附近缺少标签或者数字，无法确定数字属于哪一行，没有采用：",
        "row_displaced": "各数与表头的栏错开了位置，无法确定各属哪一栏：",
        "row_split": "标签被分成几段，已按所属一行读取：",
        "row_by_order": "数字不与标签同行，按行次顺序对应：",
    ]
}
