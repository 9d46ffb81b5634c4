import ParallaxCore

/// Stretches of the page that hold no article text: ad slots, related links, furniture.
///
/// Long ones are folded in the text and drawn as one cell in the strip; nothing of them is left out.
enum FurnitureRun {
  /// Shorter stretches stay as they are.
  static let shortest = 4

  /// The paragraphs of an article in order, as ranges: long stretches of furniture together, others alone.
  static func ranges(_ paragraphs: [Paragraph]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while index < paragraphs.count {
      var end = index
      while end < paragraphs.count, isFurniture(paragraphs[end].role) { end += 1 }
      if end - index >= shortest {
        ranges.append(index..<end)
        index = end
      } else {
        end = max(end, index + 1)
        ranges += (index..<end).map { $0..<$0 + 1 }
        index = end
      }
    }
    return ranges
  }

  /// What a stretch holds, in words: `12 paragraphs of related links`.
  static func description(_ range: Range<Int>, of paragraphs: [Paragraph]) -> String {
    let roles = Role.allCases.filter { role in range.contains { paragraphs[$0].role == role } }
    let names = roles.map { RoleName.plural($0).lowercased() }
    return "\(range.count) paragraphs that are no part of the article: \(ReportFormat.list(names))"
  }

  private static func isFurniture(_ role: Role) -> Bool {
    switch role {
    case .advertisement, .related, .boilerplate: true
    default: false
    }
  }
}
