import ParallaxCore

/// Gives the paragraphs of a plain text their roles.
struct PlainTextRoles {
  /// Longest headline or subhead, in words.
  private static let longestHeading = 24

  /// - Complexity: O(n).
  static func assign(to passages: inout [Passage]) {
    let shapes = passages.map { PassageShape($0.text) }
    var isListingRelated = false
    for index in passages.indices {
      let shape = shapes[index]
      let found = FurnitureRules.role(of: shape)
      if found == .related {
        isListingRelated = FurnitureRules.announcesRelated(shape)
      } else if isListingRelated && found != .advertisement {
        isListingRelated = found == nil && isShortLine(shape)
        if isListingRelated {
          passages[index].role = .related
          continue
        }
      }
      if let found, passages[index].role == .body || passages[index].role == .listItem {
        passages[index].role = found
      }
    }
    dropLonelyRoles(&passages, shapes)
    markHeadline(&passages, shapes)
    markSubheads(&passages, shapes)
  }

  /// Takes title, byline and date from the lines that hold them.
  static func describe(_ passages: [Passage], in metadata: inout Metadata) {
    func set(_ key: String, _ path: WritableKeyPath<Metadata, String?>, _ value: String?) {
      guard metadata[keyPath: path] == nil, let value else { return }
      metadata[keyPath: path] = value
      metadata.provenance[key] = "text"
    }
    for passage in passages {
      let text = String(decoding: passage.text, as: UTF8.self)
      switch passage.role {
      case .headline: set("title", \.title, text)
      case .byline:
        if text.lowercased().hasPrefix("by ") { set("byline", \.byline, String(text.dropFirst(3))) }
        if text.lowercased().contains("updated") {
          set("updated", \.updated, DateText.find(in: text))
        } else {
          set("published", \.published, DateText.find(in: text))
        }
      default: break
      }
    }
  }

  /// A link's text: short, and no sentence of the article.
  private static func isShortLine(_ shape: PassageShape) -> Bool {
    shape.words <= 20 && !(shape.endsSentence && shape.words > 12)
  }

  /// A text of which everything would be dropped is kept as it is: "Share" alone is a text, too.
  private static func dropLonelyRoles(_ passages: inout [Passage], _ shapes: [PassageShape]) {
    guard passages.allSatisfy({ $0.role == .boilerplate }) else { return }
    for index in passages.indices { passages[index].role = .body }
  }

  /// The first line is the headline when it is short, no sentence, and paragraphs follow.
  private static func markHeadline(_ passages: inout [Passage], _ shapes: [PassageShape]) {
    guard !passages.contains(where: { $0.role == .headline }),
      let first = passages.indices.first(where: { passages[$0].role != .advertisement }),
      passages[first].role == .body, shapes[first].words > 0, shapes[first].words <= longestHeading,
      passages[first].text.count <= 200, !endsLikeBody(passages[first].text)
    else { return }
    let following = passages.indices.filter { $0 > first && passages[$0].role == .body }
    let words = following.reduce(0) { $0 + shapes[$1].words }
    let longest = following.reduce(0) { max($0, shapes[$1].words) }
    guard longest > shapes[first].words, following.count >= 2 && words >= 25 || words >= 40 else { return }
    passages[first].role = .headline
    passages[first].level = 1
  }

  /// A short line without an end mark between paragraphs is a heading of the part that follows.
  private static func markSubheads(_ passages: inout [Passage], _ shapes: [PassageShape]) {
    guard passages.contains(where: { $0.role == .headline }) else { return }
    for index in passages.indices.dropFirst().dropLast() where passages[index].role == .body {
      let shape = shapes[index]
      let first = passages[index].text[0]
      guard shape.words > 0, shape.words <= 10, shape.commas <= 1, !endsLikeBody(passages[index].text),
        passages[index].text.last != 0x3F, passages[index].text.last != 0x21,
        first &- 0x41 < 26 || first &- 0x30 < 10 || first >= 0xC3,
        passages[index + 1].role == .body, shapes[index + 1].words > 2 * shape.words,
        shapes[index + 1].words >= 15
      else { continue }
      passages[index].role = .subhead
      passages[index].level = 2
    }
  }

  /// Ends on a mark that headings do not end on: a full stop, colon, comma, semicolon, dash, quotation mark.
  private static func endsLikeBody(_ text: [UInt8]) -> Bool {
    guard let last = text.last else { return true }
    if [0x2E, 0x3A, 0x2C, 0x3B, 0x2D].contains(last) { return true }
    // Ellipsis and dashes; a closing quotation mark can end a headline.
    return text.count > 2 && last == 0xA6 && text[text.count - 2] == 0x80
  }
}
