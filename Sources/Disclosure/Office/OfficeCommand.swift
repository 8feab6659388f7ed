import CivilTime

/// What can be recorded of an office; one command each.
public enum OfficeVerb: String, Sendable, Hashable, CaseIterable {
    /// `FoundOffice`.
    case found
    /// `RenameOffice`.
    case rename
    /// `MoveOffice`.
    case move
    /// `MergeOffice`.
    case merge
    /// `AbolishOffice`.
    case abolish
    /// `CorrectOffice`.
    case correct
    /// `SetLetterRule`.
    case setLetterRule = "set_letter_rule"
    /// `OpenDepartment`.
    case openDepartment = "open_department"
    /// `RenameDepartment`.
    case renameDepartment = "rename_department"
    /// `CloseDepartment`.
    case closeDepartment = "close_department"
    /// `JoinOfficer`.
    case joinOfficer = "join_officer"
    /// `PlaceOfficer`.
    case placeOfficer = "place_officer"
    /// `ReleaseOfficer`.
    case releaseOfficer = "release_officer"
    /// `GrantRole`.
    case grantRole = "grant_role"
    /// `RevokeRole`.
    case revokeRole = "revoke_role"

    /// The name in Chinese, as on a button.
    public var chineseText: String {
        switch self {
        case .found: "登记机关"
        case .rename: "登记更名"
        case .move: "调整隶属关系"
        case .merge: "登记合并"
        case .abolish: "登记撤销"
        case .correct: "更正登记"
        case .setLetterRule: "设定发文字号规则"
        case .openDepartment: "设立内设机构"
        case .renameDepartment: "内设机构更名"
        case .closeDepartment: "撤销内设机构"
        case .joinOfficer: "登记人员"
        case .placeOfficer: "调整岗位"
        case .releaseOfficer: "登记离任"
        case .grantRole: "授予角色"
        case .revokeRole: "取消角色"
        }
    }

    /// The article that knows it: offices and their parts are told to the public, and each names who does the work.
    public var article: Article {
        switch self {
        case .found, .rename, .move, .merge, .abolish, .correct, .openDepartment, .renameDepartment, .closeDepartment:
            .regulation(20)
        case .setLetterRule: .regulation(36)
        case .joinOfficer, .placeOfficer, .releaseOfficer, .grantRole, .revokeRole: .regulation(4)
        }
    }

    /// Why it cannot be done as the office stands; nil when it can.
    public func obstacle(for office: OfficeRecord?) -> Finding? {
        guard let office else {
            guard self != .found else { return nil }
            return Finding(.officeNotFounded, .error, "该机关尚未登记，不能\(chineseText)。", article: article, remedy: "请先登记机关。")
        }
        if self == .found {
            return Finding(
                .officeAlreadyFounded, field: "office", "机关代码 \(office.code) 已经登记为“\(office.name.full)”。",
                article: article,
                remedy: "请使用新的代码；名称或者隶属关系有变动的，请登记更名或者调整隶属关系。")
        }
        return office.end.map { end in
            Finding(
                .officeEnded, .error, "“\(office.name.full)”已于 \(end.day) 合并或者撤销，不能\(chineseText)。", article: article,
                remedy: "请在承继其职能的机关办理。")
        }
    }

    /// The office, when it can be done.
    func admit(_ office: OfficeRecord?) throws(Refusal) -> OfficeRecord {
        if let obstacle = obstacle(for: office) { throw Refusal(obstacle) }
        guard let office else { throw Refusal(ExaminationFinding.notRegistered()) }
        return office
    }
}

/// Something that is to be recorded of an office. Source: 条例 Art 4, 20(2).
public protocol OfficeCommand: Command where Subject == OfficeRecord {
    /// Which command.
    static var verb: OfficeVerb { get }
}

