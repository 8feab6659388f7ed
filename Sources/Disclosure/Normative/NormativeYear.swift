/// How one document counts in table two of the report of a year.
///
/// In force at the end is in force before, issued and revived, without repealed and expired: so it holds for every document
/// and every sum. The form has no column for what expired; a rule of the report asks for an explanation then.
public struct NormativeYear: Sendable, Hashable {
    /// 本年制发件数, in the form of 2019 本年新制作数量.
    public internal(set) var isIssued = false
    /// 本年废止件数.
    public internal(set) var isRepealed = false
    /// Its term ran out in the year.
    public internal(set) var isExpired = false
    /// Its term had run out and was set anew.
    public internal(set) var isRevived = false
    /// 现行有效件数, on 31 December.
    public internal(set) var isInForce = false
    /// 本年新公开数量 in the form of 2019.
    public internal(set) var isNewlyDisclosed = false
    /// 对外公开总数量 in the form of 2019: public and in force on 31 December.
    public internal(set) var isDisclosed = false
}
