/// Which identities of a report fail, and which single cell explains several failures at once.
struct ArithmeticOutcome {
    /// What came of one identity.
    enum State: UInt8 { case holds, fails, open }

    /// A cell whose one changed value makes every failing identity with it hold and breaks none.
    struct Suspect: Hashable {
        let cell: Int
        /// What should stand there, in millionths.
        let value: Int64
        /// How many failing identities the change mends.
        let mends: Int
    }

    /// By place in `FormLayout.equations`.
    let states: [State]
    /// By place of the failing identity.
    let suspects: [Int: Suspect]

    init(_ values: CellValues, _ layout: FormLayout) {
        var failing: [Int] = []
        states = values.with { values in
            layout.terms.withUnsafeBufferPointer { terms in
                layout.bounds.withUnsafeBufferPointer { bounds in
                    (0..<bounds.count - 1).map { place in
                        let parts = terms[bounds[place].parts..<bounds[place].totals]
                        let totals = terms[bounds[place].totals..<bounds[place + 1].parts]
                        let state = Self.state(
                            UnsafeBufferPointer(rebasing: parts), UnsafeBufferPointer(rebasing: totals), values)
                        if state == .fails { failing.append(place) }
                        return state
                    }
                }
            }
        }
        suspects = failing.isEmpty ? [:] : Self.explain(failing, states, values, layout)
    }

    @inline(__always)
    private static func state(
        _ parts: UnsafeBufferPointer<Int32>, _ totals: UnsafeBufferPointer<Int32>,
        _ values: UnsafeBufferPointer<Int64>
    ) -> State {
        var gap: Int128 = 0
        for cell in parts {
            let value = values[Int(cell)]
            if value == CellValues.none { return .open }
            gap += Int128(value)
        }
        for cell in totals {
            let value = values[Int(cell)]
            if value == CellValues.none { return .open }
            gap -= Int128(value)
        }
        return gap == 0 ? .holds : .fails
    }

    /// The sum of the parts less what is printed; nil where a term has no number.
    static func gap(_ equation: Equation, _ values: CellValues) -> Int128? {
        var gap: Int128 = 0
        for cell in equation.parts {
            let value = values[cell]
            guard value != CellValues.none else { return nil }
            gap += Int128(value)
        }
        for cell in equation.totals {
            let value = values[cell]
            guard value != CellValues.none else { return nil }
            gap -= Int128(value)
        }
        return gap
    }

    private static func explain(
        _ failing: [Int], _ states: [State], _ values: CellValues, _ layout: FormLayout
    ) -> [Int: Suspect] {
        var proposals: [Int: (value: Int128, mends: Int)] = [:]
        var dismissed: Set<Int> = []
        for place in failing {
            let equation = layout.equations[place]
            guard let gap = gap(equation, values) else { continue }
            for cell in equation.cells {
                let sign: Int128 = equation.totals.contains(cell) ? 1 : -1
                let wanted = Int128(values[cell]) + sign * gap
                if wanted < 0 || wanted > Int128(Int64.max) || proposals[cell].map({ $0.value != wanted }) == true {
                    dismissed.insert(cell)
                }
                proposals[cell] = (wanted, (proposals[cell]?.mends ?? 0) + 1)
            }
        }
        for (place, state) in states.enumerated() where state == .holds {
            for cell in layout.equations[place].cells { dismissed.insert(cell) }
        }
        var found: [Int: Suspect] = [:]
        for place in failing {
            let candidates = layout.equations[place].cells.filter { !dismissed.contains($0) }
            let best = candidates.map { proposals[$0]?.mends ?? 0 }.max() ?? 0
            let leading = candidates.filter { proposals[$0]?.mends == best }
            // Where several cells explain as much, none is accused.
            guard best > 1, leading.count == 1, let proposal = proposals[leading[0]] else { continue }
            found[place] = Suspect(cell: leading[0], value: Int64(clamping: proposal.value), mends: best)
        }
        return found
    }
}
