internal import Disclosure
internal import Service

/// The types of applicants and their documents in words.
enum ApplicantWords {
    static func word(_ type: ApplicantType, _ t: Wording) -> String { t(type.chineseText, english(type)) }

    static func word(_ document: IdentityDocument, _ t: Wording) -> String {
        t(document.chineseText, english(document))
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

    private static func english(_ document: IdentityDocument) -> String {
        switch document {
        case .citizenCard: "Resident identity card"
        case .passport: "Passport"
        case .residencePermit: "Residence or travel permit (Hong Kong, Macao, Taiwan)"
        case .other: "Another document"
        }
    }
}
