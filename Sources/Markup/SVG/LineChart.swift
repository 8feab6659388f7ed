/// One line a series over the same years, each on a strip of its own, so that lines never cross and each point has its
/// number; a year without a number breaks the line. Each series is a picture of its own.
public struct LineChart: Sendable {
    /// One series.
    public struct Series: Sendable {
        /// What it is about.
        public var label: String
        /// As many values as there are steps.
        public var values: [ChartValue]

        /// A series.
        public init(_ label: String, _ values: [ChartValue]) {
            self.label = label
            self.values = values
        }
    }

    /// The least width of a step; wider words make it wider. Steps that do not fit on a strip go on below.
    private static let leastStep = 50
    private static let stripHeight = 92

    private let id: String
    private let title: String
    private let description: String
    private let steps: [String]
    /// The language of the labels (`zh-CN`); empty where it is that of the page.
    public var language = ""
    private let series: [Series]

    /// A chart; see `BarChart` for what its first parameters mean.
    ///
    /// - Parameters:
    ///   - steps: the names along the line, such as years.
    ///   - series: every strip is drawn to the same scale.
    public init(id: String, title: String, description: String, steps: [String], series: [Series]) {
        self.id = id
        self.title = title
        self.description = description
        self.steps = steps
        self.series = series
    }

    /// The pictures.
    public var svg: HTML {
        let largest = series.flatMap(\.values).compactMap(\.size).max() ?? 0
        let words = steps + series.flatMap(\.values).map(\.text)
        let widest = words.map { ChartText.width($0) }.max() ?? 0
        let step = min(max(Self.leastStep, widest + 8), ChartFrame.width)
        let mostOnStrip = ChartFrame.width / step
        let parts = series.map { line -> (label: String, height: Int, marks: HTML) in
            var (marks, y) = ChartFrame.head(line.label, language: language)
            var first = 0
            // Strips of about the same length: ten steps are five and five.
            let strips = max(1, (steps.count + mostOnStrip - 1) / mostOnStrip)
            let onStrip = (steps.count + strips - 1) / strips
            while first < steps.count {
                let end = min(first + onStrip, steps.count)
                marks += strip(Array(line.values.prefix(steps.count)), first..<end, largest, step, top: y)
                y += Self.stripHeight
                first = end
            }
            return (line.label, y + 8, marks)
        }
        return ChartFrame.svgs(id: id, title: title, description: description, parts: parts)
    }

    private func strip(_ values: [ChartValue], _ range: Range<Int>, _ largest: Double, _ step: Int, top: Int) -> HTML {
        let base = top + 66
        var marks: HTML = "<path class=\"axis\" d=\"M0 \(base + 3)H\(ChartFrame.width)\"/>\n"
        var points: [(x: Int, y: Int)] = []
        var dots = HTML.empty
        func finishLine() {
            if points.count > 1 {
                let path = points.enumerated().map { place, point -> HTML in
                    "\(place == 0 ? "M" : "L")\(point.x) \(point.y)"
                }
                marks += "<path class=\"line\" d=\"\(path)\"/>\n"
            }
            points = []
        }
        for place in range {
            let x = step / 2 + (place - range.lowerBound) * step
            dots += ChartFrame.text(steps[place], x: x, y: base + 21, anchor: .middle, isDim: true)
            let value = place < values.count ? values[place] : ChartValue(nil, text: "")
            guard let size = value.size else {
                finishLine()
                dots += ChartFrame.text(value.text, x: x, y: base - 6, anchor: .middle, isDim: true)
                continue
            }
            let y = base - ChartFrame.length(size, of: largest, within: 44)
            points.append((x, y))
            dots += "<circle class=\"dot\" cx=\"\(x)\" cy=\"\(y)\" r=\"3\"/>\n"
            dots += ChartFrame.text(value.text, x: x, y: y - 7, anchor: .middle)
        }
        finishLine()
        return marks + dots
    }
}
