/// One bar a line, each with its name above and its number behind it; a thinner bar below for the year before.
public struct BarChart: Sendable {
    /// One line.
    public struct Line: Sendable {
        /// What it is about.
        public var label: String
        /// The value in question.
        public var now: ChartValue
        /// The value of the year before; nil where none is shown.
        public var before: ChartValue?
        /// True where it stands out.
        public var isTop: Bool

        /// A line.
        public init(_ label: String, _ now: ChartValue, before: ChartValue? = nil, isTop: Bool = false) {
            self.label = label
            self.now = now
            self.before = before
            self.isTop = isTop
        }
    }

    private let id: String
    private let title: String
    private let description: String
    /// The language of the labels (`zh-CN`); empty where it is that of the page.
    public var language = ""
    private let lines: [Line]

    /// A chart.
    ///
    /// - Parameters:
    ///   - id: letters and digits; parts the names of several charts on one page.
    ///   - title: what it shows.
    ///   - description: what can be seen on it, in a sentence or two.
    ///   - lines: from top to bottom; none gives an empty picture.
    public init(id: String, title: String, description: String, lines: [Line]) {
        self.id = id
        self.title = title
        self.description = description
        self.lines = lines
    }

    /// The picture.
    public var svg: HTML {
        let largest = lines.flatMap { [$0.now.size, $0.before?.size] }.compactMap { $0 }.max() ?? 0
        let room = ChartFrame.width - 10 - (lines.map { ChartText.width($0.now.text) }.max() ?? 0)
        var marks = HTML.empty
        var y = 0
        for line in lines {
            for piece in ChartText.lines(line.label, width: ChartFrame.width) {
                marks += ChartFrame.text(piece, x: 0, y: y + 15, language: language)
                y += ChartText.lineHeight
            }
            let length = line.now.size.map { ChartFrame.length($0, of: largest, within: room) } ?? 0
            marks += ChartFrame.bar(line.isTop ? .top : .now, x: 0, y: y + 1, length: length, height: 13)
            if let before = line.before?.size {
                let length = ChartFrame.length(before, of: largest, within: room)
                marks += ChartFrame.bar(.before, x: 0, y: y + 15, length: length, height: 5)
            }
            marks += ChartFrame.text(
                line.now.text, x: length == 0 ? 0 : length + 8, y: y + 14, isDim: line.now.size == nil)
            y += line.before == nil ? 26 : 32
        }
        return ChartFrame.svg(id: id, title: title, description: description, height: y, marks)
    }
}
