public import Disclosure
public import Ledger

/// One act that can be done with the ledger: its name, its fields and how it is done.
///
/// The command line, the pages, the import and the documentation all read this table.
public struct ActDefinition: Sendable {
    /// Its name, under which the policy knows it: `request.register`.
    public let name: String
    /// Its name in Chinese.
    public let chineseText: String
    /// The article that knows it.
    public let article: Article?
    /// What it is done on.
    public let subject: SubjectKind
    /// Its fields.
    public let fields: [ActField]
    /// Further names under which the policy knows it, by what is in its fields.
    public let otherPolicyActs: [String]
    let perform: @Sendable (ActFields, ActSession) throws(ActStop) -> Void

    init(
        _ name: String, _ chineseText: String, _ article: Article?, on subject: SubjectKind, _ fields: [ActField],
        alsoAs otherPolicyActs: [String] = [],
        _ perform: @escaping @Sendable (ActFields, ActSession) throws(ActStop) -> Void
    ) {
        self.name = name
        self.chineseText = chineseText
        self.article = article
        self.subject = subject
        self.fields = fields
        self.otherPolicyActs = otherPolicyActs
        self.perform = perform
    }

    /// The roles that may do it.
    public var roles: [Role] {
        let acts = ([name] + otherPolicyActs).compactMap { PolicyAct.named($0) }
        return Role.allCases.filter { role in acts.contains { act in act.powers.contains { $0.isHeld(by: role) } } }
    }

    /// A finding of the law with its field named as this act's documents name it: `decision.day` is `day` here.
    func placed(_ finding: Finding) -> Finding {
        guard let field = finding.field, !field.contains("["), !isKnown(field) else { return finding }
        let last = field.split(separator: ".").last.map(String.init) ?? field
        let name = isKnown(last) ? last : Self.otherNames[last] ?? field
        guard name != field, isKnown(name) else { return finding }
        return finding.placed(at: name)
    }

    private func isKnown(_ name: String) -> Bool {
        fields.contains { $0.name == name } || ActDocument.reserved.contains(name)
    }

    /// Names of the law for what documents call otherwise.
    private static let otherNames = [
        "arrived": "day", "asked": "day", "sent": "day", "received": "day", "decided": "day", "copy_received": "day",
        "number": "subject", "item": "subject", "record": "subject", "document": "subject", "reference": "subject",
        "adjustment": "subject", "office": "subject", "officer": "actor", "role": "granted",
    ]

    /// An act that is one command on the subject that the caller names.
    static func simple<Done: Command>(
        _ name: String, _ chineseText: String, _ article: Article?, _ fields: [ActField],
        _ make: @escaping @Sendable (ActFields, ActSession) throws(Refusal) -> Done
    ) -> ActDefinition where Done.Subject.Act: LedgerAct, Done.Subject.Act.State == Done.Subject {
        ActDefinition(name, chineseText, article, on: Done.Subject.Act.subjectKind, fields) {
            (fields, session) throws(ActStop) in
            let subject = try session.named(Done.Subject.Act.self)
            try session.run(try refusable { () throws(Refusal) in try make(fields, session) }, on: subject)
        }
    }

    /// An act that is one command on an application.
    static func request<Done: RequestCommand>(
        _ fields: [ActField], _ make: @escaping @Sendable (ActFields, ActSession) throws(Refusal) -> Done
    ) -> ActDefinition {
        request(Done.verb, fields) { (fields, session, number) throws(ActStop) in
            try session.run(try refusable { () throws(Refusal) in try make(fields, session) }, on: Subject(number))
        }
    }

    /// An act on an application that takes more than one command.
    static func request(
        _ verb: RequestVerb, _ fields: [ActField], alsoAs otherPolicyActs: [String] = [],
        _ perform: @escaping @Sendable (ActFields, ActSession, RequestNumber) throws(ActStop) -> Void
    ) -> ActDefinition {
        ActDefinition(
            "request.\(verb.rawValue)", verb.chineseText, verb.article, on: .request, fields, alsoAs: otherPolicyActs
        ) { (fields, session) throws(ActStop) in try perform(fields, session, try session.request()) }
    }
}
