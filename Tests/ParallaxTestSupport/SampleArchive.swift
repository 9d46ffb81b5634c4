/// Builds web archives for tests, record by record, so that each record's bytes are known.
public struct SampleArchive: Sendable {
  /// The records, each with the empty lines that end it.
  public private(set) var records: [[UInt8]] = []

  /// Makes an archive without records.
  public init() {}

  /// All records one after the other.
  public var bytes: [UInt8] { records.flatMap { $0 } }
  /// A gzip member for each record.
  public var compressedByRecord: [UInt8] { records.flatMap { Compressed.gzip($0) } }
  /// One gzip member.
  public var compressedWhole: [UInt8] { Compressed.gzip(bytes) }

  /// Adds a record.
  public mutating func add(
    _ type: String, _ block: [UInt8], id: String? = nil, url: String? = nil,
    contentType: String = "application/http; msgtype=response", fields: [String] = []
  ) {
    let number = records.count + 1
    var head = ["WARC/1.0", "WARC-Type: \(type)"]
    head.append("WARC-Record-ID: <\(id ?? "urn:test:\(number)")>")
    head.append("WARC-Date: 2026-03-0\(number % 9 + 1)T12:00:00Z")
    if let url { head.append("WARC-Target-URI: \(url)") }
    head += fields + ["Content-Type: \(contentType)", "Content-Length: \(block.count)", "", ""]
    records.append(Array(head.joined(separator: "\r\n").utf8) + block + Array("\r\n\r\n".utf8))
  }

  /// Adds the response that brought a page.
  public mutating func addPage(
    _ body: [UInt8], url: String, id: String? = nil, status: String = "200 OK", type: String = "text/html",
    fields: [String] = [], recordFields: [String] = []
  ) {
    let head = ["HTTP/1.1 \(status)", "Content-Type: \(type)"] + fields + ["", ""]
    add(
      "response", Array(head.joined(separator: "\r\n").utf8) + body, id: id, url: url, fields: recordFields)
  }

  /// Adds the records that a crawler writes around pages.
  public mutating func addSurroundings(url: String) {
    add(
      "warcinfo", Array("software: test\r\nformat: WARC File Format 1.0\r\n".utf8),
      contentType: "application/warc-fields")
    add(
      "request", Array("GET / HTTP/1.1\r\nHost: ledger.example\r\n\r\n".utf8), url: url,
      contentType: "application/http; msgtype=request")
    add("metadata", Array("fetchTimeMs: 12\r\n".utf8), url: url, contentType: "application/warc-fields")
    add("revisit", Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8), url: url)
    addPage([0x89, 0x50, 0x4E, 0x47], url: url + "logo.png", type: "image/png")
    addPage(Array("<p>Moved</p>".utf8), url: url, status: "301 Moved Permanently")
  }

  /// The page of an invented article.
  public static func page(_ number: Int, words: Int = 40) -> [UInt8] {
    let sentence = "The council of Harrow Bay met on Tuesday, and the pier stays closed, the clerk said. "
    return Array(
      """
      <!doctype html><html><head><title>Pier report \(number)</title></head><body><article>
      <h1>Pier report \(number)</h1><p>Report number \(number) on the pier. \
      \(String(repeating: sentence, count: max(1, words / 16)))</p></article></body></html>
      """.utf8)
  }

  /// A body as chunks of a chunked transfer.
  public static func chunked(_ body: [UInt8], length: Int = 100) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    while at < body.count {
      let chunk = body[at..<min(body.count, at + length)]
      result += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + [0x0D, 0x0A]
      at += length
    }
    return result + Array("0\r\n\r\n".utf8)
  }
}
