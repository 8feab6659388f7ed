internal import HTTPCore
internal import Markup

/// Fields of an address that a page makes nothing of.
///
/// People come by links that others made longer, so a page is answered all the same; but it says that it was narrowed by less
/// than the address has. Downloads and the interface refuse them, as a program would not read the sentence.
enum StrayFields {
    /// The sentence; empty where every field is known or one of those by which others count their visitors.
    ///
    /// - Parameter known: the fields beside `lang`, which every address of the site takes.
    static func note(_ query: FormFields, beside known: [String], _ t: Wording) -> HTML {
        let hasStrays = query.fields.contains { field in
            !known.contains(field.name) && field.name != "lang" && !field.name.hasPrefix("utm_")
        }
        // What a stranger called a field is not repeated on a page.
        return hasStrays
            ? "<p class=\"hint\" role=\"status\">\(t("网址里有本页不认识的参数，没有用到；条件请在上面的表单里选择。", "The address has fields that this page does not know; they were left out."))</p>\n"
            : .empty
    }
}
