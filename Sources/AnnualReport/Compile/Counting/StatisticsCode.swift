public import Disclosure

/// The small numbers under which statistics are kept; a number that was given once is never given again.
///
/// A row of the statistics is five small numbers, so that ten million of them stay in memory while they are counted.
public enum StatisticsCode {
    /// Stands for the year of closing while an application or a case is open: later than any year.
    public static let open = 9_999

    private static let applicants: [ApplicantType] = [
        .naturalPerson, .commercialEnterprise, .researchInstitution, .publicInterestOrganization,
        .legalServiceInstitution, .otherOrganization,
    ]
    private static let results: [ResultLeaf] = [
        .disclosed, .partiallyDisclosed, .deniedStateSecret, .deniedOtherLawProhibited, .deniedSecurityStability,
        .deniedThirdPartyRights, .deniedInternalAffairs, .deniedProcessInformation, .deniedEnforcementCaseFile,
        .deniedAdministrativeQuery, .unableNotHeld, .unableNoExistingInformation, .unableUnclearAfterCorrection,
        .notProcessedPetitionComplaint, .notProcessedDuplicate, .notProcessedPublicPublication,
        .notProcessedExcessive, .notProcessedReconfirmObtained, .other, .otherNoCorrection, .otherFeeUnpaid,
        .otherOther,
    ]
    /// How many types of applicants there are: six.
    static let applicantCount = 6
    /// How many results there are over both forms: 22.
    static let resultCount = 22

    /// The number of a type of applicant, 0-5, in the order of the columns of table three.
    public static func code(of applicant: ApplicantType) -> Int {
        switch applicant {
        case .naturalPerson: 0
        case .commercialEnterprise: 1
        case .researchInstitution: 2
        case .publicInterestOrganization: 3
        case .legalServiceInstitution: 4
        case .otherOrganization: 5
        }
    }

    /// The type of applicant with a number; nil where there is none.
    public static func applicant(_ code: Int) -> ApplicantType? {
        applicants.indices.contains(code) ? applicants[code] : nil
    }

    /// The number of a result, 0-21.
    public static func code(of result: ResultLeaf) -> Int {
        switch result {
        case .disclosed: 0
        case .partiallyDisclosed: 1
        case .deniedStateSecret: 2
        case .deniedOtherLawProhibited: 3
        case .deniedSecurityStability: 4
        case .deniedThirdPartyRights: 5
        case .deniedInternalAffairs: 6
        case .deniedProcessInformation: 7
        case .deniedEnforcementCaseFile: 8
        case .deniedAdministrativeQuery: 9
        case .unableNotHeld: 10
        case .unableNoExistingInformation: 11
        case .unableUnclearAfterCorrection: 12
        case .notProcessedPetitionComplaint: 13
        case .notProcessedDuplicate: 14
        case .notProcessedPublicPublication: 15
        case .notProcessedExcessive: 16
        case .notProcessedReconfirmObtained: 17
        case .other: 18
        case .otherNoCorrection: 19
        case .otherFeeUnpaid: 20
        case .otherOther: 21
        }
    }

    /// The result with a number; nil where there is none.
    public static func result(_ code: Int) -> ResultLeaf? {
        results.indices.contains(code) ? results[code] : nil
    }
}
