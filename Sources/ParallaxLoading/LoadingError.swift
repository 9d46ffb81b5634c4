/// Why an input cannot be loaded. Every case is about the input; none is a fault of the program.
public enum LoadingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No bytes, or nothing but white space.
  case empty(source: String)
  /// Not text: what the bytes look like instead.
  case binary(source: String, kind: String)
  /// More bytes than the limit.
  case tooLarge(source: String, bytes: Int, limit: Int)
  /// Elements nested deeper than the limit.
  case tooDeep(source: String, limit: Int)
  /// More elements or paragraphs than the limit.
  case tooManyNodes(source: String, limit: Int)
  /// Loading took longer than the limit.
  case timedOut(source: String, seconds: Double)
  /// A page or text without a word to read.
  case noText(source: String)
  /// A declared encoding that cannot be read.
  case unknownEncoding(source: String, name: String)
  /// The HTML parser could not be set up, as when memory ran out.
  case parserFailed(source: String)
  /// A file or stream that cannot be read to its end.
  case unreadable(source: String, reason: String)
  /// A stream whose length cannot be told beforehand, or decompressed data, with more bytes than the limit.
  case overLimit(source: String, limit: Int, isDecompressed: Bool)
  /// Compressed data, an HTTP response or a record of an archive that is damaged or not complete.
  case damaged(source: String, reason: String)

  /// Short name for records and scripts; part of the contract, never reworded.
  public var code: String {
    switch self {
    case .empty: "empty"
    case .binary: "binary"
    case .tooLarge: "too-large"
    case .tooDeep: "too-deep"
    case .tooManyNodes: "too-many-nodes"
    case .timedOut: "time-limit"
    case .noText: "no-text"
    case .unknownEncoding: "unknown-encoding"
    case .parserFailed: "parser-failed"
    case .unreadable: "unreadable"
    case .overLimit: "too-large"
    case .damaged: "damaged"
    }
  }

  /// The input, as it was given.
  public var source: String {
    switch self {
    case .empty(let source), .binary(let source, _), .tooLarge(let source, _, _), .tooDeep(let source, _),
      .tooManyNodes(let source, _), .timedOut(let source, _), .noText(let source),
      .unknownEncoding(let source, _), .parserFailed(let source), .unreadable(let source, _),
      .overLimit(let source, _, _), .damaged(let source, _):
      source
    }
  }

  /// What is wrong and what would be right.
  public var description: String {
    switch self {
    case .empty(let source):
      "\(source): the input is empty; expected the text or the HTML of an article"
    case .binary(let source, let kind):
      "\(source): this is \(kind), not text; expected plain text or HTML"
    case .tooLarge(let source, let bytes, let limit):
      "\(source): \(bytes) bytes are more than the limit of \(limit); split the input or raise the limit"
    case .tooDeep(let source, let limit):
      "\(source): elements are nested deeper than the limit of \(limit); no article page needs that"
    case .tooManyNodes(let source, let limit):
      "\(source): more than \(limit) elements or paragraphs; split the input or raise the limit"
    case .timedOut(let source, let seconds):
      "\(source): loading took longer than the limit of \(Self.written(seconds)) s; raise the limit if the "
        + "input is sound"
    case .noText(let source):
      "\(source): no text found; the page may need a browser to show its text"
    case .unknownEncoding(let source, let name):
      "\(source): the encoding \"\(name)\" is not known; convert the input to UTF-8"
    case .parserFailed(let source):
      "\(source): the HTML parser could not start; there may be too little memory"
    case .unreadable(let source, let reason):
      "\(source): cannot be read: \(reason)"
    case .overLimit(let source, let limit, let isDecompressed):
      isDecompressed
        ? "\(source): decompresses to more than the limit of \(limit) bytes; no article needs that"
        : "\(source): more bytes than the limit of \(limit); split the input or raise the limit"
    case .damaged(let source, let reason):
      "\(source): \(reason)"
    }
  }

  /// Whole seconds without a fraction.
  private static func written(_ seconds: Double) -> String {
    Int(exactly: seconds).map { "\($0)" } ?? "\(seconds)"
  }
}
