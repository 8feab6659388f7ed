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
        guard !rest.isEmpty else { throw Self.refusal(.valueBlank, field, "没有填写", "请填写，或者删去这一项。") }
        guard rest.utf8.count <= field.limit * 16, rest.count <= field.limit else {
            throw Self.refusal(.valueTooLong, field, "超过 \(field.limit) 个字的上限", "请精简后再提交。")
        }
        guard rest.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw Self.refusal(.valueControl, field, "含有换行或者不能显示的控制字符", "请删去后再提交。")
        }
        let folded = Self.folded(String(rest), field)
        if let problem = Self.problem(folded, field) { throw Self.refusal(.valuePersonal, field, problem.0, problem.1) }
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

    private static func refusal(_ code: Finding.Code, _ field: PersonField, _ what: String, _ remedy: String) -> Refusal
    {
        Refusal(
            Finding(
                code, field: "person.\(field.rawValue)", "“\(field.chineseText)”\(what)。", article: .regulation(29),
                remedy: remedy))
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

    /// What is wrong with a value, and how to mend it.
    private static func problem(_ text: String, _ field: PersonField) -> (String, String)? {
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        switch field {
        case .name, .representative, .address: return nil
        case .citizenNumber:
            return CitizenNumber.isNumber(text) ? nil : ("不是正确的 18 位号码（校验位不符）", "请对照证件核对；用其他证件的，请在“证件类型”中改选。")
        case .creditCode:
            return CreditCode.isCode(text) ? nil : ("不是正确的 18 位代码（校验位不符）", "请对照营业执照或者法人证书核对。")
        case .otherDocument:
            let isNumber = (4...40).contains(text.count) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F || $0 > 0x7F }
            return isNumber ? nil : ("写得不对", "请对照证件核对，至少 4 位，中间不留空格。")
        case .phone:
            let digits = text.utf8.filter { (0x30...0x39).contains($0) }.count
            let isNumber = (5...20).contains(digits) && text.utf8.allSatisfy { "0123456789+-()/".utf8.contains($0) }
            return isNumber ? nil : ("不是电话号码", "请只填写数字、加号、横线和括号，例如 0595-12345678。")
        case .email:
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            let isAddress = parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && parts[1].first != "."
            return isAddress ? nil : ("不是电子邮箱地址", "请核对，例如 name@example.cn。")
        case .postcode: return isPlain && text.count == 6 ? nil : ("不是 6 位邮政编码", "请填写 6 位数字。")
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
