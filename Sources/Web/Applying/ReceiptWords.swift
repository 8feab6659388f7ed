/// What a receipt says in law; the page and the interface say the same.
enum ReceiptWords {
    /// Which day counts as that of receipt, for the internet channel. Source: 条例 Art 31(3).
    static let day =
        "您通过本网站提交。按照条例第三十一条第三项，以双方确认之日为收到申请之日：该机关会用您留的联系方式与您确认，确认当天就是收到之日，当天不计，从次日起计算答复期限。"
}
