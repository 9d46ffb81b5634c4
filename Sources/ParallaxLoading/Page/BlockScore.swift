import ParallaxCore

/// How much a block, seen alone, speaks for being part of an article: about its number of words when it is
/// prose, below zero when it looks like furniture.
enum BlockScore {
  static func score(_ block: Block, role: Role?) -> Float {
    let words = Float(min(block.words, 80))
    let density = Float(block.linkDensity)
    if let role {
      switch role {
      case .advertisement, .related, .promotion, .boilerplate: return -3
      case .credit, .byline: return -1
      default: break
      }
    }
    let marks = block.sentenceEnds + block.commas
    switch block.kind {
    case .heading: return density > 0.5 ? -2 : 1
    case .caption: return 0.5
    case .tableRow: return density > 0.8 ? -1 : min(words, 10) * 0.3
    case .listItem:
      if density > 0.5 { return words >= 12 && density < 0.85 ? 0 : -min(words, 10) * 0.5 - 1 }
      return block.sentenceEnds > 0 || words >= 12 ? words * 0.5 * (1 - density) : 0
    case .paragraph, .preformatted, .term:
      if density > 0.5 { return -min(words, 20) * 0.5 - 2 }
      if words >= 10 { return words * (1 - density) * (marks > 0 ? 1 : 0.3) }
      return block.sentenceEnds > 0 ? words * 0.3 : -2
    }
  }
}
