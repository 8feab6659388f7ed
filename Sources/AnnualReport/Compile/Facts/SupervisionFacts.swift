internal import CivilTime
public import Disclosure

extension SupervisionRecord: FactSource {
    /// What it adds in the year it happened; a complaint's answer in the year of the answer; nothing once struck.
    /// Source: 条例 Art 46-48, 50.
    public var factRecords: [FactRecord] {
        guard counts else { return [] }
        var records = SupervisionFacts.records(of: matter, in: day.year)
        if let answered { records.append(FactRecord("complaints.answered", year: answered.year)) }
        return records
    }
}

extension LeadingGroup: FactSource {
    /// One in the year it was formed, one in every later year in which its members changed, and in each of these years
    /// how many of each part it had on 31 December.
    public var factRecords: [FactRecord] {
        var years: Set<Int> = []
        for membership in memberships {
            if membership.from.year > formed.year { years.insert(membership.from.year) }
            if let until = membership.until { years.insert(until.year) }
        }
        var records = [FactRecord("groups.formed", year: formed.year)]
        // A change in the year of the forming counts too, unless it is the forming itself.
        let changed = memberships.contains { $0.from > formed && $0.from.year == formed.year }
        if changed { years.insert(formed.year) }
        records += years.map { FactRecord("groups.changed", year: $0) }
        for year in years.union([formed.year]) {
            guard let end = Day(year: year, month: 12, day: 31) else { continue }
            for part in GroupMember.Part.allCases {
                let number = members(on: end).count { $0.part == part }
                guard number > 0 else { continue }
                records.append(FactRecord("groups.members.\(part.rawValue)", year: year, amount: Int64(number)))
            }
        }
        return records
    }
}

/// What supervision adds to the facts, and what these facts are called.
enum SupervisionFacts {
    static func records(of matter: SupervisionMatter, in year: Int) -> [FactRecord] {
        func record(_ fact: String, _ amount: Int = 1) -> FactRecord {
            FactRecord(fact, year: year, amount: Int64(amount))
        }
        switch matter {
        case .inquiry(let inquiry):
            return [
                record("inquiries", inquiry.persons.count),
                record("inquiries.\(inquiry.way.rawValue)", inquiry.persons.count),
            ]
        case .complaint(let complaint): return [record("complaints.\(complaint.form.rawValue)")]
        case .appraisal(let appraisal):
            return [record("appraisals"), record("appraisals.participants", appraisal.participants.count)]
        case .training(let training):
            return [
                record(training.isOwn ? "trainings" : "trainings.attended"),
                record("trainings.participants", training.participants.count),
            ]
        case .assessment(let assessment):
            var records = [record("assessments"), record("assessments.assessed", assessment.assessed.count)]
            if let passed = assessment.passed { records.append(record("assessments.passed", passed.count)) }
            return records
        case .accountability(let accountability):
            return [record("accountability"), record("accountability.persons", accountability.persons.count)]
        case .interaction(let interaction):
            var records = [record("interactions.\(interaction.form.rawValue)")]
            if interaction.isLed { records.append(record("interactions.\(interaction.form.rawValue).led")) }
            return records
        }
    }

    static let definitions: [FactDefinition] =
        [FactDefinition("inquiries", "接待、答复咨询", "人次")]
        + ContactWay.allCases.map { FactDefinition("inquiries.\($0.rawValue)", "其中\($0.chineseText)咨询", "人次") }
        + Complaint.Form.allCases.map { FactDefinition("complaints.\($0.rawValue)", "收到\(name($0))", "件") }
        + [
            FactDefinition("complaints.answered", "办结投诉、举报和建议", "件"),
            FactDefinition("appraisals", "组织社会评议", "次"),
            FactDefinition("appraisals.participants", "参加社会评议", "人"),
            FactDefinition("trainings", "组织培训", "次"),
            FactDefinition("trainings.attended", "参加上级培训", "次"),
            FactDefinition("trainings.participants", "参加培训", "人次"),
            FactDefinition("assessments", "工作考核", "次"),
            FactDefinition("assessments.assessed", "考核对象", "人"),
            FactDefinition("assessments.passed", "其中考核合格", "人"),
            FactDefinition("accountability", "责任追究", "起"),
            FactDefinition("accountability.persons", "被追究责任", "人"),
        ]
        + Interaction.Form.allCases.flatMap {
            [
                FactDefinition("interactions.\($0.rawValue)", $0.chineseText, "次"),
                FactDefinition("interactions.\($0.rawValue).led", "其中主要领导参加\($0.chineseText)", "次"),
            ]
        }
        + [
            FactDefinition("groups.formed", "成立领导小组、工作专班", "个"),
            FactDefinition("groups.changed", "调整领导小组、工作专班", "个"),
        ]
        + GroupMember.Part.allCases.map {
            FactDefinition("groups.members.\($0.rawValue)", "新成立或调整的领导小组\($0.chineseText)", "人")
        }

    private static func name(_ form: Complaint.Form) -> String {
        switch form {
        case .complaint: "投诉"
        case .report: "举报"
        case .suggestion: "建议"
        }
    }
}
