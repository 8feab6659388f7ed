import CivilTime
import Disclosure

/// What the records of supervision of a year come to, counted plainly for the tests.
///
/// Example: inquiries of 5 at the counter and 9 by telephone, one interview, two trainings.
/// Source: 条例 Art 50; 国办公开办函〔2021〕30号.
struct SupervisionTally: Sendable, Hashable {
    /// The year.
    let year: Int
    /// How many asked for advice (人次), by the way they came; ways that nobody took are missing.
    private(set) var inquiries: [ContactWay: Int] = [:]
    /// Complaints, reports and suggestions received.
    private(set) var complaints: [Complaint.Form: Int] = [:]
    /// Complaints, reports and suggestions answered in the year, whenever they came.
    private(set) var complaintsAnswered = 0
    /// Appraisals by the public.
    private(set) var appraisals = 0
    /// Trainings the office held.
    private(set) var ownTrainings = 0
    /// Trainings the office sent people to.
    private(set) var otherTrainings = 0
    /// How many took part in all trainings (人次).
    private(set) var trained = 0
    /// Assessments that took place in the year.
    private(set) var assessments: [WorkAssessment] = []
    /// Measures of accountability.
    private(set) var accountabilities = 0
    /// How many people were held to account.
    private(set) var heldToAccount = 0
    /// Interviews, surveys and the like.
    private(set) var interactions: [Interaction.Form: Int] = [:]
    /// Those of them with a principal leader.
    private(set) var ledInteractions: [Interaction.Form: Int] = [:]

    /// The numbers of a year from the records of an office, whatever their year.
    init(of year: Int, from records: some Sequence<SupervisionRecord>) {
        self.year = year
        for record in records where record.counts {
            if record.answered?.year == year { complaintsAnswered += 1 }
            if record.day.year == year { add(record.matter) }
        }
    }

    private mutating func add(_ matter: SupervisionMatter) {
        switch matter {
        case .inquiry(let inquiry): inquiries[inquiry.way, default: 0] += inquiry.persons.count
        case .complaint(let complaint): complaints[complaint.form, default: 0] += 1
        case .appraisal: appraisals += 1
        case .training(let training):
            if training.isOwn { ownTrainings += 1 } else { otherTrainings += 1 }
            trained += training.participants.count
        case .assessment(let assessment): assessments.append(assessment)
        case .accountability(let accountability):
            accountabilities += 1
            heldToAccount += accountability.persons.count
        case .interaction(let interaction):
            interactions[interaction.form, default: 0] += 1
            if interaction.isLed { ledInteractions[interaction.form, default: 0] += 1 }
        }
    }
}
