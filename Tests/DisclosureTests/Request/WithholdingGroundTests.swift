import Disclosure
import Testing

/// Source: 条例 Art 14-16, 37; 公布格式 2021, the results of 不予公开.
@Suite("why information is withheld")
struct WithholdingGroundTests {
    @Test(
        "every ground names its article",
        arguments: [
            (WithholdingGround.stateSecret, Article.regulation(14)), (.otherLawProhibited, .regulation(14)),
            (.securityStability, .regulation(14)), (.thirdPartyRights, .regulation(15)),
            (.internalAffairs, .regulation(16, paragraph: 1)), (.processInformation, .regulation(16, paragraph: 2)),
            (.enforcementCaseFile, .regulation(16, paragraph: 2)), (.notGovernmentInformation, .regulation(37)),
        ])
    func article(ground: WithholdingGround, article: Article) {
        #expect(ground.article == article)
    }

    @Test("no ground is without a result of its name, but for what is no government information")
    func results() {
        for ground in WithholdingGround.allCases where ground.restsOnExemption {
            #expect(ResultLeaf(rawValue: ground.rawValue) != nil, "\(ground)")
        }
        #expect(WithholdingGround.allCases.count == 8)
    }
}
