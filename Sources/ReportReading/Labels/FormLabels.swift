import AnnualReport

/// Every text that the two forms print, by its key.
final class FormLabels: Sendable {
    /// The rows of tables two and three in the union of both editions.
    let rows: [LabelledRow]
    /// The first row of table three in `rows`.
    let firstApplicationRow: Int
    /// The row （六）其他处理, which carries numbers in the form of 2019 and none in that of 2021.
    let otherHandling: Int
    /// The rows under （六）其他处理 of the form of 2021.
    let otherHandlingLeaves: Range<Int>
    /// How many values a row has in the forms of 2019 and 2021, by row.
    let widths: [FormEdition: [Int]]
    private let index: LabelIndex
    private let startsOfColumns: Set<UInt16>
    /// A bit for each pair of characters that some label begins with, by hash.
    private let pairs: [UInt64]

    /// The labels of both editions.
    static let shared = FormLabels()

    /// The role of a key; nil for unknown words.
    func role(_ key: UnsafeBufferPointer<UInt16>) -> LabelRole? { index.role(key) }

    /// The edition of a column label that is cut or worded freely, by its beginning; nil for everything else.
    func columnStart(_ key: UnsafeBufferPointer<UInt16>) -> LabelRole? {
        guard key.count >= 4, key.count <= 24, startsOfColumns.contains(key[0]) else { return nil }
        for (start, edition) in Self.columnStarts where key.starts(with: start) { return .edition(edition) }
        return nil
    }

