internal import CXML2
internal import Glibc

/// What a reader does with the elements and text of XML or HTML as they go by.
protocol MarkupConsumer {
    /// The reader's own enumeration of element names.
    associatedtype Tag

    /// The tag of an element name; asked once for each distinct name. `space` is the namespace, empty in HTML.
    static func tag(_ local: String, space: String) -> Tag
    mutating func start(_ tag: Tag, _ attributes: MarkupAttributes) throws(DocumentError)
    mutating func end(_ tag: Tag) throws(DocumentError)
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(DocumentError)
    /// How deep this element counts; 0 for one that may nest freely.
    static func weight(_ tag: Tag) -> Int
}

extension MarkupConsumer {
    static func weight(_ tag: Tag) -> Int { 1 }
}

/// The attributes of an element, valid only while its start is handled.
struct MarkupAttributes {
    fileprivate enum Layout {
        /// Five pointers each: name, prefix, namespace, start and end of the value.
        case xml(UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int)
        /// Name and value in turn, closed by nil.
        case html(UnsafeMutablePointer<UnsafePointer<xmlChar>?>?)
    }
    fileprivate let layout: Layout

    /// The value of the attribute with that local name, whatever its prefix.
    subscript(_ name: StaticString) -> String? {
        let wanted = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
        switch layout {
        case .xml(let list, let count):
            guard let list else { return nil }
            for index in 0..<count {
                let entry = list + index * 5
                guard let local = entry[0], matches(local, wanted), let start = entry[3], let end = entry[4] else {
                    continue
                }
                return String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
            }
        case .html(let list):
            guard var entry = list else { return nil }
            while let local = entry[0] {
                if matches(local, wanted) { return entry[1].map { String(cString: $0) } ?? "" }
                entry += 2
            }
        }
        return nil
    }

    /// The value as a whole number; nil where it is missing or none.
    func number(_ name: StaticString) -> Int? {
        guard let text = self[name] else { return nil }
        let digits = text.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty else { return nil }
        return Int(digits) ?? Int.max
    }

    private func matches(_ name: UnsafePointer<xmlChar>, _ wanted: UnsafePointer<CChar>) -> Bool {
        strcmp(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), wanted) == 0
    }
}

/// The side of a parse that C callbacks can reach: not generic, so that a plain function pointer finds its methods.
class MarkupSink {
    /// Why the parse was given up; later events are ignored.
    fileprivate(set) final var failure: DocumentError?
    final var context: xmlParserCtxtPtr?

    func startElement(
        _ local: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?, _ attributes: MarkupAttributes
    ) {}
    func endElement(_ local: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?) {}
    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// Gives the parse up.
    final func stop(_ error: DocumentError) {
        guard failure == nil else { return }
        failure = error
        if let context { xmlStopParser(context) }
    }

    final func startXML(
        _ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?,
        _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) {
        guard failure == nil, let local else { return }
        startElement(local, space, MarkupAttributes(layout: .xml(list, count: count)))
    }

    final func startHTML(_ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard failure == nil, let name else { return }
        startElement(name, nil, MarkupAttributes(layout: .html(list)))
    }

    final func end(_ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?) {
        guard failure == nil, let local else { return }
        endElement(local, space)
    }

    final func text(_ start: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard failure == nil, let start, count > 0 else { return }
        characters(UnsafeBufferPointer(start: start, count: Int(count)))
    }

    /// The sink behind the pointer that libxml2 hands back.
    static func of(_ pointer: UnsafeMutableRawPointer?) -> MarkupSink? {
        pointer.map { Unmanaged<MarkupSink>.fromOpaque($0).takeUnretainedValue() }
    }
}

/// Feeds one consumer and watches the depth.
final class MarkupDrive<Consumer: MarkupConsumer>: MarkupSink {
    var consumer: Consumer
    private let limits: ReadingLimits
    private var tags: [NameKey: Consumer.Tag] = [:]
    private var depth = 0
    private var open = 0

    /// libxml2 keeps each name once in a dictionary, so its address stands for it.
    private struct NameKey: Hashable {
        var local: UnsafePointer<xmlChar>
        var space: UnsafePointer<xmlChar>?
    }

    init(_ consumer: Consumer, limits: ReadingLimits) {
        self.consumer = consumer
        self.limits = limits
    }

    override func startElement(
        _ local: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?, _ attributes: MarkupAttributes
    ) {
        let tag = tag(local, space)
        depth += Consumer.weight(tag)
        open += 1
        // Elements that may nest freely (unclosed font and span tags) have a far limit of their own.
        if depth > limits.depth || open > limits.depth * 16 { return stop(.tooDeep(limits)) }
        do throws(DocumentError) { try consumer.start(tag, attributes) } catch { stop(error) }
    }

    override func endElement(_ local: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?) {
        let tag = tag(local, space)
        depth -= Consumer.weight(tag)
        open -= 1
        do throws(DocumentError) { try consumer.end(tag) } catch { stop(error) }
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        do throws(DocumentError) { try consumer.text(bytes) } catch { stop(error) }
    }

    private func tag(_ local: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?) -> Consumer.Tag {
        let key = NameKey(local: local, space: space)
        if let known = tags[key] { return known }
        let tag = Consumer.tag(String(cString: local), space: space.map { String(cString: $0) } ?? "")
        tags[key] = tag
        return tag
    }
}
