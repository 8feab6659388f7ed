import AnnualReport

/// How reports word the six headings, by their keys.
enum HeadingWordings {
    /// A heading that holds all of some words and is no longer than so many characters.
    struct Loose {
        var id: SectionID
        var longest: Int
        var parts: [[UInt16]]
    }

    /// Whole wordings, the longest of a section first.
    static let exact: [(id: SectionID, wordings: [[UInt16]])] = SectionID.allCases.map { id in
        let wordings = lines(exactText).filter { $0.first == id.rawValue }.flatMap { $0.dropFirst() }
        return (id, wordings.map { KeyText.key($0) }.sorted { $0.count > $1.count })
    }

    /// Looser ones, in the order in which they are tried.
    static let loose: [Loose] = lines(looseText).compactMap { fields in
        guard fields.count > 2, let id = SectionID(rawValue: fields[0]), let longest = Int(fields[1]) else {
            return nil
        }
        return Loose(id: id, longest: longest, parts: fields.dropFirst(2).map { KeyText.key($0) })
    }

    private static func lines(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    }

    private static let exactText = """
        overall 总体情况 概述 工作基本情况 总体工作情况 基本情况 总体概况
        proactive 主动公开政府信息情况 行政机关主动公开政府信息情况 主动公开政府信息的情况 政府信息主动公开情况
        applications 收到和处理政府信息公开申请情况 行政机关收到和处理政府信息公开申请情况
        applications 收到和处理政府信息公开申请的情况
        review_litigation 政府信息公开行政复议、行政诉讼情况 政府信息公开行政复议和行政诉讼情况
        review_litigation 因政府信息公开工作被申请行政复议、提起行政诉讼情况 行政复议、行政诉讼情况
        problems 存在的主要问题及改进情况 存在问题及改进措施 存在问题及改进情况
        problems 政府信息公开工作存在的主要问题及改进情况 存在的主要问题和改进情况 存在的问题及改进措施
        problems 存在的问题及改进情况 存在主要问题及改进情况 主要问题及改进情况
        other_matters 其他需要报告的事项 需要说明的其他事项 其他需要说明的事项 其他需报告的事项 其他事项
        other_matters 其它需要报告的事项 其它事项
        """

    private static let looseText = """
        review_litigation 32 行政复议
        review_litigation 32 行政诉讼
        review_litigation 24 复议 诉讼
        applications 28 收到 申请
        applications 28 处理 公开申请
        applications 28 依申请公开 情况
        proactive 24 主动公开 情况
        proactive 24 主动公开 信息
        problems 28 问题 改进
        problems 28 存在 问题
        problems 28 主要问题
        problems 28 不足 改进
        problems 28 不足 打算
        problems 28 问题 打算
        other_matters 22 其他 报告
        other_matters 22 其他 说明
        other_matters 22 其他 事项
        other_matters 22 其它 事项
        overall 20 总体情况
        overall 20 工作 概况
        overall 20 基本情况
        overall 20 工作 开展情况
        """
}
