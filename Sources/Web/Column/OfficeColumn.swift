internal import Ledger

/// The statutory columns of an office, in their order, as the menu beside every page of the office lists them.
///
/// Source: 国办公开办函〔2019〕61号.
enum OfficeColumn: String, Sendable, CaseIterable {
    /// 政府信息公开指南.
    case guide
    /// 政府信息公开制度.
    case rules
    /// 法定主动公开内容.
    case published
    /// 政府信息公开年报.
    case reports

    /// The address for an office.
    func path(_ office: AgencyCode) -> String { "/agencies/\(office.text)/\(rawValue)" }

    /// The name of the column.
    func name(_ t: Wording) -> String {
        switch self {
        case .guide: t("政府信息公开指南", "Guide")
        case .rules: t("政府信息公开制度", "Rules")
        case .published: t("法定主动公开内容", "Published information")
        case .reports: t("政府信息公开年报", "Annual reports")
        }
    }

    /// What is in it.
    func words(_ t: Wording) -> String {
        switch self {
        case .guide: t("怎样查、怎样申请、找谁问", "How to search, how to apply, whom to ask")
        case .rules: t("规章、规范性文件和配套制度", "Rules and normative documents")
        case .published: t("按《条例》规定的类别公开", "By the categories of the Regulation")
        case .reports: t("历年年报，逐份可核对", "All years, each checked")
        }
    }
}
