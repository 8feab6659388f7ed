internal import Disclosure

/// What one entry of an item changes for everyone: which version was on line, and which is.
struct OnLineChange {
    /// The item after the entry.
    let item: InformationItem
    /// The version that was on line; nil for none.
    let before: InformationItem.Published?
    /// The version that is on line; nil for none.
    let after: InformationItem.Published?
    /// True where the word on whether it still holds changed.
    let isOtherValidity: Bool

    /// nil for an entry of something else.
    init?(_ step: ProjectionStep) {
        guard let item = step.state(of: ItemAct.self) else { return nil }
        let last = step.stateBefore(of: ItemAct.self)
        self.item = item
        before = Self.onLine(last)
        after = Self.onLine(item)
        isOtherValidity = last?.validity != item.validity
    }

    /// True where another version is on line than before, or none.
    var isAnotherVersion: Bool { before != after }
    /// True where a page about the item would read otherwise.
    var isVisible: Bool { isAnotherVersion || after != nil && isOtherValidity }

    /// What was entered in error, and what has no category, is on no list.
    private static func onLine(_ item: InformationItem?) -> InformationItem.Published? {
        guard let item, item.voiding == nil, let published = item.published, published.content.category != nil
        else { return nil }
        return published
    }
}
