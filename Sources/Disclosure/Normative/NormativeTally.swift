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

/// What the documents of a kind come to in a year.
public struct NormativeTally: Sendable, Hashable {
    /// 本年制发件数.
    public private(set) var issued = 0
    /// 本年废止件数.
    public private(set) var repealed = 0
    /// Whose term ran out in the year.
    public private(set) var expired = 0
    /// Whose term had run out and was set anew.
    public private(set) var revived = 0
    /// 现行有效件数 on 31 December.
    public private(set) var inForce = 0
    /// 本年新公开数量.
    public private(set) var newlyDisclosed = 0
    /// 对外公开总数量.
    public private(set) var disclosed = 0

    /// The numbers of a kind and a year from the documents of an office.
    public init(of kind: NormativeKind, inYear year: Int, from documents: some Sequence<NormativeDocument>) {
        for document in documents where document.kind == kind {
            let one = document.counted(inYear: year)
            issued += one.isIssued ? 1 : 0
            repealed += one.isRepealed ? 1 : 0
            expired += one.isExpired ? 1 : 0
            revived += one.isRevived ? 1 : 0
            inForce += one.isInForce ? 1 : 0
            newlyDisclosed += one.isNewlyDisclosed ? 1 : 0
            disclosed += one.isDisclosed ? 1 : 0
        }
    }
}
