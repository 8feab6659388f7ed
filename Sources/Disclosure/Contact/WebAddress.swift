/// An address of a page: `https://` or `http://`, a host with a dot, printable ASCII without quotes and brackets, at most 500
/// characters. Nothing else can be made a link of.
public struct WebAddress: ContactText {
    /// The address.
    public let text: String
    /// What is told where the form is wrong.
    public static let chineseForm = "以 https:// 或者 http:// 开头的网址"

    /// An address from its text; nil where the form is wrong.
    public init?(_ text: String) {
        guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }), text.utf8.count <= 500,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"'<>\\`{}|^".utf8.contains($0) })
        else { return nil }
        let host = text.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard host.contains("."), host.first != ".", !host.contains("@") else { return nil }
        self.text = text
    }
}
