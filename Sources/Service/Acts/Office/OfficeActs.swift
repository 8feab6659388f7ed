internal import CivilTime
internal import Database
internal import Disclosure
internal import Ledger

/// The acts on offices as a tree over time, their departments, people and roles; the subject is the office's code.
enum OfficeActs {
    static let all: [ActDefinition] = structure + departments + people

    private static let day = ActField.needed("day", .day, "日期")
    private static let basis = ActField.needed("basis", .text, "依据文件")
    private static let reasons = ActField.needed("reasons", .text, "理由")
    private static let naming: [ActField] = [.needed("name", .text, "全称"), .optional("short", .text, "简称")]
    private static let nature: [ActField] = [
        .needed("kind", .one(of: OfficeKind.self), "性质"), .needed("level", .one(of: AdministrativeLevel.self), "层级"),
        .optional("region", .text, "所在地区"),
    ]

    private static func name(_ fields: ActFields) throws(Refusal) -> OfficeName {
        OfficeName(try fields.text("name"), short: try fields.optionalText("short"))
    }
    private static func character(_ fields: ActFields) throws(Refusal) -> OfficeCharacter {
        OfficeCharacter(
            try fields.choice("kind"), try fields.choice("level"), region: try fields.optionalText("region"))
    }

    /// An act on the office that the subject names, recorded in that office's own chain.
    private static func office<Done: OfficeCommand>(
        _ fields: [ActField], _ make: @escaping @Sendable (ActFields, OfficeTree) throws(Refusal) -> Done
    ) -> ActDefinition {
        ActDefinition("office.\(Done.verb.rawValue)", Done.verb.chineseText, Done.verb.article, on: .office, fields) {
            (fields, session) throws(ActStop) in
            let (code, subject) = try session.officeSubject()
            let tree = try session.offices()
            let command = try refusable { () throws(Refusal) -> Done in try make(fields, tree) }
            let record = try session.run(command, on: subject, of: code)
            try session.keep(record, as: code)
        }
    }

    private static let structure: [ActDefinition] = [
        ActDefinition(
            "office.found", OfficeVerb.found.chineseText, OfficeVerb.found.article, on: .office,
            [day] + naming + nature + [.optional("parent", .agency, "上级机关代码"), .optional("basis", .text, "依据文件")]
        ) { (fields, session) throws(ActStop) in
            let (code, subject) = try session.officeSubject()
            let tree = try session.offices()
            let command = try refusable { () throws(Refusal) -> FoundOffice in
                FoundOffice(
                    try Reference(parsing: code.text, field: "subject"), try name(fields), try character(fields),
                    under: try fields.optionalReference("parent"), on: try fields.day(),
                    basis: try fields.optionalText("basis"), in: tree)
            }
            // The chain needs the office's row; a refusal undoes it with everything else.
            let isThere = try stored { () throws(DatabaseError) in try session.transaction.hasOffice(code) }
            if !isThere {
                try session.keep(Office(code: code, fullName: try session.line(command.name.full, field: "name")))
            }
            let record = try session.run(command, on: subject, of: code)
            try session.keep(record, as: code)
        },
        office([day] + naming + [basis]) { (fields, tree) throws(Refusal) in
            RenameOffice(to: try name(fields), on: try fields.day(), basis: try fields.text("basis"), in: tree)
        },
        office([day, .optional("parent", .agency, "新的上级机关代码"), basis]) { (fields, tree) throws(Refusal) in
            MoveOffice(
                under: try fields.optionalReference("parent"), on: try fields.day(), basis: try fields.text("basis"),
                in: tree)
        },
        office([day, .needed("into", .agency, "并入的机关代码"), basis]) { (fields, tree) throws(Refusal) in
            MergeOffice(
                into: try fields.reference("into"), on: try fields.day(), basis: try fields.text("basis"), in: tree)
        },
        office([day, .optional("successor", .agency, "承继职能的机关代码"), basis]) { (fields, tree) throws(Refusal) in
            AbolishOffice(
                followedBy: try fields.optionalReference("successor"), on: try fields.day(),
                basis: try fields.text("basis"), in: tree)
        },
        office([day] + naming + nature + [reasons]) { (fields, tree) throws(Refusal) in
            CorrectOffice(
                to: try name(fields), try character(fields), on: try fields.day(), reasons: try fields.text("reasons"),
                in: tree)
        },
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
        office([day, officer, granted, basis]) { (fields, tree) throws(Refusal) in
            let role: StaffRole = try fields.choice("granted")
            let officer: OfficerReference = try fields.reference("officer")
            let day = try fields.day()
            // Nobody is two of the three administrators, whatever the offices; within one, the law says it too.
            let held = tree.offices.values.flatMap { $0.roles(of: officer, on: day) }
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
