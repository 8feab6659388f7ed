/// Several bars a group, each with its own name before it, so that no bar is told apart by its colour. Each group is a
/// picture of its own; one without any number says once why.
public struct GroupedBarChart: Sendable {
    /// One group.
    public struct Group: Sendable {
        /// What it is about.
        public var label: String
        /// Name and value of each bar.
        public var bars: [(name: String, value: ChartValue)]

        /// A group.
        public init(_ label: String, bars: [(name: String, value: ChartValue)]) {
            self.label = label
            self.bars = bars
        }

        /// Why no bar has a number, where the reason is the same for all.
        var gap: String? {
            guard let first = bars.first?.value, bars.allSatisfy({ $0.value == first }) else { return nil }
            return first.size == nil ? first.text : nil
        }
    }

    private let id: String
    private let title: String
    private let description: String
    /// The language of the labels (`zh-CN`); empty where it is that of the page.
    public var language = ""
    private let groups: [Group]

    /// A chart; see `BarChart` for what its parameters mean.
    public init(id: String, title: String, description: String, groups: [Group]) {
        self.id = id
        self.title = title
        self.description = description
        self.groups = groups
    }

    /// The pictures, all to one scale.
    public var svg: HTML {
        let bars = groups.filter { $0.gap == nil }.flatMap(\.bars)
        let largest = bars.compactMap(\.value.size).max() ?? 0
        // Names take as much as they need, up to half of the picture.
        let names = min((bars.map { ChartText.width($0.name) }.max() ?? 0) + 8, ChartFrame.width / 2)
        let room = ChartFrame.width - names - 10 - (bars.map { ChartText.width($0.value.text) }.max() ?? 0)
        let parts = groups.map { group -> (label: String, height: Int, marks: HTML) in
            var (marks, y) = ChartFrame.head(group.label, language: language)
            if let gap = group.gap {
                marks += ChartFrame.text(gap, x: 0, y: y + 15, isDim: true)
                return (group.label, y + ChartText.lineHeight + 14, marks)
            }
            for bar in group.bars {
                let pieces = ChartText.lines(bar.name, width: names - 8)
                for (place, piece) in pieces.enumerated() {
                    marks += ChartFrame.text(piece, x: 0, y: y + 15 + place * ChartText.lineHeight)
                }
                let length = bar.value.size.map { ChartFrame.length($0, of: largest, within: max(room, 1)) } ?? 0
                marks += ChartFrame.bar(.now, x: names, y: y + 4, length: length, height: 13)
                marks += ChartFrame.text(
                    bar.value.text, x: names + (length == 0 ? 0 : length + 8), y: y + 15, isDim: bar.value.size == nil)
                y += pieces.count * ChartText.lineHeight + 2
            }
            return (group.label, y + 12, marks)
        }
        return ChartFrame.svgs(id: id, title: title, description: description, parts: parts)
    }
}
