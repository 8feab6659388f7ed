internal import CivilTime
public import Disclosure

/// One line of a register of items that can be taken over.
public struct ItemLine: Sendable, Hashable {
    /// The sheet it stands on.
    public let sheet: String
    /// Its row.
    public let row: Int
    /// The number in the catalogue, or the number of the line where there is none.
    public let index: IndexNumber
    /// What the line tells.
    public let history: ItemHistory
    /// Where each field stands.
    let places: [ItemField: String]
}

/// Reads one line of a register of items.
struct ItemLineReading {
    private var cells: LineReading<ItemField>
    private let officer: OfficerReference
    /// What is wrong with it.
    var problems: [ImportProblem] { cells.problems }

    init(_ cells: LineReading<ItemField>, officer: OfficerReference) {
        self.cells = cells
        self.officer = officer
    }

    /// The line; nil when something is wrong with it.
    mutating func line(batch: BatchReference) -> ItemLine? {
        let index = index()
        let title = cells.statement(.title)
        let formed = formed()
        let published = cells.day(.published)
        let attribute = optional(.attribute, ItemWords.attributes) ?? (published == nil ? nil : .proactive)
        let category = optional(.category, ItemWords.categories)
        let validity = optional(.validity, ItemWords.validities) ?? .inForce
        let ground = optional(.ground, ItemWords.grounds)
        let number = cells.content(.documentNumber) == nil ? nil : cells.statement(.documentNumber)
        let reasons = cells.content(.reasons) == nil ? nil : cells.statement(.reasons)
        let channels = channels()
        if attribute == nil, !cells.hasProblem(.attribute) {
            cells.find(.attribute, "blank", "没有填写。", "请填写：主动公开、依申请公开、不予公开。")
        }
        let row = cells.row
        guard !cells.hasErrors, let index, let title, let formed, let attribute,
            let item = Self.name(index, batch, row),
            let body = PaperReference("\(batch.text.prefix(40))-f\(row)")
        else { return nil }
        let content = ItemContent(
            title, body: body, formed: formed, category: category, attribute: attribute, ground: ground,
            reasons: reasons,
            documentNumber: number)
        var history = ItemHistory(
            item, content, index: index, channels: channels, published: published, takenOverBy: officer)
        history.validity = validity
        return ItemLine(sheet: cells.sheet.name, row: row, index: index, history: history, places: cells.places)
    }

    /// The name of the item: the same index number gives the same name, so that nothing is imported twice.
    private static func name(_ index: IndexNumber, _ batch: BatchReference, _ row: Int) -> ItemReference? {
        var name = "idx-"
        for byte in index.text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: name.unicodeScalars.append(Unicode.Scalar(byte))
            default: name += "_" + String(byte, radix: 16)
            }
        }
        return ItemReference(name) ?? ItemReference("\(batch.text.prefix(40))-i\(row)")
    }

    private mutating func index() -> IndexNumber? {
        guard let text = cells.required(.index) else { return nil }
        let joined = String(text.filter { !$0.isWhitespace })
        if let index = IndexNumber(joined) { return index }
        cells.find(.index, "no_index", "“\(text.prefix(30))”不是索引号。", "索引号不超过64个字符，没有空格。")
        return nil
    }

    private mutating func formed() -> Day? {
        guard cells.required(.formed) != nil else { return nil }
        return cells.day(.formed)
    }

    private mutating func optional<Value>(_ field: ItemField, _ table: WordTable<Value>) -> Value? {
        guard let text = cells.content(field)?.text else { return nil }
        if case .one(let value) = table.read(text) { return value }
        let remedy = "请从模板的列表中选择；或者在映射文件中说明。"
        cells.find(field, "unknown", "看不懂“\(text.prefix(30))”。", remedy)
        return nil
    }

    private mutating func channels() -> [PublicationChannel] {
        guard let text = cells.content(.channels)?.text else { return [] }
        var channels: [PublicationChannel] = []
        for part in text.split(whereSeparator: { "、,，;；/\n ".contains($0) }) {
            if case .one(let channel) = ItemWords.channels.read(String(part)) {
                channels.append(channel)
            } else {
                cells.find(.channels, "unknown", "看不懂“\(part.prefix(20))”，未登记这一渠道。", "请填写：网站、微信、公报、公开栏等。", .warning)
            }
        }
        return channels
    }
}
