internal import CivilTime
internal import Database
internal import Disclosure
internal import Ledger

extension ActSession {
    /// Which of these items stand in a batch as they are on line now; one that was published anew since may go again.
    func handedOver(_ items: [InformationItem]) throws(ActStop) -> Set<ItemReference> {
        guard let first = items.compactMap({ $0.published?.day }).min() else { return [] }
        let numbers = try stored { () throws(DatabaseError) in
            try transaction.handovers(of: office, since: first)
        }
        var batches: [HandoverBatch] = []
        for number in numbers {
            if let batch = try state(Subject<HandoverAct>(number)) { batches.append(batch) }
        }
        let latest = batches.lastHandedOver
        return Set(
            items.filter { item in
                guard let day = item.published?.day, let handed = latest[item.reference] else { return false }
                return handed >= day
            }.map(\.reference))
    }
}
