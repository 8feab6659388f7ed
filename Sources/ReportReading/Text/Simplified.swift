/// Traditional characters that occur in the labels and headings of the form, to their simplified ones.
///
/// Only for comparing: what a document prints is kept as printed.
enum Simplified {
    private static let pairs = """
        總总體体開开動动請请處处報报訴诉訟讼復复複复議议與与關关於于機机構构數数據据類类業业務务員员會会組组織织\
        規规範范廢废發发現现製制項项許许罰罚強强費费購购採采額额單单萬万間间條条屬属國国內内過过執执詢询無无門门\
        補补確确認认獲获繳缴納纳辦办結结轉转計计維维糾纠審审經经後后題题進进況况來来對对產产協协訪访舉举權权護护\
        穩稳險险檔档這这種种區区應应層层級级縣县鄉乡鎮镇統统資资財财廳厅聯联繼继續续減减億亿號号張张劃划標标準准\
        團团優优實实際际環环衛卫農农節节圖图書书館馆術术傳传點点僅仅衹只隻只歸归稱称為为並并從从當当個个設设達达\
        問问說说時时見见長长電电話话郵邮編编碼码網网絡络樣样須须決决論论
        """
    /// The simplified character of every character from U+4E00 to U+9FFF, itself where it has no entry.
    static let table: [UInt16] = {
        var table = (0..<0x5200).map { UInt16($0 + 0x4E00) }
        var traditional: UInt16?
        for scalar in pairs.unicodeScalars where scalar.value >= 0x4E00 {
            if let from = traditional {
                table[Int(from) - 0x4E00] = UInt16(scalar.value)
                traditional = nil
            } else {
                traditional = UInt16(scalar.value)
            }
        }
        return table
    }()
}
