internal import Glibc

/// C strings that live as long as the arena: the library wants several at once in one struct.
final class TextArena {
    private var texts: [UnsafeMutablePointer<CChar>] = []

    /// A copy of the text that ends with a zero; nil without memory.
    func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
        guard let copied = strdup(text) else { return nil }
        texts.append(copied)
        return copied
    }

    deinit {
        for text in texts { free(text) }
    }
}
