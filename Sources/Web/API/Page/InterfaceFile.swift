/// Files and feeds that programs can take beside the interface, for its page; a test compares them with the routes.
struct InterfaceFile {
    /// The address without the ending.
    let path: String
    /// The endings.
    let endings: [String]
    let about: Sentence

    /// All of them.
    static let all = [
        InterfaceFile(
            path: "/reports", endings: ["csv", "json", "xlsx"],
            about: Sentence("年报一览，筛选与 /reports 相同", "The list of reports, filtered as /reports is")),
        InterfaceFile(
            path: "/reports/{code}/{year}", endings: ["json", "csv", "xlsx", "docx"],
            about: Sentence(
                "一份年报：全部内容、单元格、带文字和表格的工作簿、可打印的文档",
                "One report: all of it, its cells, a workbook with text and tables, a document to print")),
        InterfaceFile(
            path: "/reports/{code}/{year}/check", endings: ["json"],
            about: Sentence("规则对这份年报的核对结果", "What the rules say of the report")),
        InterfaceFile(
            path: "/explore", endings: ["csv", "json", "xlsx"],
            about: Sentence("/explore 同样条件下的数，一行一个", "What /explore shows for the same query, one value a row")),
        InterfaceFile(
            path: "/explore/all", endings: ["csv", "json", "xlsx"],
            about: Sentence(
                "全部年报的全部单元格，一行一份；只要一年的加 ?year=2024",
                "Every cell of every report, one row a report; ?year=2024 for one year")),
        InterfaceFile(
            path: "/feed", endings: ["xml"], about: Sentence("最新公开的50条信息（Atom）", "The 50 latest items (Atom)")),
        InterfaceFile(
            path: "/agencies/{code}/feed", endings: ["xml"],
            about: Sentence("一个机关的（Atom）", "Those of one office (Atom)")),
        InterfaceFile(
            path: "/published/{category}/feed", endings: ["xml"],
            about: Sentence("一个类别的（Atom）", "Those of one category (Atom)")),
        InterfaceFile(
            path: "/sitemap", endings: ["xml"], about: Sentence("全部页面的网址", "The addresses of all pages")),
    ]
}
