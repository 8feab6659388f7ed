internal import HTTPCore

/// How a person wants the pages: larger for elders, with high contrast, in Chinese or English.
///
/// Kept in cookies of the browser; `?lang=en` on an address asks for English until the browser closes.
struct ViewOptions: Sendable, Hashable {
    /// Large type and few things on a page (长者版).
    var isElder = false
    /// Black and white with strong lines.
    var isHighContrast = false
    /// The labels of the pages in English; what offices wrote stays Chinese.
    var isEnglish = false

    /// The standard view.
    static let standard = ViewOptions()

    init(isElder: Bool = false, isHighContrast: Bool = false, isEnglish: Bool = false) {
        self.isElder = isElder
        self.isHighContrast = isHighContrast
        self.isEnglish = isEnglish
    }

    /// What the cookies and the address of a request ask for.
    init(_ request: some RequestWish) {
        isElder = request.cookie("view") == "elder"
        isHighContrast = request.cookie("contrast") == "high"
        isEnglish = request.rawQuery("lang").map { $0 == "en" } ?? (request.cookie("lang") == "en")
    }

    /// Every view, in the order of `bits`.
    static let all = (0..<8).map { bits in
        ViewOptions(isElder: bits & 1 != 0, isHighContrast: bits & 2 != 0, isEnglish: bits & 4 != 0)
    }

    /// A bit for each choice.
    var bits: UInt8 { (isElder ? 1 : 0) | (isHighContrast ? 2 : 0) | (isEnglish ? 4 : 0) }

    /// The words of the pages in the language asked for.
    var wording: Wording { Wording(isEnglish: isEnglish) }
}
