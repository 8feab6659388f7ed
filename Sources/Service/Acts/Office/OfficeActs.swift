internal import CivilTime
internal import Database
internal import Disclosure
internal import Ledger

/// The acts on offices as a tree over time, their departments, people and roles; the subject is the office's code.
enum OfficeActs {
    static let all: [ActDefinition] = structure + letters + departments + people

    private static let day = ActField.needed("day", .day, "日期")
    private static let basis = ActField.needed("basis", .text, "依据文件")
    private static let reasons = ActField.needed("reasons", .text, "理由")
    private static let naming: [ActField] = [.needed("name", .text, "全称"), .optional("short", .text, "简称")]
    private static let nature: [ActField] = [
        .optional("kind", .one(of: OfficeKind.self), "性质"),
        .optional("level", .one(of: AdministrativeLevel.self), "层级"), .optional("region", .text, "所在地区"),
    ]

    private static func name(_ fields: ActFields) throws(Refusal) -> OfficeName {
        OfficeName(try fields.text("name"), short: try fields.optionalText("short"))
    }
    /// What an office is; kind and level that are not given are what they were.
    private static func character(
        _ fields: ActFields, before: OfficeCharacter? = nil
    ) throws(Refusal) -> OfficeCharacter {
        OfficeCharacter(
            try fields.optionalChoice("kind") ?? before?.kind, try fields.optionalChoice("level") ?? before?.level,
            region: try fields.optionalText("region"))
    }

    /// An act on the office that the subject names, recorded in that office's own chain, which begins with its founding.
    private static func office<Done: OfficeCommand>(
        _ fields: [ActField], naming: @escaping @Sendable (Done) -> (OfficeName, region: Statement?)? = { _ in nil },
        _ make: @escaping @Sendable (ActFields, OfficeAtHand) throws(Refusal) -> Done
    ) -> ActDefinition {
        ActDefinition("office.\(Done.verb.rawValue)", Done.verb.chineseText, Done.verb.article, on: .office, fields) {
            (fields, session) throws(ActStop) in
            let (code, subject) = try session.officeSubject()
            let hand = OfficeAtHand(
                code: code, tree: try session.offices(), today: session.today, book: session.book)
            let command = try refusable { () throws(Refusal) -> Done in try make(fields, hand) }
            if let (name, region) = naming(command) { try session.check(name, region: region, of: code) }
            session.book.put(try session.run(command, on: subject, of: code), code)
        }
    }

    /// An office that an act is done on.
    private struct OfficeAtHand {
        let code: AgencyCode
        let tree: OfficeTree
        let today: Day
        let book: OfficeBook

        func reference() throws(Refusal) -> AgencyReference { try Reference(parsing: code.text, field: "subject") }
        /// Another office that a field names, by its code as it is registered; nil where it is left out.
        func other(_ fields: ActFields, _ name: String) throws(Refusal) -> AgencyReference? {
            guard let code = try fields.find(name)?.agency() else { return nil }
            return try Reference(parsing: book.registered(code).text, field: name)
        }
        /// Another office that a field must name.
        func named(_ fields: ActFields, _ name: String) throws(Refusal) -> AgencyReference {
            if let code = try other(fields, name) { return code }
            return try fields.reference(name)
        }
        /// As it stands; nil where it is not founded.
        func record() throws(Refusal) -> OfficeRecord? { tree.offices[try reference()] }
    }

    private static let structure: [ActDefinition] = [
        office(
            [.optional("day", .day, "设立日期；不清楚的不填，按早已设立登记")] + naming + nature
                + [.optional("parent", .agency, "上级机关代码"), .optional("basis", .text, "依据文件")],
            naming: { (command: FoundOffice) in (command.name, command.character.region) }
        ) { (fields, hand) throws(Refusal) in
            let founded = try fields.optionalDay("day")
            return FoundOffice(
                try hand.reference(), try name(fields), try character(fields),
                under: try hand.other(fields, "parent"), on: founded ?? hand.today, isStanding: founded == nil,
                basis: try fields.optionalText("basis"), in: hand.tree)
        },
        office([day] + naming + [basis], naming: { (command: RenameOffice) in (command.name, nil) }) {
            (fields, hand) throws(Refusal) in
            RenameOffice(to: try name(fields), on: try fields.day(), basis: try fields.text("basis"), in: hand.tree)
        },
        office([day, .optional("parent", .agency, "新的上级机关代码"), basis]) { (fields, hand) throws(Refusal) in
            MoveOffice(
                under: try hand.other(fields, "parent"), on: try fields.day(), basis: try fields.text("basis"),
                in: hand.tree)
        },
        office([day, .needed("into", .agency, "并入的机关代码"), basis]) { (fields, hand) throws(Refusal) in
            MergeOffice(
                into: try hand.named(fields, "into"), on: try fields.day(), basis: try fields.text("basis"),
                in: hand.tree)
        },
        office([day, .optional("successor", .agency, "承继职能的机关代码"), basis]) { (fields, hand) throws(Refusal) in
            AbolishOffice(
                followedBy: try hand.other(fields, "successor"), on: try fields.day(),
                basis: try fields.text("basis"), in: hand.tree)
        },
        office(
            [day] + naming + nature
                + [
                    .optional("founded", .day, "更正后的设立日期"), .optional("parent", .agency, "更正后的上级机关代码；不填的不变"),
                    reasons,
                ],
            naming: { (command: CorrectOffice) in (command.name, command.character.region) }
        ) { (fields, hand) throws(Refusal) in
            let parent = try hand.other(fields, "parent")
            return CorrectOffice(
                to: try name(fields), try character(fields, before: try hand.record()?.character),
                founded: try fields.optionalDay("founded"), position: parent.map { OfficePosition(under: $0) },
                on: try fields.day(), reasons: try fields.text("reasons"), in: hand.tree)
        },
    ]

