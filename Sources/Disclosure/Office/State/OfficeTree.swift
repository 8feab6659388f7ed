public import CivilTime

/// All offices of an installation and how they stand under each other over time.
public struct OfficeTree: Sendable, Hashable {
    /// The offices by their codes.
    public private(set) var offices: [AgencyReference: OfficeRecord]

    /// A tree of these offices; of two with one code the later counts.
    public init(_ offices: some Sequence<OfficeRecord>) {
        self.offices = Dictionary(offices.map { ($0.code, $0) }) { $1 }
    }

    /// The tree with an office as it stands after a change.
    public mutating func put(_ office: OfficeRecord) { offices[office.code] = office }

    /// How the tree looked on a day.
    public func snapshot(on day: Day) -> OfficeSnapshot { OfficeSnapshot(of: self, on: day) }

    /// Who goes on with the work of an office on a day: itself while it exists, else whom it went up in, and so on; nil when
    /// nobody does. Example: A went up in B in 2019 and B in C in 2023: in 2020 B, in 2024 C.
    public func successor(of code: AgencyReference, on day: Day) -> AgencyReference? {
        var (present, seen) = (code, Set<AgencyReference>())
        while let office = offices[present], seen.insert(present).inserted {
            guard let end = office.end, end.day <= day else { return present }
            guard let next = end.manner.successor else { return nil }
            present = next
        }
        return nil
    }

    /// True when an office under another one from a day on would stand under itself, then or at a later change.
    func isCircular(_ code: AgencyReference, under parent: AgencyReference, from day: Day) -> Bool {
        var days: Set<Day> = [day]
        for office in offices.values {
            for step in office.parents.steps where step.from > day { days.insert(step.from) }
        }
        return days.contains { day in
            var (above, seen) = (Optional(parent), Set<AgencyReference>())
            while let present = above {
                if present == code { return true }
                guard seen.insert(present).inserted else { return true }
                above = offices[present]?.parents.value(on: day) ?? nil
            }
            return false
        }
    }

    /// The offices that stand under one on a day or at any later time, by their codes.
    func standing(under code: AgencyReference, from day: Day) -> [OfficeRecord] {
        offices.values.filter { office in
            let steps = office.parents.steps
            return steps.indices.contains { index in
                let until = index + 1 < steps.count ? steps[index + 1].from : .latest
                let last = min(until, office.end?.day ?? .latest)
                return steps[index].value == code && last > max(day, steps[index].from)
            }
        }.sorted { $0.code.text < $1.code.text }
    }

    /// Another office that bears a full name on a day or at any later time; nil when none does.
    func namesake(of name: Statement, notOf code: AgencyReference, from day: Day) -> OfficeRecord? {
        offices.values.filter { $0.code != code }.sorted { $0.code.text < $1.code.text }.first { office in
            let steps = office.names.steps
            return steps.indices.contains { index in
                let until = index + 1 < steps.count ? steps[index + 1].from : .latest
                let last = min(until, office.end?.day ?? .latest)
                return steps[index].value.full == name && last > max(day, steps[index].from)
            }
        }
    }
}

/// The tree of offices as it looked on one day.
public struct OfficeSnapshot: Sendable, Hashable {
    /// One office.
    public struct Node: Sendable, Hashable {
        /// Its code.
        public let code: AgencyReference
        /// How it was called.
        public let name: OfficeName
        /// What it is.
        public let character: OfficeCharacter
        /// The office above it.
        public let parent: AgencyReference?
    }

    /// The day.
    public let day: Day
    /// The offices that existed, by their codes.
    public let nodes: [AgencyReference: Node]
    private let below: [AgencyReference: [AgencyReference]]
    /// The offices with none above them, by their codes.
    public let roots: [AgencyReference]

    init(of tree: OfficeTree, on day: Day) {
        var nodes: [AgencyReference: Node] = [:]
        for (code, office) in tree.offices {
            guard let name = office.name(on: day) else { continue }
            nodes[code] = Node(code: code, name: name, character: office.character, parent: office.parent(on: day))
        }
        var below: [AgencyReference: [AgencyReference]] = [:]
        for node in nodes.values {
            if let parent = node.parent { below[parent, default: []].append(node.code) }
        }
        self.day = day
        self.nodes = nodes
        self.below = below.mapValues { $0.sorted { $0.text < $1.text } }
        roots = nodes.values.filter { $0.parent == nil }.map(\.code).sorted { $0.text < $1.text }
    }

    /// The offices right below one, by their codes.
    public func children(of code: AgencyReference) -> [AgencyReference] { below[code] ?? [] }

    /// All offices below one, each after the one above it.
    public func descendants(of code: AgencyReference) -> [AgencyReference] {
        var (found, open) = ([AgencyReference](), children(of: code).reversed() as [AgencyReference])
        while let next = open.popLast() {
            found.append(next)
            open += children(of: next).reversed()
        }
        return found
    }

    /// The offices above one and itself, from the highest down; empty when it did not exist.
    public func path(to code: AgencyReference) -> [AgencyReference] {
        var (path, present, seen) = ([AgencyReference](), nodes[code], Set<AgencyReference>())
        while let node = present, seen.insert(node.code).inserted {
            path.append(node.code)
            present = node.parent.flatMap { nodes[$0] }
        }
        return path.reversed()
    }
}
