/// A text that an act of the office carries: what is asked, a reason, where was searched.
///
/// Not blank, trimmed, without control characters other than line feed and tab, at most `limit` characters, and without a
/// citizen's identity number or the number of a bank card, however it is written: entries of the ledger cannot be taken back,
/// so such a number must never get into one. Entries of former versions, which knew it only when written together, stay
/// readable.
public struct Statement: Sendable, Hashable, CustomStringConvertible {
    /// The text.
    public let text: String
    /// The most characters a statement may have.
    public static let limit = 4_000

    /// A statement; nil where `init(parsing:field:)` would refuse.
    public init?(_ text: String) {
        guard let statement = try? Statement(parsing: text, field: "") else { return nil }
        self = statement
    }

    /// A statement from what a user wrote.
    ///
    /// - Throws: `Refusal` naming the field when it is blank, too long, has control characters or an identity number.
    public init(parsing text: String, field: String) throws(Refusal) {
        // The number of a card has sixteen digits at least, an identity number seventeen.
        if let ordinary = OrdinaryText(text), ordinary.byteCount <= Self.limit, ordinary.digitCount < 16 {
            self.text = text
            return
        }
        let statement = try Statement(checked: text, field: field)
        let numbers = WrittenNumbers(in: Substring(statement.text))
        guard !CitizenNumber.occurs(in: numbers) else { throw Self.identityNumber(field) }
        guard !BankCardNumber.occurs(in: numbers) else {
            throw Self.refusal(
                .valueBankCard, field, "文字中含有银行卡号，登记后不能撤回。", "请删去银行卡号；如果它是文号或者项目编号，请把写有编号的材料作为附件。",
                .init(
                    "The text has the number of a bank card, which cannot be taken back once entered.",
                    remedy: "Remove it; where it is the number of a document or project, attach the paper that has it.")
            )
        }
        self = statement
    }

    /// A statement that an entry holds, by the rule that every version kept.
    private init(checked text: String, field: String) throws(Refusal) {
        // An identity number has eighteen places, seventeen of them digits.
        if let ordinary = OrdinaryText(text), ordinary.byteCount <= Self.limit, ordinary.longestNumber < 17 {
            self.text = text
            return
        }
        var rest = Substring(text)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        guard !rest.isEmpty else {
            throw Self.refusal(
                .valueBlank, field, "这一项没有填写。", "请填写后再提交。",
                .init("This is not filled in.", remedy: "Fill it in, then send it."))
        }
        guard rest.utf8.count <= 4 * Self.limit * 4, rest.count <= Self.limit else {
            throw Self.refusal(
                .valueTooLong, field, "文字超过 \(Self.limit) 个字的上限。", "请精简文字，较长的内容可作为附件。",
                .init(
                    "The text is longer than \(Self.limit) characters.",
                    remedy: "Shorten it, or attach the longer part as a file."))
        }
        for scalar in rest.unicodeScalars
        where scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t" && scalar != "\r" {
            throw Self.refusal(
                .valueControl, field, "文字中有不能显示的控制字符。", "请删去后再提交，可先粘贴到记事本清除格式。",
                .init(
                    "The text has control characters that cannot be shown.",
                    remedy: "Remove them, for example by pasting the text into a plain editor first."))
        }
        guard !CitizenNumber.occurs(in: rest) else { throw Self.identityNumber(field) }
        self.text = String(rest)
    }

    private static func identityNumber(_ field: String) -> Refusal {
        refusal(
            .valueCitizenNumber, field, "文字中含有公民身份号码，登记后不能撤回。", "请删去身份号码；确需登记的，填入申请人信息栏，由系统加密保存。",
            .init(
                "The text has the identity number of a citizen, which cannot be taken back once entered.",
                remedy: "Remove it; where it is needed, it belongs in the applicant's details, which are kept sealed."))
    }

    /// A text of the program itself, known to be a statement.
    init(known text: StaticString) { self.text = text.description }

    private static func refusal(
        _ code: Finding.Code, _ field: String, _ message: String, _ remedy: String, _ english: Finding.English
    ) -> Refusal {
        Refusal(Finding(code, field: field, message, article: .regulation(45), remedy: remedy, english: english))
    }

    /// The text.
    public var description: String { text }
}

extension Statement: Codable {
    /// A statement from its text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let statement = try? Statement(checked: try container.decode(String.self), field: "") else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no statement")
        }
        self = statement
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Finding.Code {
    /// A text that is needed is blank.
    public static let valueBlank = Self("value.blank")
    /// A text is over its limit.
    public static let valueTooLong = Self("value.too_long")
    /// A text has control characters.
    public static let valueControl = Self("value.control_character")
    /// A text has the identity number of a citizen.
    public static let valueCitizenNumber = Self("value.citizen_number")
    /// A text has the number of a bank card.
    public static let valueBankCard = Self("value.bank_card")
}
