/// A post code (邮政编码): six digits.
public struct PostCode: ContactText {
    /// The digits.
    public let text: String
    /// What is told where the form is wrong.
    public static let chineseForm = "6 位数字的邮政编码"

    /// A code from its text; nil where the form is wrong.
    public init?(_ text: String) {
        guard text.utf8.count == 6, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        self.text = text
    }
}