    private static let letters: [ActDefinition] = [
        office([
            day, .needed("word", .text, "机关代字，例如“测数”"),
            .optional("scheme", .one(of: LetterRule.Scheme.self), "编排方式，默认所有文书一个序列"),
        ]) { (fields, _) throws(Refusal) in
            SetLetterRule(
                try LetterRule(try fields.text("word"), try fields.optionalChoice("scheme") ?? .single),
                from: try fields.day())
        }
    ]

    private static let department = ActField.needed("department", .reference, "内设机构编号")

    private static let departments: [ActDefinition] = [
        office([day, department, .needed("name", .text, "名称")]) { (fields, _) throws(Refusal) in
            OpenDepartment(try fields.reference("department"), try fields.text("name"), on: try fields.day())
        },
        office([day, department, .needed("name", .text, "新的名称")]) { (fields, _) throws(Refusal) in
            RenameDepartment(try fields.reference("department"), to: try fields.text("name"), on: try fields.day())
        },
        office([day, department, reasons]) { (fields, _) throws(Refusal) in
            CloseDepartment(
                try fields.reference("department"), on: try fields.day(), reasons: try fields.text("reasons"))
        },
    ]

    private static let officer = ActField.needed("officer", .reference, "人员")
    private static let place: [ActField] = [
        .optional("department", .reference, "内设机构编号"), .optional("post", .text, "职务"),
    ]
    private static let granted = ActField.needed("granted", .one(of: StaffRole.self), "角色")

    private static func placement(_ fields: ActFields) throws(Refusal) -> Placement {
        Placement(in: try fields.optionalReference("department"), as: try fields.optionalText("post"))
    }

    private static let people: [ActDefinition] = [
        office([day, officer, .needed("name", .text, "姓名")] + place) { (fields, _) throws(Refusal) in
            JoinOfficer(
                try fields.reference("officer"), try fields.text("name"), at: try placement(fields),
                on: try fields.day())
        },
        office([day, officer] + place) { (fields, _) throws(Refusal) in
            PlaceOfficer(try fields.reference("officer"), at: try placement(fields), on: try fields.day())
        },
        office([day, officer, reasons]) { (fields, _) throws(Refusal) in
            ReleaseOfficer(try fields.reference("officer"), on: try fields.day(), reasons: try fields.text("reasons"))
        },
        office([day, officer, granted, basis]) { (fields, hand) throws(Refusal) in
            let role: StaffRole = try fields.choice("granted")
            let officer: OfficerReference = try fields.reference("officer")
            let day = try fields.day()
            // Nobody is two of the three administrators, whatever the offices; within one, the law says it too.
            let held = hand.tree.offices.values.flatMap { $0.roles(of: officer, on: day) }
            if let obstacle = Policy.obstacle(to: Role(role), beside: Set(held.map { Role($0) })) {
                throw Refusal(obstacle)
            }
            return GrantRole(role, to: officer, on: day, basis: try fields.text("basis"))
        },
        office([day, officer, granted, basis]) { (fields, _) throws(Refusal) in
            RevokeRole(
                try fields.choice("granted"), from: try fields.reference("officer"), on: try fields.day(),
                basis: try fields.text("basis"))
        },
    ]
}

extension Role {
    /// The role of the policy for one that an office grants; the words are the same.
    init(_ role: StaffRole) {
        switch role {
        case .officer: self = .officer
        case .reviewer: self = .reviewer
        case .leader: self = .leader
        case .reportEditor: self = .reportEditor
        case .oversight: self = .oversight
        case .systemAdministrator: self = .systemAdministrator
        case .securityAdministrator: self = .securityAdministrator
        case .auditAdministrator: self = .auditAdministrator
        }
    }
}
