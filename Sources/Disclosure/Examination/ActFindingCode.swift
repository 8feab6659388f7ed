/// Findings that acts on every kind of subject share.
extension Finding.Code {
    /// An entry does not fit the ones before it.
    public static let actEntryMisfit = Self("act.entry_misfit")
    /// A day lies in the future.
    public static let actDayInFuture = Self("act.day_in_future")
    /// A day lies before an act that must have come first.
    public static let actDayOrder = Self("act.day_order")
    /// The wrong role approved.
    public static let actApprovalRole = Self("act.approval_role")
    /// Nobody approved.
    public static let actApprovalMissing = Self("act.approval_missing")
    /// Who drafted approved.
    public static let actApprovalOwnWork = Self("act.approval_own_work")
}
