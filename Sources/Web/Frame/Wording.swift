/// The words of the pages: each stands in the source in both languages, so that none can be missing.
///
/// Chinese is the language of the site; English covers everything that the pages say themselves. What offices and applicants
/// wrote, and what the rules find in it, is Chinese always and marked so.
struct Wording: Sendable, Hashable {
    /// True where English was asked for.
    let isEnglish: Bool

    /// The text in the language asked for.
    func callAsFunction(_ chinese: String, _ english: String) -> String { isEnglish ? english : chinese }

    /// The value of `lang` for the page.
    var languageTag: String { isEnglish ? "en" : "zh-CN" }

    /// A size in words: bytes below one kB, else kB or MB.
    func size(_ bytes: Int) -> String {
        if bytes < 1_000 { return self("\(bytes)字节", "\(bytes) bytes") }
        if bytes < 1_000_000 { return "\((bytes + 500) / 1_000) kB" }
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}
