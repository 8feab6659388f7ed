/// Traditional characters that matter to the words the rules look for, with their simplified forms.
enum SimplifiedCharacters {
    /// Pairs: a traditional character, then the simplified one.
    private static let pairs = """
        開开請请複复復复議议訴诉訟讼維维糾纠結结轉转處处無无沒没報报關关務务發发佈布總总計计條条項项個个間间類类與与較较
        額额萬万餘余約约經经審审應应屬属現现辦办據据統统專专員员會会區区縣县鎮镇鄉乡廳厅單单違违確确認认駁驳決决終终業业
        組组織织構构測测試试號号規规範范標标準准題题問问後后進进導导體体舉举覽览網网電电點点傳传聯联絡络郵邮編编書书機机
        獲获內内護护權权動动態态寫写說说檢检並并於于為为從从對对時时國国當当種种實实級级來来門门際际歲岁維维質质續续徵征
        """

    /// By code point from U+4E00: the simplified code point, 0 where the character stays.
    static let table: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 0xA000 - 0x4E00)
        var waiting: UInt32?
        for scalar in pairs.unicodeScalars where scalar.value >= 0x4E00 && scalar.value < 0xA000 {
            if let traditional = waiting {
                table[Int(traditional - 0x4E00)] = UInt16(scalar.value)
                waiting = nil
            } else {
                waiting = scalar.value
            }
        }
        return table
    }()
}
