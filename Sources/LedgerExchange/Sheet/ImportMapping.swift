/// What an office says about its own register, where headings and words are not the usual ones: a small text file.
///
/// ```
/// # 一行一条，井号开头的是说明
/// 列 登记号 = 收文编号        这一列的表头是“收文编号”；也可以写列号，如 H
/// 值 办理结果 网上答复 = 予以公开   这一列里的“网上答复”按“予以公开”理解
/// 默认 申请人类型 = 自然人      这一列没有填写时按“自然人”登记
/// 工作表 = 2023年            只导入这个工作表，可以写多行
/// 表头行 = 3                表头在第 3 行
/// ```
public struct ImportMapping: Sendable, Hashable {
    /// Headings or letters of columns, by the name of the field.
    public private(set) var columns: [String: String] = [:]
    /// Words, by the name of the field and the key of the word.
    private var values: [String: [String: String]] = [:]
    /// What is taken where nothing stands, by the name of the field.
    public private(set) var defaults: [String: String] = [:]
    /// The sheets to be read; empty for all.
    public private(set) var sheets: Set<String> = []
    /// The row of the headings; nil to find it.
    public private(set) var headerRow: Int?

    /// The most bytes of a mapping file.
    public static let limit = 100_000

    /// Nothing said.
    public init() {}

    /// Why a mapping file is wrong, and in which line.
    public struct Fault: Error, Sendable, Hashable {
        /// What and how to mend it, in Chinese, with the number of the line.
        public let message: String
    }

    /// Reads a mapping file.
    ///
    /// - Parameter fields: the names of the fields that the register can have.
    /// - Throws: `Fault` naming the first line that is wrong.
    public init(parsing text: String, fields: [String]) throws(Fault) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmedSpaces
            guard !line.isEmpty, !line.hasPrefix("#"), !line.hasPrefix("＃") else { continue }
            let sides = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let number = index + 1
            guard sides.count == 2, case let value = sides[1].trimmedSpaces, !value.isEmpty else {
                throw Self.fault(number, "应写成“列 登记号 = 收文编号”的样子")
            }
            let words = sides[0].split(whereSeparator: \.isWhitespace).map(String.init)
            switch (words.first, words.count) {
            case ("列", 2): columns[try Self.field(words[1], fields, number)] = value
            case ("默认", 2): defaults[try Self.field(words[1], fields, number)] = value
            case ("值", 3...):
                let word = words.dropFirst(2).joined(separator: " ").wordKey
                values[try Self.field(words[1], fields, number), default: [:]][word] = value
            case ("工作表", 1): sheets.insert(value)
            case ("表头行", 1):
                guard let row = Int(value), (1...1_000).contains(row) else {
                    throw Self.fault(number, "表头行应是 1 至 1000 的整数")
                }
                headerRow = row
            default: throw Self.fault(number, "行首应是“列”“值”“默认”“工作表”或者“表头行”")
            }
        }
    }

    private static func field(_ name: String, _ fields: [String], _ line: Int) throws(Fault) -> String {
        guard fields.contains(name) else {
            throw fault(line, "没有名为“\(name.prefix(20))”的栏目，可用的有：\(fields.joined(separator: "、"))")
        }
        return name
    }

    private static func fault(_ line: Int, _ message: String) -> Fault { Fault(message: "映射文件第 \(line) 行：\(message)。") }

    /// The word as the office wants it understood.
    func understood(_ text: String, _ field: some RegisterField) -> String {
        values[field.heading]?[text.wordKey] ?? text
    }
}
