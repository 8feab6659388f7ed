internal import CivilTime
internal import Disclosure
internal import Ledger
internal import Markup

/// A sentence in both languages: made where its values are known, written where the language of the visitor is.
struct Sentence: Sendable, Hashable {
    let chinese: String
    /// nil for a sentence of another part of the program that has no English; pages then mark it as Chinese.
    let english: String?

    /// A sentence of the pages.
    init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    /// A sentence that only another part of the program could put into English.
    init(chineseOnly chinese: String) {
        self.chinese = chinese
        english = nil
    }

    /// What is wrong and how to mend it.
    init(_ finding: Finding) {
        chinese = finding.message + finding.remedy
        english = finding.english.map { "\($0.message) \($0.remedy)" }
    }

    /// A sentence that was kept, perhaps before it had English.
    init(chinese: String, english: String?) {
        self.chinese = chinese
        self.english = english
    }

    /// One after the other; without English where one of them has none.
    static func joined(_ sentences: [Sentence]) -> Sentence {
        let english = sentences.compactMap(\.english)
        return Sentence(
            chinese: sentences.map(\.chinese).joined(),
            english: english.count == sentences.count ? english.joined(separator: " ") : nil)
    }

    /// The text on a page, marked where it is not in the language of the page.
    func html(_ t: Wording) -> HTML {
        guard t.isEnglish else { return HTML(text: chinese) }
        return english.map(Self.named) ?? t.written(chinese)
    }

    /// An English sentence in which a Chinese name may stand in quotes, as that of a file.
    private static func named(_ text: String) -> HTML {
        var html: HTML = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "“"), let close = rest[open...].firstIndex(of: "”") {
            let name = rest[rest.index(after: open)..<close]
            html += "\(rest[...open])"
            html += Wording(isEnglish: true).written(String(name))
            html += "”"
            rest = rest[rest.index(after: close)...]
        }
        return html + "\(rest)"
    }

    /// The text where no mark is possible.
    func text(_ t: Wording) -> String { t.isEnglish ? english ?? chinese : chinese }
}

extension Wording {
    /// A day in a sentence: 2026年3月5日, 5 March 2026.
    func day(_ day: Day) -> String { isEnglish ? day.englishText : day.chineseText }

    /// A moment in a sentence, in the time of Beijing: 2026-03-05 10:30, 10:30 on 5 March 2026.
    func moment(_ moment: Moment) -> String {
        isEnglish ? "\(moment.beijingText.suffix(5)) on \(moment.beijingDay.englishText)" : moment.beijingText
    }

    /// An article in a sentence: 《政府信息公开条例》第三十三条, Regulation, Art 33.
    func article(_ article: Article) -> String { isEnglish ? article.englishText : article.chineseText }

    /// What an office or a visitor wrote, within a sentence of ours: marked on English pages, where it is no plain Latin text.
    func written(_ text: String) -> HTML {
        isEnglish && text.utf8.contains { $0 >= 0x80 } ? "<span lang=\"zh-CN\">\(text)</span>" : "\(text)"
    }

    /// A choice within a sentence, where English goes on in small letters.
    func inside(_ text: String) -> String { isEnglish ? text.prefix(1).lowercased() + text.dropFirst() : text }

    /// Names one after the other: 甲、乙, A, B.
    func list(_ names: [String]) -> String { names.joined(separator: isEnglish ? ", " : "、") }
}
