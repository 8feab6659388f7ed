internal import Disclosure
internal import Service

/// The types of applicants and their documents in words.
enum ApplicantWords {
    static func word(_ type: ApplicantType, _ t: Wording) -> String { t(type.chineseText, english(type)) }

    static func word(_ document: IdentityDocument, _ t: Wording) -> String {
        t(document.chineseText, document.englishText)
    }

    /// How a field is called.
    static func label(_ field: ApplicationField, _ form: ApplicationForm, _ t: Wording) -> String {
        t(form.label(field), form.englishLabel(field))
    }

    private static func english(_ type: ApplicantType) -> String {
        switch type {
        case .naturalPerson: "A natural person"
        case .commercialEnterprise: "A commercial enterprise"
        case .researchInstitution: "A research institution"
        case .publicInterestOrganization: "A public interest organisation"
        case .legalServiceInstitution: "A legal service institution"
        case .otherOrganization: "Another organisation"
        }
    }
}
