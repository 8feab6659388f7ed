internal import Markup

/// The typefaces of an official document, each with those that stand in for it where it is not installed.
/// Source: GB/T 9704-2012, 7.
enum Typeface: CaseIterable {
    /// 小标宋: the title.
    case title
    /// 黑体: headings of the first level.
    case black
    /// 楷体: headings of the second level.
    case script
    /// 仿宋: the text.
    case text
    /// 宋体: tables and page numbers.
    case table

    /// The name of the typeface in a Word document.
    var name: HTML {
        switch self {
        case .title: "方正小标宋简体"
        case .black: "黑体"
        case .script: "楷体_GB2312"
        case .text: "仿宋_GB2312"
        case .table: "宋体"
        }
    }

    /// What a Word document names beside it, for programs that have another.
    var substitutes: HTML {
        switch self {
        case .title: "宋体,SimSun,Noto Serif CJK SC"
        case .black: "SimHei,Noto Sans CJK SC"
        case .script: "楷体,KaiTi,AR PL UKai CN,Noto Serif CJK SC"
        case .text: "仿宋,FangSong,Noto Serif CJK SC"
        case .table: "SimSun,Noto Serif CJK SC"
        }
    }

    /// The family as style sheets name it, with what stands in.
    var family: HTML {
        switch self {
        case .title:
            "\"方正小标宋简体\",\"FZXiaoBiaoSong-B05S\",\"FZXiaoBiaoSong-B05\",\"宋体\",\"SimSun\",\"Noto Serif CJK SC\",\"Source Han Serif SC\",serif"
        case .black: "\"黑体\",\"SimHei\",\"Noto Sans CJK SC\",\"Source Han Sans SC\",\"WenQuanYi Zen Hei\",sans-serif"
        case .script:
            "\"楷体_GB2312\",\"KaiTi_GB2312\",\"楷体\",\"KaiTi\",\"AR PL UKai CN\",\"Noto Serif CJK SC\",\"Source Han Serif SC\",serif"
        case .text:
            "\"仿宋_GB2312\",\"FangSong_GB2312\",\"仿宋\",\"FangSong\",\"Noto Serif CJK SC\",\"Source Han Serif SC\",serif"
        case .table: "\"宋体\",\"SimSun\",\"Noto Serif CJK SC\",\"Source Han Serif SC\",serif"
        }
    }
}
