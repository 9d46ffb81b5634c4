import ParallaxKit

/// An input that has been read and whose article is still to be found.
struct PreparedInput: Sendable {
  /// What it is known by.
  let key: ContentKey
  /// Finds its article.
  let load: @Sendable () -> Result<Article, InputFailure>
}

extension InputLoader {
  /// Reads an input, so far as its key asks for it.
  func prepare(_ item: WorkItem) -> Result<PreparedInput, InputFailure> {
    switch item {
    case .file(let path, _), .address(let path, _), .bytes(_, let path):
      return catching(path) { try document(item, path: path) }.map { document in
        PreparedInput(key: ContentKey(document.parts)) {
          catching(path) { try article(of: document, loader) }
        }
      }
    case .record(let line, let path, let hints):
      guard case .line(let bytes, _) = line else { return load(line, path: path, hints).map(Self.loaded) }
      return .success(
        PreparedInput(key: ContentKey([Array("record".utf8), bytes] + hints.parts)) {
          load(line, path: path, hints)
        })
    case .capture(let capture, let path, let hints):
      return catching(capture, path) {
        try capture.page(limit: loader.options.limits.bytes, archive: path)
      }.map { page in
        let facts = [capture.id, capture.url, capture.retrieved, page.encoding].map {
          $0.map { Array($0.utf8) }
        }
        return PreparedInput(
          key: ContentKey([Array("capture".utf8)] + facts + hints.parts + [page.bytes])
        ) {
          catching(capture, path) { try article(of: capture, page: page, hints) }
        }
      }
    case .failure(let failure): return .failure(failure)
    }
  }

  /// An article that was found already, which only an overlong or broken line could be, and never is.
  private static func loaded(_ article: Article) -> PreparedInput {
    PreparedInput(key: ContentKey([Array("article".utf8), Array(article.id.utf8), article.text])) {
      .success(article)
    }
  }
}

extension InputLoader.Document {
  /// What the analysis of the document depends on.
  fileprivate var parts: [[UInt8]?] {
    let facts: [String?] = ["document", source, format?.rawValue, encoding, address]
    return facts.map { $0.map { Array($0.utf8) } } + hints.parts + [bytes]
  }
}

extension RecordHints {
  /// What an analysis depends on of these hints.
  fileprivate var parts: [[UInt8]?] {
    let targets = targets.map { target in
      ([target.name, target.start.map(String.init), target.end.map(String.init)].map { $0 ?? "" }
        + target.aliases).joined(separator: "\u{0}")
    }
    let facts: [String?] = [
      title, outlet, byline, published, retrieved, event, genre?.rawValue, language, url,
      targets.joined(separator: "\u{1}"),
    ]
    return facts.map { $0.map { Array($0.utf8) } }
  }
}
