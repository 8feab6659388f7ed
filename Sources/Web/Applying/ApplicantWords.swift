internal import Disclosure
internal import Service

/// The types of applicants and their documents in words.
enum ApplicantWords {
    static func word(_ type: ApplicantType, _ t: Wording) -> String { t(type.chineseText, english(type)) }

    static func word(_ document: IdentityDocument, _ t: Wording) -> String {
        t(document.chineseText, english(document))
    }

    /// How a field is called.
    static func label(_ field: ApplicationField, _ form: ApplicationForm, _ t: Wording) -> String {
        t(form.label(field), english(field))
    }

    private static func english(_ field: ApplicationField) -> String {
        switch field {
        case .type: "The applicant is"
        case .name: "Name"
        case .documentKind: "Kind of document"
        case .document: "Number of the document"
        case .creditCode: "Unified social credit code"
        case .representative: "Legal representative"
        case .phone: "Telephone"
        case .email: "E-mail"
        case .address: "Address"
        case .postcode: "Postcode"
        case .hasAgent: "An agent applies"
        case .agentName: "Name of the agent"
        case .agentDocument: "The agent's document"
        case .agentPhone: "The agent's telephone"
        case .matter: "The information"
        case .medium: "Form of supply"
        case .delivery: "Way of supply"
        }
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
