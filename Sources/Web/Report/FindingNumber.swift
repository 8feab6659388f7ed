/// The number of a finding as it stands beside cells: ① to ⑳, then (21).
enum FindingNumber {
    static func text(_ number: Int) -> String {
        guard (1...20).contains(number), let scalar = Unicode.Scalar(UInt32(0x245F + number)) else {
            return "(\(number))"
        }
        return String(Character(scalar))
    }
}
