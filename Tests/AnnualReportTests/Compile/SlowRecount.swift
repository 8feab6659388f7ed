import AnnualReport
import CivilTime
import Disclosure

/// Tables three and four counted a second time, by hand: every application is asked for every cell, from its entries and
/// the state they fold to, with days and not with years.
struct SlowRecount {
    let requests: [[RequestEntry]]
    let appeals: [[AppealEntry]]
    let year: Int

    private func end(_ year: Int) -> Day { Day(year: year, month: 12, day: 31) ?? .latest }

    /// The day of receipt: that of the registration, or of the confirmation where the channel asks for one.
    private func received(_ entries: [RequestEntry]) -> Day? {
        for entry in entries {
            if case .registered(let registration) = entry.act, !registration.channel.needsConfirmation {
                return entry.day
            }
            if case .receiptConfirmed = entry.act { return entry.day }
        }
        return nil
    }

    /// The first closing.
    private func closed(_ entries: [RequestEntry]) -> (day: Day, result: ResultLeaf)? {
        for entry in entries {
            if case .closed(let closure) = entry.act { return (entry.day, closure.result) }
        }
        return nil
    }

    private func applicant(_ entries: [RequestEntry]) -> String? {
        guard case .registered(let registration) = entries.first?.act else { return nil }
        return registration.applicantType.rawValue
    }

    private func isOpen(_ entries: [RequestEntry], on day: Day) -> Bool {
        guard let start = received(entries), start <= day else { return false }
        guard let closed = closed(entries) else { return true }
        return closed.day > day
    }

    /// The number of a cell of table three or four; nil for a cell of another table.
    func number(_ cell: CellAddress) -> Int? {
        switch cell.table {
        case "t3_applications":
            requests.count { entries in
                (cell.column == "total" || applicant(entries) == cell.column) && belongs(entries, to: cell.row)
            }
        case "t4_review_litigation":
            appeals.count { entries in
                cell.column == block(entries, result: true) || cell.column == block(entries, result: false)
            }
        default: nil
        }
    }

    private func belongs(_ entries: [RequestEntry], to row: String) -> Bool {
        switch row {
        case "new_received": return received(entries).map { $0.year == year } ?? false
        case "carried_in": return isOpen(entries, on: end(year - 1))
        case "carried_out": return isOpen(entries, on: end(year))
        default:
            guard let closed = closed(entries), received(entries) != nil else { return false }
            guard closed.day > end(year - 1), closed.day <= end(year) else { return false }
            return row == "results_total" || row == closed.result.rawValue
        }
    }

    /// The column of table four that a case belongs to, or the total of its block; nil where it does not count.
    private func block(_ entries: [AppealEntry], result wanted: Bool) -> String? {
        var route = ""
        var state: String?
        var last: Day?
        for entry in entries where entry.day <= end(year) {
            switch entry.act {
            case .registered(let registration):
                route = registration.route.rawValue
                state = "pending"
            case .secondInstanceOpened: state = "pending"
            case .concluded(let conclusion): state = conclusion.outcome.result.rawValue
            default: continue
            }
            last = entry.day
        }
        guard let state, let last, state == "pending" || last.year == year else { return nil }
        return wanted ? "\(route)_\(state)" : "\(route)_total"
    }
}
