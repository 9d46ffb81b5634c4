/// An HTTP response as an archive keeps it: status, fields and a body as it was sent.
///
/// - SeeAlso: RFC 9112 (chunks), RFC 9110, 8.4 (content codings).
package struct HTTPResponse: Sendable {
  /// Status code (`200`).
  package var status: Int
  /// The fields.
  package var fields: HeaderFields
  /// The body, with the codings the fields name still on it.
  package var body: ArraySlice<UInt8>

  private static let headLimit = 1 << 18

  /// Reads a response; nil when the bytes do not begin as one or its head does not end.
  package init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Array("HTTP/".utf8)),
      case .complete(let head) = MessageHead.find(in: bytes, from: 0, limit: Self.headLimit),
      let first = head.lines.first
    else { return nil }
    let parts = first.split(separator: 0x20, maxSplits: 2)
    guard parts.count >= 2, parts[1].count == 3, let status = Int(String(decoding: parts[1], as: UTF8.self))
    else { return nil }
    self.status = status
    fields = HeaderFields(head.lines.dropFirst())
    body = bytes[head.end...]
  }

  /// Makes a response of parts, for one that came over the network.
  package init(status: Int, fields: HeaderFields, body: [UInt8]) {
    self.status = status
    self.fields = fields
    self.body = body[...]
  }

  /// What the body is, when the response says.
  package var mediaType: MediaType? { fields["Content-Type"].flatMap(MediaType.init) }

  /// The body without its codings.
  ///
  /// Archives often hold bodies that are decoded already below fields that say they are not; a body that does
  /// not begin as its coding does is taken as it is.
  ///
  /// - Parameters:
  ///   - limit: Bytes that are too many when passed, after decoding.
  ///   - isDechunked: Whether the chunks have been put together already.
  /// - Complexity: O(n) in the size of body and result.
  package func decodedBody(limit: Int, isDechunked: Bool = false) throws(HTTPFault) -> [UInt8] {
    var bytes = Array(body)
    if !isDechunked, tokens("Transfer-Encoding").contains("chunked"), let whole = try Self.dechunked(bytes) {
      bytes = whole
    }
    for coding in tokens("Content-Encoding").reversed() {
      guard let decoded = try Self.undo(coding, bytes, limit: limit) else { throw .unknownCoding(coding) }
      bytes = decoded
    }
    if bytes.count > limit { throw .compression(.tooLong(limit: limit)) }
    return bytes
  }

  /// Takes one coding off; nil for one that cannot be undone.
  private static func undo(_ coding: String, _ bytes: [UInt8], limit: Int) throws(HTTPFault) -> [UInt8]? {
    do throws(CompressionFault) {
      switch coding {
      case "gzip", "x-gzip":
        guard Decompression.isGzip(bytes) else { return bytes }
        return try Decompression.gunzip(bytes, limit: limit, ignoresTrailing: true)
      case "identity", "none", "": return bytes
      case _ where FormatDetector.looksLikeHTML(bytes): return bytes
      case "deflate": return try Decompression.undeflate(bytes, limit: limit)
      default: return nil
      }
    } catch {
      throw .compression(error)
    }
  }

  private func tokens(_ field: String) -> [String] {
    fields.fields.filter { $0.name.lowercased() == field.lowercased() }.flatMap { field in
      field.value.lowercased().split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
    }
  }

  /// The body of a chunked transfer; nil when it does not begin with a chunk.
  private static func dechunked(_ bytes: [UInt8]) throws(HTTPFault) -> [UInt8]? {
    var body: [UInt8] = []
    var at = 0
    while true {
      guard let newline = bytes[at...].prefix(1024).firstIndex(of: 0x0A),
        let size = chunkSize(bytes[at..<newline])
      else {
        if at == 0 { return nil }
        throw at == bytes.count ? .truncatedChunks : .badChunk(at)
      }
      if size == 0 { return body }
      let start = newline + 1
      guard size <= bytes.count - start else { throw .truncatedChunks }
      body += bytes[start..<start + size]
      at = start + size
      if at < bytes.count, bytes[at] == 0x0D { at += 1 }
      guard at < bytes.count else { throw .truncatedChunks }
      guard bytes[at] == 0x0A else { throw .badChunk(at) }
      at += 1
    }
  }

  /// The number at the start of a chunk's first line, in hexadecimal; extensions follow after a semicolon.
  private static func chunkSize(_ line: ArraySlice<UInt8>) -> Int? {
    let digits = line.prefix { $0 != 0x3B && $0 != 0x0D && $0 != 0x20 && $0 != 0x09 }
    guard (1...15).contains(digits.count) else { return nil }
    var size = 0
    for byte in digits {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      size = size << 4 | digit
    }
    return size
  }
}

/// What is wrong with a response's body.
package enum HTTPFault: Error, Equatable, CustomStringConvertible {
  /// The chunked body has no last chunk.
  case truncatedChunks
  /// No chunk begins where one should, at this byte of the body.
  case badChunk(Int)
  /// A content coding that cannot be undone.
  case unknownCoding(String)
  /// The compressed body is damaged or too long.
  case compression(CompressionFault)

  /// What is wrong, to stand after a name and a colon.
  package var description: String {
    switch self {
    case .truncatedChunks: "the response ends before its last chunk"
    case .badChunk(let place): "no chunk begins at byte \(place) of the response's body, where one should"
    case .unknownCoding(let coding): "the response is coded as “\(coding)”; gzip and deflate can be read"
    case .compression(let fault): fault.description
    }
  }
}

extension LoadingError {
  /// The error of an input that came as a response that cannot be used.
  package init(_ fault: HTTPFault, source: String) {
    if case .compression(let fault) = fault {
      self.init(fault, source: source)
    } else {
      self = .damaged(source: source, reason: fault.description)
    }
  }
}
