public import CivilTime
internal import Database
public import Disclosure
public import DocumentWriting
public import Ledger

/// The records of an office as lists that people read: applications, items, handovers, cases, figures, and every entry.
public struct OfficeTables: Sendable {
    /// One list.
    public struct Table: Sendable {
        /// Its name in Chinese, that of its sheet.
        public let name: String
        /// The name of its file where each list has one.
        public let fileName: String
        /// The headings, then the rows.
        public let rows: [[CellValue]]
        /// The widths of the columns.
        public let widths: [Double]

        /// A list; the headings are parted by spaces.
        init(_ name: String, _ fileName: String, _ headings: String, _ lines: [[CellValue]], _ widths: [Double]) {
            self.name = name
            self.fileName = fileName
            self.widths = widths
            rows = [headings.split(separator: " ").map { CellValue.text(String($0)) }] + lines
        }
    }

    /// The lists; empty ones stand there with their headings.
    public let tables: [Table]

    /// The lists of a copy.
    ///
    /// - Parameter maskedName: the name of an applicant as anyone may see it (张*); nil where none is kept.
    /// - Throws: where an entry was written by a newer program, or is none.
    public init(
        _ copy: LedgerCopy, maskedName: (AgencyCode, PersonReference) throws(ServiceError) -> String? = { _, _ in nil }
    ) throws(ServiceError) {
        var folds = SubjectFolds()
        for entry in copy.entries { try inDatabase { () throws(DatabaseError) in try folds.take(entry) } }
        var requests: [[CellValue]] = []
        for (office, request) in folds.requests.values {
            let name = try maskedName(office, request.registration.applicant)
            requests.append(Self.request(office, request, name))
        }
        tables = [
            Table(
                "申请", "requests",
                "机关 登记号 收到日期 申请渠道 申请人（代号） 申请人（遮盖） 申请人类型 申请内容 状态 答复日期 送达日期 办结日期 办理结果",
                requests, [12, 11, 12, 14, 18, 12, 14, 44, 14, 12, 12, 12, 26]),
            Table(
                "信息", "items", "机关 编号 索引号 标题 文号 生成日期 公开日期 公开属性 状态 有效性",
                folds.items.values.map(Self.item), [12, 20, 22, 44, 20, 12, 12, 12, 12, 10]),
            Table(
                "移交", "handovers", "机关 交接文据编号 编制日期 件数 国家档案馆、公共图书馆签收 尚未签收 备注",
                folds.handovers.values.map(Self.handover), [12, 16, 12, 8, 34, 12, 10]),
            Table(
                "复议诉讼", "appeals", "机关 案号 途径 受理机关 立案日期 审理次数 答复日期 结案日期 结果 备注",
                folds.appeals.values.map(Self.appeal), [12, 20, 16, 24, 12, 10, 12, 12, 18, 10]),
            Table(
                "统计数据", "figures", FigureRows.headings,
                folds.figures.values.flatMap { FigureRows.rows($0.0, $0.1) }, FigureRows.widths),
            Table(
                "全部记录", "entries", "总序号 机关 机关序号 事项种类 事项 种类 日期 登记时间（北京） 登记人 角色 内容 校验值",
                copy.entries.map(Self.entry), [9, 12, 9, 11, 20, 24, 12, 18, 14, 14, 60, 24]),
        ]
    }

    /// The lists as one workbook.
    public func workbook(title: String, created: Day) -> Workbook {
        let sheets = tables.map { table in
            var sheet = Sheet(SheetName(cleaning: table.name, otherwise: "表"))
            sheet.columnWidths = table.widths
            sheet.frozenRows = 1
            sheet.filter = CellRange(row: 0, column: 0, rows: max(2, table.rows.count), columns: table.widths.count)
            sheet.print = PrintSetup(isLandscape: true, repeatedRows: 1)
            for (row, values) in table.rows.enumerated() {
                sheet.put(values, row: row, row == 0 ? .heading : .listed)
            }
            return sheet
        }
        return Workbook(title: title, created: created, sheets: sheets)
    }

    private static func request(_ office: AgencyCode, _ request: InformationRequest, _ name: String?) -> [CellValue] {
        let round = request.round
        return [
            .text(office.text), .text(request.number.description), .day(ifAny: request.receiptDate),
            .text(request.registration.channel.shortName), .text(request.registration.applicant.text),
            .text(ifAny: name), .text(request.registration.applicantType.chineseText), .text(request.matter.text),
            .text(request.stage.chineseText), .day(ifAny: round.disposedOn), .day(ifAny: round.servedOn),
            .day(ifAny: round.closedOn), .text(ifAny: round.closure?.result.chineseText),
        ]
    }

    private static func item(_ office: AgencyCode, _ item: InformationItem) -> [CellValue] {
        let validity =
            switch item.validity {
            case .inForce: "有效"
            case .repealed: "废止"
            case .expired: "失效"
            }
        return [
            .text(office.text), .text(item.reference.text), .text(ifAny: item.firstPublished?.publication.index.text),
            .text(item.content.title.text), .text(ifAny: item.content.documentNumber?.text), .day(item.content.formed),
            .day(ifAny: item.firstPublished?.day), .text(item.content.attribute.chineseText),
            .text(item.stage.chineseText), .text(validity),
        ]
    }

    private static func voided(_ voiding: Voiding?) -> CellValue { voiding == nil ? .blank : .text("已作废") }

    private static func handover(_ office: AgencyCode, _ batch: HandoverBatch) -> [CellValue] {
        let signed = batch.receipts.sorted { $0.value < $1.value }.map { "\($0.value)" }.joined(separator: "、")
        return [
            .text(office.text), .text(batch.number.description), .day(batch.prepared), .whole(batch.list.items.count),
            .text(ifAny: signed), .whole(batch.missing.count), voided(batch.voiding),
        ]
    }

    private static func appeal(_ office: AgencyCode, _ appeal: Appeal) -> [CellValue] {
        [
            .text(office.text), .text(appeal.reference.text), .text(appeal.route.chineseText),
            .text(appeal.registration.body.text), .day(appeal.instances[0].opened), .whole(appeal.instances.count),
            .day(ifAny: appeal.instance.replied), .day(ifAny: appeal.instance.concluded),
            .text(ifAny: appeal.instance.conclusion?.outcome.chineseText), voided(appeal.voiding),
        ]
    }

    /// The longest content of an entry that is shown in a list; the record of a large import names all its subjects.
    private static let longestPayload = 8_000

    private static func entry(_ entry: RecordedEntry) -> [CellValue] {
        let isLong = entry.payload.utf8.count > longestPayload
        let payload = isLong ? "\(entry.payload.prefix(longestPayload))……（未完，全文见 jsonl）" : entry.payload
        return entryRow(entry, payload)
    }

    private static func entryRow(_ entry: RecordedEntry, _ payload: String) -> [CellValue] {
        [
            .whole(Int(entry.serial)), .text(entry.office.text), .whole(entry.number),
            .text(EntryWords.chineseText(of: entry.subject.kind)), .text(entry.subject.name),
            .text(EntryWords.chineseText(of: entry.kind)), .day(entry.day),
            .text(entry.recordedAt.beijingText), .text(entry.actor.officer.text),
            .text(EntryWords.chineseText(of: entry.actor.role)),
            .text(payload), .text(entry.digest.hex),
        ]
    }
}

extension RequestChannel {
    /// The name of a channel in lists.
    var shortName: String {
        switch self {
        case .inPerson: "当面"
        case .signedPost: "邮寄（签收）"
        case .plainLetter: "平信"
        case .internet: "网络"
        case .fax: "传真"
        }
    }
}
