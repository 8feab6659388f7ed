/// The short heading at the begin of a paragraph, such as （一）主动公开。
public enum LeadIn {
    /// Characters of the longest one.
    public static let longest = 30

    /// Where it ends; the begin of the line where there is none. A heading may also be a line of its own.
    public static func end(in line: Substring) -> String.Index {
        guard line.hasPrefix("（"), let close = line.firstIndex(of: "）"),
            line[..<close].count <= 4, line[..<close].dropFirst().allSatisfy({ "一二三四五六七八九十".contains($0) })
        else { return line.startIndex }
        let reach = line.index(line.startIndex, offsetBy: longest, limitedBy: line.endIndex) ?? line.endIndex
        let stop = line[..<reach].firstIndex(of: "。").map { line.index(after: $0) }
        return stop ?? (reach == line.endIndex ? line.endIndex : line.startIndex)
    }
}
