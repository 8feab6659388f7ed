/// Changes at random that a text may have suffered, for comparing two readers.
enum TextChange {
    /// Sentences, labels and numbers that mean something in the wrong place.
    private static let lines = [
        "规章", "自然人", "其他", "总计", "（一）予以公开", "行政许可", "12件", "2024年，本机关工作进步。", "　　2023年完成10件。",
        "- 3 -", "第5页", "—", "/", "0", "12", "一年来，问题不少，改进也多。", "一、总体情况", "五、存在的主要问题及改进情况", "行政复议",
        "结果维持", "四、结转下年度继续办理", "四结转下年度", "规范性文件，行政规范性文件。", "3.其他", "1.申请人无正当理由逾期不补正",
        "存在的问题，有改进。", "主动公开情况", "测试市测试局", "2019年度政府信息公开工作报告", "共 12 件，其中 3 件。", "全年 公开，信息 良好 情况",
        "（guī）章", "规章12", "\t", "|", "| |", "|---|---|", "\u{3000}\u{3000}", "2022年，“三安全一稳定”。", "注：本表，件。", "无。",
        "现行有效，件数", "采购总金额，万元", "a,b,c,d,e,f,g,h",
    ]
    private static let signs: [Unicode.Scalar] = [
        "\t", " ", "|", "0", "7", "\u{3000}", "\u{A0}", "，", ",", "-", "/", ".", "。", "\r", "一", "规", "“", "\u{2003}",
        "(", "（",
        "件", "元", "#", "*", "\u{FEFF}",
    ]

    /// The text with one to three changes.
    static func apply(to text: String, using random: inout some RandomNumberGenerator) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: lines.indices, using: &random)
            let line = Self.lines.randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<9, using: &random) {
            case 0: lines.insert(lines[place], at: place)
            case 1: lines.swapAt(place, Int.random(in: lines.indices, using: &random))
            case 2: lines.insert(line, at: place)
            case 3: lines[place] += line
            case 4: lines[place] = line + lines[place]
            case 5:
                var scalars = Array(lines[place].unicodeScalars)
                if !scalars.isEmpty { scalars.remove(at: Int.random(in: scalars.indices, using: &random)) }
                lines[place] = string(scalars)
            case 6:
                var scalars = Array(lines[place].unicodeScalars)
                let sign = signs.randomElement(using: &random) ?? " "
                scalars.insert(sign, at: Int.random(in: 0...scalars.count, using: &random))
                lines[place] = string(scalars)
            case 7:
                let value = ["/", "-3", "1,234", "12.50", "5件", "0012", "1234567890123", ""].randomElement(
                    using: &random)
                lines[place].replace("\t0", with: "\t" + (value ?? ""))
            default: lines[place].replace("\t", with: "\n")
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
