internal import Disclosure
internal import Markup

/// Under which terms the data may be used again, as the operator decides.
public struct DataLicence: Sendable, Hashable {
    /// What it is called.
    public var name: String
    /// Where its text stands; empty for none.
    public var address: String

    /// Public reports may be used freely where their source is named.
    public static let standard = DataLicence(name: "注明来源即可使用", address: "")

    /// True for an address that pages may lead to: `http` or `https`, or a path of this site.
    public static func isAddress(_ text: String) -> Bool {
        guard text.hasPrefix("/") else { return WebAddress(text) != nil }
        // Two strokes begin another host.
        return !text.hasPrefix("//") && WebAddress("https://www.example.cn" + text) != nil
    }

    /// Terms.
    public init(name: String, address: String) {
        self.name = name
        self.address = address
    }

    /// The terms as a sentence of a page.
    func sentence(_ t: Wording) -> HTML {
        // Only the terms that stand here from the beginning are known in English.
        let shown: HTML =
            !t.isEnglish
            ? "\(name)"
            : name == Self.standard.name
                ? "free use where the source is named" : "<span lang=\"zh-CN\">\(name)</span>"
        let named: HTML =
            Self.isAddress(address)
            ? "<a href=\"\(address)\" rel=\"license\">\(shown)</a>" : shown
        return """
            \(t("使用条件：", "Terms of use: "))\(named)\(t("。", ". "))\(t(
                "数据由本站从各机关公布的年报原件读出，以原件为准。", "The data were read from the published reports; the originals prevail."))
            """
    }
}
