internal import HTTPCore

extension RequestWish {
    /// Whether a program is told in English what is wrong: `lang` of the address says so, or the cookie of a person, else
    /// `Accept-Language` where it asks for English before Chinese.
    var isToldInEnglish: Bool {
        if rawQuery("lang") != nil { return ViewOptions(self).isEnglish }
        return ViewOptions(self).isEnglish || asks(for: "en", before: "zh")
    }
}

extension Response {
    /// A problem with the language of its sentences and with what decided it.
    ///
    /// - Parameter isEnglish: whether all of them are English.
    func told(inEnglish isEnglish: Bool) -> Response {
        setting("Content-Language", isEnglish ? "en" : "zh-CN").setting("Vary", "Accept-Language, Cookie")
    }
}
