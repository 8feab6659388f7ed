/// One number about the running server, for a program that watches it.
public struct Measurement: Sendable {
    /// How it changes.
    public enum Kind: String, Sendable {
        /// Grows only, from zero at the start.
        case counter
        /// Goes up and down.
        case gauge
        /// Counts by bounds, with sum and count.
        case histogram
    }

    /// One value, told apart by labels.
    public struct Sample: Sendable {
        /// What follows the name: `_bucket`, `_sum`; empty for none.
        public var suffix: String
        /// Name and value of a label; nil for none. One is enough here.
        public var label: (name: String, value: String)?
        /// The value.
        public var value: Double

        /// A value.
        public init(_ value: Double, suffix: String = "", label: (name: String, value: String)? = nil) {
            self.suffix = suffix
            self.label = label
            self.value = value
        }
    }

    /// Its name: `gongkai_requests_total`.
    public var name: String
    /// What it is, in a few English words, as tools show it.
    public var help: String
    /// How it changes.
    public var kind: Kind
    /// Its values.
    public var samples: [Sample]

    /// A number with several values.
    public init(_ name: String, _ help: String, _ kind: Kind, _ samples: [Sample]) {
        self.name = name
        self.help = help
        self.kind = kind
        self.samples = samples
    }

    /// A number with one value.
    public init(_ name: String, _ help: String, _ kind: Kind, _ value: Int) {
        self.init(name, help, kind, [Sample(Double(value))])
    }

    /// Whether numbers about the server are answered, and to whom.
    public enum Audience: String, Sendable, CaseIterable {
        /// To nobody.
        case off
        /// To programs on the same machine that no proxy speaks for.
        case loopback
        /// To everyone who reaches the server.
        case any
    }
}

extension [Measurement] {
    /// The text form that monitors read. Source: Prometheus exposition format 0.0.4.
    var text: String {
        var text = ""
        for one in self {
            text += "# HELP \(one.name) \(one.help)\n# TYPE \(one.name) \(one.kind.rawValue)\n"
            for sample in one.samples {
                let label = sample.label.map { "{\($0.name)=\"\($0.value)\"}" } ?? ""
                text += "\(one.name)\(sample.suffix)\(label) \(Self.number(sample.value))\n"
            }
        }
        return text
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}
