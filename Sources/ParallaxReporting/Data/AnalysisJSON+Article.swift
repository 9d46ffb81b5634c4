import ParallaxCore

extension AnalysisJSON {
  /// The article of a stored analysis: its text, paragraphs and metadata, to be measured again.
  ///
  /// Inline markup (links, `<q>`, emphasis) and targets that were asked for are not stored and do not come back.
  ///
  /// - Returns: Nil when the JSON is no analysis.
  /// - Complexity: O(text).
  public static func article(_ json: JSONValue) -> Article? {
    guard json["schema"]?.string == schema, let id = json["id"]?.string, let document = json["document"],
      let source = document["source"]?.string, let text = document["text"]?.string
    else { return nil }
    var metadata = Metadata(
      source: source, format: document["format"]?.string.flatMap(Metadata.Format.init) ?? .text,
      encoding: document["encoding"]?.string ?? "utf-8")
    metadata.title = document["title"]?.string
    metadata.outlet = document["outlet"]?.string
    metadata.byline = document["byline"]?.string
    metadata.published = document["published"]?.string
    metadata.updated = document["updated"]?.string
    metadata.retrieved = document["retrieved"]?.string
    metadata.language = document["language"]?.string
    metadata.url = document["url"]?.string
    metadata.section = document["section"]?.string
    metadata.genre = document["genre"]?.string.flatMap(Metadata.Genre.init) ?? .unknown
    metadata.event = document["event"]?.string
    for member in document["provenance"]?.members ?? [] {
      metadata.provenance[member.key] = member.value.string
    }
    let bytes = Array(text.utf8)
    let starts = codePointStarts(bytes)
    var paragraphs: [Paragraph] = []
    var last = 0
    for paragraph in json["paragraphs"]?.array ?? [] {
      guard let role = paragraph["role"]?.string.flatMap(Role.init),
        let start = paragraph["start"]?.integer, let end = paragraph["end"]?.integer,
        start >= last, end >= start, end < starts.count
      else { return nil }
      last = end
      paragraphs.append(
        Paragraph(
          role: role, span: TextSpan(starts[start], starts[end]), level: paragraph["level"]?.integer,
          via: paragraph["via"]?.string))
    }
    return Article(id: id, metadata: metadata, text: bytes, paragraphs: paragraphs)
  }

  /// The byte at which each code point begins, and the end.
  private static func codePointStarts(_ bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    starts.reserveCapacity(bytes.count + 1)
    for (place, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 { starts.append(place) }
    starts.append(bytes.count)
    return starts
  }
}
