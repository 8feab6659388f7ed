public import Ledger

/// How a report stands after its check, the gravest first.
public enum CheckState: String, Sendable, Hashable, CaseIterable {
    /// At least one error that nobody has explained.
    case errors
    /// No error, at least one warning that nobody has explained.
    case warnings
    /// Neither, but cells that could not be read with certainty.
    case unreadable
    /// Nothing remains.
    case clean
}

extension ReportStanding {
    /// The gravest state that holds.
    public var state: CheckState {
        if openErrors > 0 { return .errors }
        if openWarnings > 0 { return .warnings }
        return unreadable > 0 ? .unreadable : .clean
    }

    /// Whether a state is among those that hold; `clean` only where no other does.
    public func has(_ state: CheckState) -> Bool {
        switch state {
        case .errors: openErrors > 0
        case .warnings: openWarnings > 0
        case .unreadable: unreadable > 0
        case .clean: self.state == .clean
        }
    }
}
