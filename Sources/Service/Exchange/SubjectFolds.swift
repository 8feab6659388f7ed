internal import Database
internal import Disclosure
internal import Ledger

/// The subjects of a copy as their entries make them.
struct SubjectFolds {
    struct Kept<State: Sendable>: Sendable {
        private var places: [String: Int] = [:]
        private(set) var values: [(AgencyCode, State)] = []

        subscript(_ entry: RecordedEntry) -> State? {
            places["\(entry.office.text) \(entry.subject.name)"].map { values[$0].1 }
        }

        mutating func put(_ state: State, _ entry: RecordedEntry) {
            let name = "\(entry.office.text) \(entry.subject.name)"
            if let place = places[name] {
                values[place].1 = state
            } else {
                places[name] = values.count
                values.append((entry.office, state))
            }
        }
    }

    var requests = Kept<InformationRequest>()
    var items = Kept<InformationItem>()
    var handovers = Kept<HandoverBatch>()
    var appeals = Kept<Appeal>()
    var figures = Kept<FigureYear>()

    mutating func take(_ entry: RecordedEntry) throws(DatabaseError) {
        do throws(Refusal) {
            switch entry.subject.kind {
            case .request:
                let one: RequestEntry = try Self.decoded(entry)
                requests.put(try InformationRequest.applying(one, to: requests[entry]), entry)
            case .item:
                let one: ItemEntry = try Self.decoded(entry)
                items.put(try InformationItem.applying(one, to: items[entry]), entry)
            case .handover:
                let one: HandoverEntry = try Self.decoded(entry)
                handovers.put(try HandoverBatch.applying(one, to: handovers[entry]), entry)
            case .appeal:
                let one: AppealEntry = try Self.decoded(entry)
                appeals.put(try Appeal.applying(one, to: appeals[entry]), entry)
            case .figure:
                let one: FigureEntry = try Self.decoded(entry)
                figures.put(try FigureYear.applying(one, to: figures[entry]), entry)
            default: break
            }
        } catch {
            throw DatabaseError(.corrupt, message: error.findings.first?.message ?? "记录不相符，请运行 gongkai verify。")
        }
    }

    private static func decoded<Act: RecordedAct>(_ entry: RecordedEntry) throws(Refusal) -> Entry<Act> {
        do throws(DatabaseError) {
            return try entry.entry()
        } catch {
            throw Refusal(Finding(.actEntryMisfit, .error, error.message, remedy: "请运行 gongkai verify 检查台账是否完整。"))
        }
    }
}
