extension Day {
    /// As it is written in an English sentence: `5 March 2026`.
    public var englishText: String {
        let (year, month, day) = parts
        return "\(day) \(Self.englishMonth(month)) \(year)"
    }

    /// The English name of a month, 1-12: `March`.
    public static func englishMonth(_ month: Int) -> String {
        switch month {
        case 1: "January"
        case 2: "February"
        case 3: "March"
        case 4: "April"
        case 5: "May"
        case 6: "June"
        case 7: "July"
        case 8: "August"
        case 9: "September"
        case 10: "October"
        case 11: "November"
        default: "December"
        }
    }
}

extension Weekday {
    /// In English: Monday … Sunday.
    public var englishText: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}

extension DaySpan {
    /// As it is written in an English sentence: `1 to 7 October 2021`; month and year of the first day only where they
    /// differ from those of the last.
    public var englishText: String {
        let (begin, end) = (first.parts, last.parts)
        guard first != last else { return first.englishText }
        guard begin.year == end.year else { return "\(first.englishText) to \(last.englishText)" }
        guard begin.month == end.month else {
            return "\(begin.day) \(Day.englishMonth(begin.month)) to \(last.englishText)"
        }
        return "\(begin.day) to \(last.englishText)"
    }
}

/// The English names of holidays, beside those that calendars write. Source: 全国年节及纪念日放假办法 Art 2.
public enum HolidayName {
    /// The English name of a national holiday; nil for a local one, which a page then writes in Chinese.
    ///
    /// Joint holidays, as 中秋节、国庆节, have both names.
    /// A holiday that only the law speaks of yet is called so: `New Year's Day, fixed by law`.
    public static func english(of chinese: String) -> String? {
        if chinese.hasSuffix(SkippedRun.statutoryMark) {
            return english(of: String(chinese.dropLast(SkippedRun.statutoryMark.count))).map { "\($0), fixed by law" }
        }
        var names: [String] = []
        for part in chinese.split(separator: "、") {
            switch part {
            case SkippedRun.weekend[...]: names.append("weekend")
            case "元旦": names.append("New Year's Day")
            case "春节": names.append("Spring Festival")
            case "清明", "清明节": names.append("Qingming")
            case "劳动节": names.append("Labour Day")
            case "端午", "端午节": names.append("Dragon Boat Festival")
            case "中秋", "中秋节": names.append("Mid-Autumn Festival")
            case "国庆", "国庆节": names.append("National Day")
            default: return nil
            }
        }
        return names.isEmpty ? nil : names.joined(separator: " and ")
    }
}
