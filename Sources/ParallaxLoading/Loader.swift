import ParallaxCore

/// Turns a web page or a plain text into an article: its text, what each paragraph is, and its metadata.
///
///     let article = try Loader().load(bytes, id: "a1", source: "story.html")
///
/// Nothing is fetched and nothing outside the input is read. The same input gives the same article.
public struct Loader: Sendable {
  /// How articles are loaded.
  public let options: LoadingOptions

  /// Makes a loader; it keeps no state between articles.
  public init(options: LoadingOptions = .init()) { self.options = options }

  /// Loads bytes as they come from a file or a server; gzip data are decompressed, whatever the file's name.
  ///
  /// - Parameter source: Path or URL exactly as it was given.
  /// - Parameter format: The form of the input; nil decides by the content.
  /// - Parameter declaredEncoding: The encoding that an HTTP header or the caller declares: the label alone, as
  ///   in `charset=…`. It wins over what the page declares, not over a byte order mark or what the bytes rule
  ///   out.
  /// - Throws: `LoadingError` when the input is no usable text; no input crashes.
  /// - Complexity: O(n) in the size of the input.
  public func load(
    _ bytes: [UInt8], id: String, source: String, format: Metadata.Format? = nil,
    declaredEncoding: String? = nil, hints: RecordHints = .init()
  ) throws(LoadingError) -> Article {
    try checkSize(bytes.count, source: source)
    let deadline = Deadline(seconds: options.limits.seconds)
    let bytes = try decompressed(bytes, source: source)
    let isMarkup = format == .html || format == nil && FormatDetector.looksLikeHTML(bytes)
    let decoded = try TextDecoder(declared: declaredEncoding, isMarkup: isMarkup).decode(
      bytes, source: source)
    let format = format ?? FormatDetector.format(of: decoded.utf8, source: source)
    return try load(decoded, id: id, source: source, format: format, hints: hints, deadline: deadline)
  }

  /// Loads the plain text of a record.
  public func load(
    text: String, id: String, source: String, hints: RecordHints = .init()
  ) throws(LoadingError) -> Article {
    let deadline = Deadline(seconds: options.limits.seconds)
    let utf8 = try bytes(of: text, source: source)
    return try load(
      DecodedText(utf8: utf8, encoding: "utf-8"), id: id, source: source, format: .text, hints: hints,
      deadline: deadline)
  }

  /// Loads the HTML of a record.
  public func load(
    html: String, id: String, source: String, hints: RecordHints = .init()
  ) throws(LoadingError) -> Article {
    let deadline = Deadline(seconds: options.limits.seconds)
    let utf8 = try bytes(of: html, source: source)
    return try load(
      DecodedText(utf8: utf8, encoding: "utf-8"), id: id, source: source, format: .html, hints: hints,
      deadline: deadline)
  }

  private func decompressed(_ bytes: [UInt8], source: String) throws(LoadingError) -> [UInt8] {
    guard Decompression.isGzip(bytes) else { return bytes }
    do throws(CompressionFault) {
      return try Decompression.gunzip(bytes, limit: options.limits.bytes)
    } catch {
      throw LoadingError(error, source: source)
    }
  }

  private func bytes(of string: String, source: String) throws(LoadingError) -> [UInt8] {
    try checkSize(string.utf8.count, source: source)
    var utf8 = Array(string.utf8)
    if utf8.contains(0) { utf8 = utf8.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } }
    return utf8
  }

  private func checkSize(_ count: Int, source: String) throws(LoadingError) {
    guard count > 0 else { throw .empty(source: source) }
    guard count <= options.limits.bytes else {
      throw .tooLarge(source: source, bytes: count, limit: options.limits.bytes)
    }
  }

  private func load(
    _ decoded: DecodedText, id: String, source: String, format: Metadata.Format, hints: RecordHints,
    deadline: Deadline
  ) throws(LoadingError) -> Article {
    try deadline.check(source)
    var metadata = Metadata(source: source, format: format, encoding: decoded.encoding)
    metadata.provenance["encoding"] = decoded.isFound
    var passages: [Passage]
    var notes = decoded.notes
    if format == .html {
      passages = try PageLoader(options: options, deadline: deadline).load(
        decoded.utf8, source: source, metadata: &metadata, notes: &notes)
    } else {
      let limit = options.limits.nodes
      let found =
        format == .markdown
        ? Markdown.paragraphs(decoded.utf8, limit: limit) : PlainText(decoded.utf8, limit: limit).paragraphs()
      guard let found else { throw .tooManyNodes(source: source, limit: limit) }
      guard !found.isEmpty else { throw .empty(source: source) }
      passages = found
      try deadline.check(source)
      PlainTextRoles.assign(to: &passages)
      PlainTextRoles.describe(passages, in: &metadata)
    }
    let targets = TargetPlaces(input: decoded.utf8).place(format == .text ? hints.targets : [], in: passages)
    var builder = ArticleBuilder()
    for passage in passages { builder.append(passage) }
    guard !builder.paragraphs.isEmpty else { throw .noText(source: source) }
    try deadline.check(source)
    hints.apply(to: &metadata)
    notes += MojibakeCheck.notes(on: builder.text, isNoted: notes.contains { $0.contains("U+FFFD") })
    return Article(
      id: id, metadata: metadata, text: builder.text, paragraphs: builder.paragraphs,
      targets: format == .text ? targets : hints.targets,
      notes: notes)
  }
}

extension RecordHints {
  /// Sets what the record says, over what the page says.
  func apply(to metadata: inout Metadata) {
    func set(_ key: String, _ path: WritableKeyPath<Metadata, String?>, _ value: String?) {
      guard let value, let folded = WhiteSpace.folded(value) else { return }
      metadata[keyPath: path] = folded
      metadata.provenance[key] = "record"
    }
    set("title", \.title, title)
    set("outlet", \.outlet, outlet)
    set("byline", \.byline, byline)
    set("published", \.published, published)
    set("retrieved", \.retrieved, retrieved)
    set("event", \.event, event)
    set("language", \.language, language)
    set("url", \.url, url)
    if let genre {
      metadata.genre = genre
      metadata.provenance["genre"] = "record"
    }
  }
}
