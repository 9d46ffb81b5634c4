/// A web page as an archive holds it.
package struct Capture: Sendable {
  /// Place of its record in the archive, from 1.
  package var number: Int
  /// Where the record begins, in words.
  package var place: String
  /// The record's identifier.
  package var id: String
  /// Address of the page.
  package var url: String
  /// When it was retrieved, as ISO 8601.
  package var retrieved: String?
  /// The response that brought it, its body still coded.
  package var response: HTTPResponse
  /// Why the archive does not hold the page whole.
  package var complaint: String?
  /// Whether the record is longer than the limit.
  package var isOverLimit: Bool

  /// The page and the encoding that its server declared.
  ///
  /// - Parameter archive: The file, for errors.
  package func page(
    limit: Int, archive: String
  ) throws(LoadingError) -> (bytes: [UInt8], encoding: String?) {
    let name = "\(archive): record \(number) at \(place)"
    if let complaint { throw .damaged(source: name, reason: complaint) }
    if isOverLimit { throw .overLimit(source: name, limit: limit, isDecompressed: false) }
    do throws(HTTPFault) {
      return (try response.decodedBody(limit: limit), response.mediaType?.charset)
    } catch {
      throw LoadingError(error, source: name)
    }
  }
}

/// Gives the web pages of an archive, and reports what cannot be read.
///
/// Pages are `response` records of HTTP with a status of success and the type `text/html` or
/// `application/xhtml+xml`, and `resource` records of these types. Everything else is passed over.
package final class CaptureReader {
  /// What comes next.
  package enum Item: Sendable {
    case capture(Capture)
    case damage(WARCDamage)
  }

  private let reader: WARCReader
  private let archive: String
  /// How many records were read, damaged ones among them.
  package private(set) var records = 0
  /// How many of them were pages.
  package private(set) var captures = 0

  /// - Parameters:
  ///   - archive: The file, for identifiers of records that have none.
  ///   - limit: Bytes of the largest page.
  package init(_ source: any ByteSource, archive: String, limit: Int) {
    self.archive = archive
    // The head of the response is part of the block.
    reader = WARCReader(source, limit: limit + 1 << 18, keeps: Self.mayHoldPage)
  }

  /// The next page or damage, nil at the end.
  package func next() -> Item? {
    while let item = reader.next() {
      records += 1
      switch item {
      case .damage(let damage): return .damage(damage)
      case .record(let record):
        if let capture = capture(in: record) {
          captures += 1
          return .capture(capture)
        }
      }
    }
    return nil
  }

  private static func mayHoldPage(_ header: WARCRecord.Header) -> Bool {
    switch header.type {
    case "response":
      let target = header.target?.lowercased() ?? ""
      return target.hasPrefix("http://") || target.hasPrefix("https://")
    case "resource": return header.mediaType?.isHTML == true
    default: return false
    }
  }

  private func capture(in record: WARCRecord) -> Capture? {
    let header = record.header
    guard Self.mayHoldPage(header), let response = response(of: record) else { return nil }
    var complaint: String?
    if let reason = header.fields["WARC-Truncated"] {
      complaint = "the archive holds the page cut off (WARC-Truncated: \(reason))"
    } else if header.fields["WARC-Segment-Number"] != nil {
      complaint = "the archive holds the page in several segments"
    }
    return Capture(
      number: record.number, place: record.place, id: header.id ?? "\(archive)#\(record.number)",
      url: header.target ?? "\(archive)#\(record.number)", retrieved: header.date, response: response,
      complaint: complaint, isOverLimit: record.isOverLimit)
  }

  /// The response of a record, nil when it brings no page.
  private func response(of record: WARCRecord) -> HTTPResponse? {
    if record.header.type == "resource" {
      return HTTPResponse(status: 200, fields: record.header.fields, body: record.block)
    }
    guard let response = HTTPResponse(record.block), (200..<300).contains(response.status),
      response.status != 206
    else { return nil }
    if let type = response.mediaType { return type.isHTML ? response : nil }
    return FormatDetector.looksLikeHTML(Array(response.body.prefix(4096))) ? response : nil
  }
}
