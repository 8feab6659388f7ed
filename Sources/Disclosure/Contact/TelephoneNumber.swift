/// A telephone or fax number of an office: 5 to 20 digits with `+ - ( ) /`, spaces and 转 for an extension, at most 40
/// characters: `0595-12345678转801`.
public struct TelephoneNumber: ContactText {
    /// The number as written.
    public let text: String
    /// What is told where the form is wrong.
    public static let chineseForm = "电话号码，只写数字、加号、横线、括号、空格和“转”，例如 0595-12345678转801"

    /// A number from its text; nil where the form is wrong.
    public init?(_ text: String) {
        let digits = text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        guard (5...20).contains(digits), text.utf8.count <= 80, text.count <= 40,
            text.unicodeScalars.allSatisfy({ "0123456789+-()/ 转".unicodeScalars.contains($0) }),
            text.first != " ", text.last != " "
        else { return nil }
        self.text = text
    }
}
