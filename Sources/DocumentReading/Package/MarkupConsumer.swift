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
///
/// It holds closures rather than being subclassed by the generic drive: those are compiled for each consumer, methods
/// of a generic class reached through its table are not.
final class MarkupSink {
    /// Why the parse was given up; later events are ignored.
    private(set) var failure: DocumentError?
    /// The parser, while it runs.
    var context: xmlParserCtxtPtr?

    fileprivate var onStart: (NameKey, MarkupAttributes) -> DocumentError? = { _, _ in nil }
    fileprivate var onEnd: (NameKey) -> DocumentError? = { _ in nil }
    fileprivate var onText: (UnsafeBufferPointer<UInt8>) -> DocumentError? = { _ in nil }

    /// Gives the parse up.
    func stop(_ error: DocumentError) {
        guard failure == nil else { return }
        failure = error
        if let context { xmlStopParser(context) }
    }

    func startXML(
        _ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?,
        _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) {
        guard failure == nil, let local else { return }
        let attributes = MarkupAttributes(layout: .xml(list, count: count))
        if let error = onStart(NameKey(local: local, space: space), attributes) { stop(error) }
    }

    func startHTML(_ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard failure == nil, let name else { return }
        if let error = onStart(NameKey(local: name, space: nil), MarkupAttributes(layout: .html(list))) { stop(error) }
    }

    func end(_ local: UnsafePointer<xmlChar>?, _ space: UnsafePointer<xmlChar>?) {
        guard failure == nil, let local else { return }
        if let error = onEnd(NameKey(local: local, space: space)) { stop(error) }
    }

    func text(_ start: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard failure == nil, let start, count > 0 else { return }
        if let error = onText(UnsafeBufferPointer(start: start, count: Int(count))) { stop(error) }
    }

    /// The sink behind the pointer that libxml2 hands back.
    static func of(_ pointer: UnsafeMutableRawPointer?) -> MarkupSink? {
        pointer.map { Unmanaged<MarkupSink>.fromOpaque($0).takeUnretainedValue() }
    }
}

/// An element name as libxml2 keeps it: once each in a dictionary, so that its address stands for it.
private struct NameKey: Hashable {
    var local: UnsafePointer<xmlChar>
    var space: UnsafePointer<xmlChar>?
}

/// Feeds one consumer and watches the depth.
final class MarkupDrive<Consumer: MarkupConsumer> {
    private(set) var consumer: Consumer
    /// What the callbacks of libxml2 talk to.
    let sink = MarkupSink()
    private let limits: ReadingLimits
    private var known: [(key: NameKey, tag: Consumer.Tag)] = []
    private var open: [(name: NameKey, tag: Consumer.Tag)] = []
    private var depth = 0

    init(_ consumer: Consumer, limits: ReadingLimits) {
        self.consumer = consumer
        self.limits = limits
    }

    /// Lets the sink feed this drive until `disconnect`.
    func connect() {
        sink.onStart = { self.start($0, $1) }
        sink.onEnd = { self.end($0) }
        sink.onText = { self.text($0) }
    }

    /// Parts the two, which hold each other while connected.
    func disconnect() {
        sink.onStart = { _, _ in nil }
        sink.onEnd = { _ in nil }
        sink.onText = { _ in nil }
        sink.context = nil
    }

    private func start(_ name: NameKey, _ attributes: MarkupAttributes) -> DocumentError? {
        let tag = tag(name)
        depth += Consumer.weight(tag)
        open.append((name, tag))
        // Elements that may nest freely (unclosed font and span tags) have a far limit of their own.
        if depth > limits.depth || open.count > limits.depth * 16 { return .tooDeep(limits) }
        do throws(DocumentError) { try consumer.start(tag, attributes) } catch { return error }
        return nil
    }

    /// Ends the element and any still open within it; an end that nothing opened is ignored.
    private func end(_ name: NameKey) -> DocumentError? {
        guard let index = open.lastIndex(where: { $0.name == name }) else { return nil }
        while open.count > index {
            let tag = open.removeLast().tag
            depth -= Consumer.weight(tag)
            do throws(DocumentError) { try consumer.end(tag) } catch { return error }
        }
        return nil
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> DocumentError? {
        do throws(DocumentError) { try consumer.text(bytes) } catch { return error }
        return nil
    }

    /// Documents use few names, so they are kept in a row; what a hostile one adds beyond is looked up each time.
    private func tag(_ name: NameKey) -> Consumer.Tag {
        for entry in known where entry.key == name { return entry.tag }
        let space = name.space.map { String(cString: $0) } ?? ""
        let tag = Consumer.tag(String(cString: name.local), space: space)
        if known.count < 128 { known.append((name, tag)) }
        return tag
    }
}
