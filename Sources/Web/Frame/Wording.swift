/// The words of the pages: each stands in the source in both languages, so that none can be missing.
///
/// Chinese is the language of the site; English covers everything that the pages say themselves. What offices and applicants
/// wrote is Chinese always and marked so.
struct Wording: Sendable, Hashable {
    /// True where English was asked for.
    let isEnglish: Bool

    /// The text in the language asked for.
    func callAsFunction(_ chinese: String, _ english: String) -> String { isEnglish ? english : chinese }

    /// The value of `lang` for the page.
    var languageTag: String { isEnglish ? "en" : "zh-CN" }

    /// What is said behind a day that was counted over a year without an official arrangement of holidays.
    func provisional(_ isProvisional: Bool) -> String {
        isProvisional
            ? self("（暂定：放假安排尚未公布，日期可能变动）", " (provisional: the holidays are not announced yet)") : ""
    }

    /// A size in words: bytes below one kB, else kB or MB.
    func size(_ bytes: Int) -> String {
        if bytes < 1_000 { return self("\(bytes)字节", "\(bytes) bytes") }
        if bytes < 1_000_000 { return "\((bytes + 500) / 1_000) kB" }
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}
