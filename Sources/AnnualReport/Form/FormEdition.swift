/// Which statutory form a report uses.
///
/// The form follows the year the data describe, not the day of publication: a report on 2020 published in 2021 still
/// uses the form of 2019. Source: 国办公开办函〔2019〕60号 (report years 2019 and 2020), 〔2021〕30号 (2021 onward).
public enum FormEdition: String, Sendable, Hashable, CaseIterable {
    case edition2019 = "2019"
    case edition2021 = "2021"

    /// The edition that the law prescribes for a report year; nil before 2019, when there was no statutory form.
    public static func prescribed(for reportYear: Int) -> FormEdition? {
        if reportYear < 2019 { return nil }
        return reportYear < 2021 ? .edition2019 : .edition2021
    }

    /// The number of the notice that prescribes the edition.
    public var notice: String {
        switch self {
        case .edition2019: "国办公开办函〔2019〕60号"
        case .edition2021: "国办公开办函〔2021〕30号"
        }
    }

    /// The notice in English, as `Article` names notices.
    public var englishNotice: String {
        switch self {
        case .edition2019: "Notice No. 60 of 2019"
        case .edition2021: "Notice No. 30 of 2021"
        }
    }
}