extension ActExamination {
    /// A name on one line and within its limit, which no other office bears then or later.
    mutating func officeName(_ name: OfficeName, of code: AgencyReference, from day: Day, in tree: OfficeTree) {
        for (text, field) in [(name.full, "name"), (name.short ?? name.full, "short_name")] {
            need(
                text.text.count <= OfficeName.limit && !text.text.contains { $0.isNewline || $0 == "\t" },
                else: Finding(
                    .officeName, field: field, "机关名称超过 \(OfficeName.limit) 个字或者不是一行。", article: .regulation(20),
                    remedy: "请填写一行以内的规范名称。"))
        }
        if let other = tree.namesake(of: name.full, notOf: code, from: day) {
            find(
                Finding(
                    .officeNameTaken, field: "name", "已有同名机关（代码 \(other.code)）。", article: .regulation(20),
                    remedy: "请核对名称，或者在该机关办理。"))
        }
    }

    /// The office above exists on the day and does not end later, and is not the office itself or one below it.
    mutating func parent(_ parent: AgencyReference?, of code: AgencyReference, from day: Day, in tree: OfficeTree) {
        guard let parent else { return }
        guard standsFrom(parent, day, in: tree, field: "parent", "上级机关") else { return }
        need(
            !tree.isCircular(code, under: parent, from: day),
            else: Finding(
                .officeCircle, field: "parent", "\(parent) 是本机关或者其下级机关，不能作为上级机关。", article: .regulation(20),
                remedy: "请重新选择上级机关。"))
    }

    /// Another office that exists from a day on.
    @discardableResult
    mutating func standsFrom(
        _ code: AgencyReference, _ day: Day, in tree: OfficeTree, field: String, _ what: String
    ) -> Bool {
        guard let office = tree.offices[code] else {
            find(
                Finding(
                    .officeUnknown, field: field, "没有代码为 \(code) 的机关。", article: .regulation(20),
                    remedy: "请先登记\(what)。"))
            return false
        }
        guard office.exists(on: day), office.end == nil else {
            find(
                Finding(
                    .officeNotThere, field: field, "“\(office.name.full)”在 \(day) 尚未设立，或者已经合并、撤销。",
                    article: .regulation(20), remedy: "请核对\(what)和日期。"))
            return false
        }
        return true
    }

    /// Nothing stands under an office that ends.
    mutating func nothingBelow(_ code: AgencyReference, from day: Day, in tree: OfficeTree) {
        let below = tree.standing(under: code, from: day)
        guard !below.isEmpty else { return }
        let names = below.prefix(5).map { "“\($0.name.full)”" }.joined(separator: "、")
        find(
            Finding(
                .officeHasChildren, .error, "尚有下级机关\(names)\(below.count > 5 ? "等\(below.count)个" : "")。",
                article: .regulation(20), remedy: "请先调整下级机关的隶属关系。"))
    }
}

extension Finding.Code {
    /// There is no such office.
    public static let officeNotFounded = Self("office.not_founded")
    /// The code is taken.
    public static let officeAlreadyFounded = Self("office.already_founded")
    /// The office ended.
    public static let officeEnded = Self("office.ended")
    /// The name has the wrong form.
    public static let officeName = Self("office.name")
    /// Another office bears the name.
    public static let officeNameTaken = Self("office.name_taken")
    /// There is no office of this code.
    public static let officeUnknown = Self("office.unknown")
    /// The office does not exist then.
    public static let officeNotThere = Self("office.not_there")
    /// It would stand under itself.
    public static let officeCircle = Self("office.circle")
    /// Offices stand under it.
    public static let officeHasChildren = Self("office.has_children")
    /// Nothing was changed.
    public static let officeUnchanged = Self("office.unchanged")
    /// There is no such department, or it was closed.
    public static let officeNoDepartment = Self("office.no_department")
    /// The name of the department is taken.
    public static let officeDepartmentTaken = Self("office.department_taken")
    /// People work in the department.
    public static let officeDepartmentInUse = Self("office.department_in_use")
    /// They do not work there.
    public static let officeNoOfficer = Self("office.no_officer")
    /// They work there already.
    public static let officeOfficerThere = Self("office.officer_there")
    /// They have the role.
    public static let officeRoleThere = Self("office.role_there")
    /// They do not have the role.
    public static let officeNoRole = Self("office.no_role")
    /// Two of the three administrators in one hand.
    public static let officeAdministrators = Self("office.administrators")
    /// An administrator who handles cases.
    public static let officeAdministratorHandles = Self("office.administrator_handles")
}
