public import Disclosure

/// One thing about a person, in the form of its field. It prints masked, however it is printed, and cannot be encoded.
public struct PersonalText: Sendable, Hashable {
    /// What it is.
    public let field: PersonField
    private let text: String

    /// A value from what a user wrote.
    ///
    /// - Throws: `Refusal` naming the field and what is wrong, never quoting the value.
    public init(_ field: PersonField, parsing input: String) throws(Refusal) {
        var rest = Substring(input)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        guard !rest.isEmpty else {
            throw Self.refusal(
                .valueBlank, field,
                Problem("没有填写", "请填写，或者删去这一项。", "is not filled in", "Fill it in, or leave it out."))
        }
        guard rest.utf8.count <= field.limit * 16, rest.count <= field.limit else {
            throw Self.refusal(
                .valueTooLong, field,
                Problem(
                    "超过 \(field.limit) 个字的上限", "请精简后再提交。", "is longer than \(field.limit) characters",
                    "Shorten it."))
        }
        guard rest.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw Self.refusal(
                .valueControl, field,
                Problem(
                    "含有换行或者不能显示的控制字符", "请删去后再提交。", "has line breaks or control characters",
                    "Remove them."))
        }
        let folded = Self.folded(String(rest), field)
        if let problem = Self.problem(folded, field) { throw Self.refusal(.valuePersonal, field, problem) }
        self.field = field
        text = folded
    }

    /// A value that was sealed.
    init?(_ field: PersonField, sealed text: String) {
        guard !text.isEmpty else { return nil }
        self.field = field
        self.text = text
    }

    /// The value itself. Whoever asks for it has a power to see it, and the look is recorded.
    public func reveal() -> String { text }

    /// The value with the part that identifies covered: 张*, 3502**********1234.
    public var masked: String {
        let characters = Array(text)
        switch field {
        case .name, .representative:
            guard characters.count > 4 else {
                return String(characters.prefix(1)) + String(repeating: "*", count: max(characters.count - 1, 1))
            }
            return String(characters.prefix(2)) + "****"
        case .citizenNumber: return String(characters.prefix(4)) + "**********" + String(characters.suffix(4))
        case .creditCode: return String(characters.prefix(2)) + "************" + String(characters.suffix(4))
        case .otherDocument: return "****" + String(characters.suffix(characters.count > 6 ? 2 : 0))
        case .phone:
            guard characters.count >= 11 else {
                return "****" + String(characters.suffix(characters.count > 6 ? 2 : 0))
            }
            return String(characters.prefix(3)) + "****" + String(characters.suffix(4))
        case .email:
            let domain = text.split(separator: "@").last ?? ""
            return String(characters.prefix(1)) + "***@" + domain
        case .address: return (characters.count > 12 ? String(characters.prefix(6)) : "") + "****"
        case .postcode: return "******"
        }
    }

    /// What is wrong with a value, behind the name of its field, and how to mend it, in both languages.
    private struct Problem {
        let what: String
        let remedy: String
        let english: (what: String, remedy: String)

        init(_ what: String, _ remedy: String, _ englishWhat: String, _ englishRemedy: String) {
            self.what = what
            self.remedy = remedy
            english = (englishWhat, englishRemedy)
        }
    }

    private static func refusal(_ code: Finding.Code, _ field: PersonField, _ problem: Problem) -> Refusal {
        Refusal(
            Finding(
                code, field: "person.\(field.rawValue)", "“\(field.chineseText)”\(problem.what)。",
                article: .regulation(29), remedy: problem.remedy,
                english: .init(
                    "“\(field.englishText)” \(problem.english.what).", remedy: problem.english.remedy)))
    }

    /// Full-width digits and letters as half-width ones, numbers without blanks.
    private static func folded(_ text: String, _ field: PersonField) -> String {
        switch field {
        case .name, .representative, .address: return text
        case .citizenNumber, .otherDocument, .creditCode, .phone, .email, .postcode: break
        }
        var folded = ""
        for scalar in text.unicodeScalars {
            let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            guard let scalar = Unicode.Scalar(value), !scalar.properties.isWhitespace else { continue }
            folded.unicodeScalars.append(scalar)
        }
        return field == .email || field == .phone ? folded : folded.uppercased()
    }

    /// True for 5 to 20 digits with `+ - ( ) /`, and an extension of at most 6 digits behind 转, 分机, `ext` or `x`.
    private static func isTelephone(_ text: String) -> Bool {
        var number = Substring(text.lowercased())
        for sign in ["转分机", "转", "分机", "ext.", "ext", "x"] {
            guard let place = number.firstRange(of: sign) else { continue }
            let rest = number[place.upperBound...].drop { $0 == ":" || $0 == "." }
            guard (1...6).contains(rest.utf8.count), rest.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                return false
            }
            number = number[..<place.lowerBound]
            break
        }
        let digits = number.utf8.filter { (0x30...0x39).contains($0) }.count
        return (5...20).contains(digits) && number.utf8.allSatisfy { "0123456789+-()/".utf8.contains($0) }
    }

    /// What is wrong with a value; nil where nothing is.
    private static func problem(_ text: String, _ field: PersonField) -> Problem? {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        switch field {
        case .name, .representative, .address: return nil
        case .citizenNumber:
            return CitizenNumber.isNumber(text)
                ? nil
                : Problem(
                    "不是正确的18位号码（校验位不符）", "请对照证件核对；用其他证件的，请在“证件类型”中改选。",
                    "is not a valid number of 18 places (the check digit does not fit)",
                    "Compare it with the card; for another document, change “Kind of document”.")
        case .creditCode:
            return CreditCode.isCode(text)
                ? nil
                : Problem(
                    "不是正确的18位代码（校验位不符）", "请对照营业执照或者法人证书核对。",
                    "is not a valid code of 18 places (the check character does not fit)",
                    "Compare it with the licence or certificate.")
        case .otherDocument:
            let isNumber = (4...40).contains(text.count) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F || $0 > 0x7F }
            return isNumber
                ? nil
                : Problem(
                    "写得不对", "请对照证件核对，至少4位，中间不留空格。", "is not right",
                    "Compare it with the document: at least 4 places, no blanks between.")
        case .phone:
            return isTelephone(text)
                ? nil
                : Problem(
                    "不是电话号码", "请只填写数字、加号、横线和括号，例如 0595-12345678；有分机的写成 0595-12345678转12。", "is not a telephone number",
                    "Use digits, plus, hyphen and brackets only, for example 0595-12345678; an extension as 0595-12345678 ext 12."
                )
        case .email:
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            let isAddress = parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && parts[1].first != "."
            return isAddress
                ? nil
                : Problem(
                    "不是电子邮箱地址", "请核对，例如 name@example.cn。", "is not an e-mail address",
                    "Check it; an address looks like name@example.cn.")
        case .postcode:
            return isPlain && text.count == 6
                ? nil : Problem("不是6位邮政编码", "请填写6位数字。", "is not a postcode of 6 digits", "Enter 6 digits.")
        }
    }
}

extension PersonalText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The masked form.
    public var description: String { masked }
    /// The masked form.
    public var debugDescription: String { masked }
    /// The masked form.
    public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}

/// The unified social credit code of an organisation (统一社会信用代码). Source: GB 32100-2015.
enum CreditCode {
    private static let signs = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// True when the check character fits. Example: `91350100M000100Y43`.
    static func isCode(_ text: String) -> Bool {
        let places = text.utf8.compactMap { signs.firstIndex(of: $0) }
        guard places.count == 18, text.utf8.count == 18 else { return false }
        var (sum, weight) = (0, 1)
        for place in places.prefix(17) {
            sum += place * weight
            weight = weight * 3 % 31
        }
        return places[17] == (31 - sum % 31) % 31
    }
}

extension Finding.Code {
    /// Something about a person has not the form of its field.
    public static let valuePersonal = Self("value.personal")
}