    /// False where certainly no label of more than one character begins with two characters.
    func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
        let hash = Self.hash(first, second)
        return pairs[hash >> 6] & 1 << UInt64(hash & 63) != 0
    }

    private static func hash(_ first: UInt16, _ second: UInt16) -> Int {
        Int(truncatingIfNeeded: (UInt32(first) &* 40_503 &+ UInt32(second) &* 25_717) >> 3 & 0x3FFF)
    }

    private init() {
        var rows: [LabelledRow] = []
        let old = StatutoryForm.edition2019
        let new = StatutoryForm.edition2021
        func add(_ table: String, _ id2019: String?, _ id2021: String?, isNumeric: Bool = true) {
            let form = id2021 == nil ? old : new
            let row = form.table(table)?.rows.first { $0.id == (id2021 ?? id2019) }
            rows.append(
                LabelledRow(
                    table: table, id2019: id2019, id2021: id2021, key: KeyText.key(row?.label ?? ""),
                    isNumeric: isNumeric))
        }
        add("t2_art20_1", "regulations", "regulations")
        add("t2_art20_1", "normative_documents", "administrative_normative_documents")
        add("t2_art20_5", "administrative_licensing", "administrative_licensing")
        add("t2_art20_5", "other_external_services", nil)
        add("t2_art20_6", "administrative_penalty", "administrative_penalty")
        add("t2_art20_6", "administrative_compulsion", "administrative_compulsion")
        add("t2_art20_8", "administrative_fees", "administrative_fees")
        add("t2_art20_9", "centralized_procurement", nil)
        firstApplicationRow = rows.count
        for row in new.table(FormTable.applications)?.rows ?? [] {
            let single = row.id == "other"
            let isOld = old.table(FormTable.applications)?.rows.contains { $0.id == row.id } ?? false
            add(
                FormTable.applications, isOld ? row.id : nil, row.id, isNumeric: row.kind != .group || single)
        }
        self.rows = rows
        let other = rows.firstIndex { $0.id2021 == "other" } ?? 0
        otherHandling = other
        otherHandlingLeaves = other + 1..<other + 4

        var roles: [[UInt16]: LabelRole] = [:]
        func set(_ text: String, _ role: LabelRole) { roles[KeyText.key(text)] = role }
        for (index, row) in rows.enumerated() {
            roles[row.key] = .row(index)
            // Without its number; 总计 and 其他 alone are column labels.
            let bare = Array(row.key.dropFirst())
            if index >= firstApplicationRow, bare.count > 2 { roles[bare] = .row(index) }
        }
        func row(_ id: String) -> Int { rows.firstIndex { $0.id2021 == id || $0.id2019 == id } ?? 0 }
        for (text, id) in Self.otherRowTexts { set(text, .row(row(id))) }
        for (text, id) in Self.remarks { set(text, .rowRemark(row(id))) }
        for text in Self.headers { set(text, .header) }
        for text in Self.columns2019 { set(text, .edition(.edition2019)) }
        for text in Self.columns2021 { set(text, .edition(.edition2021)) }
        for text in Self.reviews { set(text, .review) }
        for text in Self.fragments { set(text, .fragment) }
        for (text, column) in Self.applicants { set(text, .applicant(column)) }
        for form in [old, new] {
            for table in form.tables where table.section == 2 {
                set(table.caption, .header)
                for column in table.columns { set(column.label, .edition(form.edition)) }
            }
        }
        index = LabelIndex(roles)
        var pairs = [UInt64](repeating: 0, count: 0x4000 / 64)
        for key in Array(roles.keys) + Self.columnStarts.map(\.0) where key.count > 1 {
            let hash = Self.hash(key[0], key[1])
            pairs[hash >> 6] |= 1 << UInt64(hash & 63)
        }
        self.pairs = pairs
        startsOfColumns = Set(Self.columnStarts.compactMap { $0.0.first })
        widths = Dictionary(
            uniqueKeysWithValues: FormEdition.allCases.map { edition in
                (edition, rows.map { StatutoryForm.of(edition).table($0.table)?.columns.count ?? 7 })
            })
    }

    /// Other wordings of row labels seen in reports.
    private static let otherRowTexts: [(String, String)] = [
        ("规范性文件", "administrative_normative_documents"), ("行政规范性文件", "administrative_normative_documents"),
        ("其他对外管理服务事项", "other_external_services"), ("政府集中采购", "centralized_procurement"),
        ("（二）部分公开", "partially_disclosed"), ("部分公开", "partially_disclosed"),
        ("2.其他法律法规禁止公开", "denied_other_law_prohibited"), ("其他法律法规禁止公开", "denied_other_law_prohibited"),
        ("（六）其他处理", "other"), ("其他处理", "other"), ("3.其他", "other_other"),
        ("1.逾期不补正", "other_no_correction"), ("逾期不补正", "other_no_correction"),
        ("1.申请人无正当理由逾期不补正", "other_no_correction"),
        ("申请人无正当理由逾期不补正", "other_no_correction"), ("2.逾期不缴费", "other_fee_unpaid"),
        ("逾期不缴费", "other_fee_unpaid"), ("2.逾期未缴费", "other_fee_unpaid"), ("逾期未缴费", "other_fee_unpaid"),
        ("2.申请人逾期未按收费通知要求缴纳费用", "other_fee_unpaid"), ("申请人逾期未按收费通知要求缴纳费用", "other_fee_unpaid"),
        ("（七）总计", "results_total"), ("（六）总计", "results_total"), ("（七）合计", "results_total"),
        ("一、本年新收政府信息公开申请", "new_received"), ("二、上年结转政府信息公开申请", "carried_in"),
        ("四、结转下年度继续办理件数", "carried_out"), ("四、结转下年度", "carried_out"),
        ("三、本年度办理结果", "results"), ("本年度办理结果", "results"),
    ]
    private static let remarks: [(String, String)] = [
        ("（区分处理的，只计这一情形，不计其他情形）", "partially_disclosed"),
        ("行政机关不再处理其政府信息公开申请", "other_no_correction"),
    ]
    private static let headers = [
        "信息内容", "申请人情况", "法人或其他组织", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
        "本列数据的勾稽关系为：第一项加第二项之和等于第三项加第四项之和", "第二十条第", "第二十条", "本年新",
        "第二十条第一项", "第二十条一项", "第二十条五项", "第二十条六项", "第二十条八项", "第二十条九项", "单位件",
    ]
    private static let columns2019 = [
        "采购总金额", "采购总金额（单位：万元，保留4位小数）", "采购总金额（单位：元）", "采购总金额（万元）", "采购总金额（单位：万元）",
        "采购总金额（万元，保留四位小数）", "采购总金额（元）", "本年增/减", "本年增减", "本年增", "制作数量", "公开数量",
    ]
    private static let columns2021 = [
        "本年收费金额", "本年收费金额（单位：元）", "本年收费金额（万元）", "本年收费金额（元）", "本年度止件数", "现行有效件", "本年制发", "本年废止", "制发件数", "废止件数", "有效件数",
        "收费金额",
    ]
    private static let columnStarts: [([UInt16], FormEdition)] =
        ["本年制发", "本年废止", "本年度止", "现行有效", "本年处理决定", "本年收费"].map { (KeyText.key($0), .edition2021) }
        + ["本年新制作", "本年新公开", "对外公开总", "上一年项目", "本年增减", "采购项目", "采购总金额"].map { (KeyText.key($0), .edition2019) }
    private static let reviews = [
        "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", "结果维持", "结果纠正", "其他结果", "尚未审结", "审结总计",
    ]
    private static let fragments = [
        "商业", "企业", "科研", "机构", "社会", "公益", "法律", "服务", "组织", "自", "然人", "总", "计", "结果", "维持", "纠正", "尚未", "审结",
        "公益组织", "服务机构", "直接起诉", "未经复议",
    ]
    private static let applicants: [(String, Int)] = [
        ("自然人", 0), ("商业企业", 1), ("科研机构", 2), ("社会公益组织", 3), ("社会组织", 3), ("社会公益", 3), ("法律服务机构", 4),
        ("法律服务", 4), ("其他", 5), ("其他组织", 5), ("总计", 6), ("合计", 6),
    ]
}
