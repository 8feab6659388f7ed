/// Several bars a group, each with its own name before it, so that no bar is told apart by its colour. Each group is a
/// picture of its own, or several where it is high; one without any number says once why.
public struct GroupedBarChart: Sendable {
    /// One bar.
    public struct Bar: Sendable {
        /// What stands before it.
        public var name: String
        /// How long it is.
        public var value: ChartValue
        /// True where it stands for an earlier year, beside which the bar in question is darker.
        public var isBefore: Bool

        /// A bar.
        public init(_ name: String, _ value: ChartValue, isBefore: Bool = false) {
            self.name = name
            self.value = value
            self.isBefore = isBefore
        }
    }

    /// Bars of a group that belong together: one thing in several years.
    public struct Section: Sendable {
        /// What they are about, above them; empty for nothing.
        public var label: String
        /// From top to bottom.
        public var bars: [Bar]

        /// A section.
        public init(_ label: String, bars: [Bar]) {
            self.label = label
            self.bars = bars
        }
    }

    /// One group.
    public struct Group: Sendable {
        /// What it is about.
        public var label: String
        /// Its bars.
        public var sections: [Section]
        /// What is to be said below its name: why a year has no bars.
        public var notes: [String]

        /// A group.
        public init(_ label: String, sections: [Section], notes: [String] = []) {
            self.label = label
            self.sections = sections
            self.notes = notes
        }

        /// A group of one section without a name.
        public init(_ label: String, bars: [Bar]) { self.init(label, sections: [Section("", bars: bars)]) }

        /// Why no bar has a number, where the reason is the same for all.
        var gap: String? {
            let bars = sections.flatMap(\.bars)
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
    private let largest: Double
    /// Where bars begin, and how long they get.
    private let names: Int
    private let room: Int

    /// The height above which a group goes on in another picture: a sheet of paper holds about as much.
    private static let most = 680

    /// A chart; see `BarChart` for what its parameters mean.
    public init(id: String, title: String, description: String, groups: [Group]) {
        self.id = id
        self.title = title
        self.description = description
        self.groups = groups
        let bars = groups.filter { $0.gap == nil }.flatMap(\.sections).flatMap(\.bars)
        largest = bars.compactMap(\.value.size).max() ?? 0
        // Names take as much as they need, up to half of the picture.
        names = min((bars.map { ChartText.width($0.name) }.max() ?? 0) + 8, ChartFrame.width / 2)
        room = max(1, ChartFrame.width - names - 10 - (bars.map { ChartText.width($0.value.text) }.max() ?? 0))
    }

    /// The pictures, all to one scale.
    public var svg: HTML {
        ChartFrame.svgs(id: id, title: title, description: description, parts: groups.flatMap(parts))
    }

    // MARK: Marks

    /// The pictures of a group; where there are several, each says which it is.
    private func parts(_ group: Group) -> [(label: String, height: Int, marks: HTML)] {
        var notes = (marks: HTML.empty, height: 0)
        for note in (group.gap.map { [$0] } ?? []) + group.notes { write(note, isDim: true, onto: &notes) }
        var pictures = [notes]
        for section in group.gap == nil ? group.sections : [] {
            let drawn = drawn(section)
            if pictures[pictures.count - 1].height > 0, pictures[pictures.count - 1].height + drawn.height > Self.most {
                pictures.append((.empty, 0))
            }
            let place = pictures.count - 1
            pictures[place].marks += ChartFrame.moved(drawn.marks, down: pictures[place].height)
            pictures[place].height += drawn.height
        }
        return pictures.enumerated().map { place, picture in
            let label = pictures.count == 1 ? group.label : "\(group.label)（\(place + 1)/\(pictures.count)）"
            let (head, height) = ChartFrame.head(label, language: language)
            return (
                label, height + picture.height + (group.gap == nil ? 12 : 14),
                head + ChartFrame.moved(picture.marks, down: height)
            )
        }
    }

    private func drawn(_ section: Section) -> (marks: HTML, height: Int) {
        var drawn = (marks: HTML.empty, height: 0)
        if !section.label.isEmpty { write(section.label, isDim: false, onto: &drawn) }
        for bar in section.bars {
            let pieces = ChartText.lines(bar.name, width: names - 8)
            for (place, piece) in pieces.enumerated() {
                drawn.marks += ChartFrame.text(piece, x: 0, y: drawn.height + 15 + place * ChartText.lineHeight)
            }
            let length = bar.value.size.map { ChartFrame.length($0, of: largest, within: room) } ?? 0
            drawn.marks += ChartFrame.bar(
                bar.isBefore ? .before : .now, x: names, y: drawn.height + 4, length: length, height: 13)
            drawn.marks += ChartFrame.text(
                bar.value.text, x: names + (length == 0 ? 0 : length + 8), y: drawn.height + 15,
                isDim: bar.value.size == nil)
            drawn.height += pieces.count * ChartText.lineHeight + 2
        }
        if !section.label.isEmpty { drawn.height += 6 }
        return drawn
    }

    private func write(_ text: String, isDim: Bool, onto drawn: inout (marks: HTML, height: Int)) {
        for piece in ChartText.lines(text, width: ChartFrame.width) {
            drawn.marks += ChartFrame.text(piece, x: 0, y: drawn.height + 15, isDim: isDim)
            drawn.height += ChartText.lineHeight
        }
    }
}
