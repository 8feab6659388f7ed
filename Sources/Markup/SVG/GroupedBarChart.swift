/// Several bars a group, each with its own name before it, so that no bar is told apart by its colour.
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
    }

    private let id: String
    private let title: String
    private let description: String
    private let groups: [Group]

    /// A chart; see `BarChart` for what its parameters mean.
    public init(id: String, title: String, description: String, groups: [Group]) {
        self.id = id
        self.title = title
        self.description = description
        self.groups = groups
    }

    /// The picture.
    public var svg: HTML {
        let bars = groups.flatMap(\.bars)
        let largest = bars.compactMap(\.value.size).max() ?? 0
        // Names take as much as they need, up to half of the picture.
        let names = min((bars.map { ChartText.width($0.name) }.max() ?? 0) + 8, ChartFrame.width / 2)
        let room = ChartFrame.width - names - 10 - (bars.map { ChartText.width($0.value.text) }.max() ?? 0)
        var marks = HTML.empty
        var y = 0
        for group in groups {
            for piece in ChartText.lines(group.label, width: ChartFrame.width) {
                marks += "<text class=\"head\" x=\"0\" y=\"\(y + 16)\">\(piece)</text>\n"
                y += ChartText.lineHeight + 2
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
            y += 12
        }
        return ChartFrame.svg(id: id, title: title, description: description, height: y, marks)
    }
}
