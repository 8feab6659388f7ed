/// The unit that follows a number.
enum CountUnit: UInt8 {
    case none
    // 件 起 宗 例
    case case_
    // 条
    case item
    // 份
    case copy
    // 个
    case piece
    // 次
    case time
    // 项
    case matter
    // 篇
    case article
    // 则 期 家 场 册 人 批 部 辆 户
    case note, issue, house, event, volume, person, batch, part
    case yuan, tenThousandYuan, percent
    /// 年月日号 and the like: a date or an ordinal, never compared.
    case calendar

    /// True where the unit may count applications or cases.
    var countsCases: Bool {
        switch self {
        case .case_, .copy, .piece, .time, .item: true
        default: false
        }
    }
}

/// A piece of text that matters to the rules.
struct TextToken {
    /// What kind of piece it is.
    enum Kind: UInt8 {
        case word, number, year
        case comma, pause, semicolon, colon, stop, lineEnd, open, close, titleOpen, titleClose
    }

    let kind: Kind
    /// The meaning of a word; `.neutral` for other kinds.
    let word: Word
    /// The unit of a number.
    let unit: CountUnit
    /// True where the text says that a number is not exact (余, 多, 近, 约).
    let isApproximate: Bool
    /// A number in millionths, or a year.
    let value: Int64
    /// Where it stands in the prepared text, a number with its unit.
    let start: Int
    let end: Int

    /// True for the signs that part clauses.
    var endsClause: Bool {
        switch kind {
        case .comma, .semicolon, .stop, .lineEnd, .open, .close: true
        default: false
        }
    }
}
