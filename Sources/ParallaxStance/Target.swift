import ParallaxAttribution
import ParallaxCore

/// Somebody or something that stance is measured toward.
struct Target {
  /// Name to report.
  var name: String
  /// Place as given.
  var start: Int?
  var end: Int?
  /// Its mentions, as tokens, in order and without overlap.
  var mentions: [Mention]

  struct Mention {
    var tokens: Range<Int>
    var sentence: Int
    /// Titles before the name.
    var title: Range<Int>
    var isName: Bool
  }
}

/// Chooses targets: those asked for, or the ones most mentioned.
struct TargetChooser {
  /// Most targets that are found.
  static let most = 10

  let segmented: SegmentedArticle
  let index: MentionIndex

  func targets() -> [Target] {
    let requests = segmented.article.targets
    return requests.isEmpty ? found() : requests.map(given)
  }

  // MARK: Found

  /// Those mentioned twice, or in the headline, the most mentioned first.
  private func found() -> [Target] {
    let paragraphs = segmented.article.paragraphs
    let ranked = index.entities.indices.filter { number in
      let entity = index.entities[number]
      if entity.named == 0 { return false }
      if entity.mentions.count >= 2 { return true }
      return entity.mentions.contains {
        paragraphs[segmented.sentences[index.mentions[$0].sentence].paragraph].role == .headline
      }
    }.sorted {
      let (a, b) = (index.entities[$0].mentions.count, index.entities[$1].mentions.count)
      return a != b ? a > b : $0 < $1
    }
    return ranked.prefix(Self.most).map { number in
      Target(name: name(of: number), mentions: mentions(of: number))
    }
  }

  private func name(of entity: Int) -> String { segmented.line(index.entities[entity].name) }

  private func mentions(of entity: Int) -> [Target.Mention] {
    index.entities[entity].mentions.map { number in
      let mention = index.mentions[number]
      return .init(
        tokens: mention.tokens, sentence: mention.sentence, title: mention.title, isName: mention.isName)
    }
  }

  // MARK: Given

  private func given(_ request: TargetRequest) -> Target {
    var target = Target(name: request.name ?? "", start: request.start, end: request.end, mentions: [])
    if let span = request.span, let place = place(span) {
      if target.name.isEmpty { target.name = segmented.article.string(span) }
      let entity = mention(at: place.tokens).map { index.mentions[$0].entity }
      target.mentions = merged([place], entity.map { mentions(of: $0) } ?? [])
      target.mentions = merged(target.mentions, aliases(request.aliases))
      return target
    }
    if request.start != nil && request.end != nil {
      return target
    }
    target.mentions = aliases([target.name] + request.aliases)
    if target.mentions.isEmpty { target.mentions = lastNames(of: target.name) }
    return target
  }

  /// Where the text calls *Ana Ruiz* nothing but *Ruiz*.
  private func lastNames(of name: String) -> [Target.Mention] {
    let words = name.split(whereSeparator: \.isWhitespace)
    guard words.count > 1, let last = words.last, last.first?.isUppercase ?? false else { return [] }
    return NameSearch(segmented).places(of: String(last)).filter { place in
      guard segmented.tokens[place.tokens.lowerBound].shape.contains(.capitalized),
        let number = mention(at: place.tokens)
      else { return false }
      let found = index.mentions[number]
      return found.tokens.upperBound == place.tokens.upperBound
        && found.tokens.count - found.title.count == place.tokens.count
    }
  }

  /// Every place that one of the names stands at, and every mention of who goes by it.
  private func aliases(_ names: [String]) -> [Target.Mention] {
    var all: [Target.Mention] = []
    for name in names {
      let places = NameSearch(segmented).places(of: name)
      all = merged(all, places)
      if let entity = index.entity(named: name) { all = merged(all, mentions(of: entity)) }
      for place in places {
        if let number = mention(at: place.tokens), index.mentions[number].tokens == place.tokens {
          all = merged(all, mentions(of: index.mentions[number].entity))
          break
        }
      }
    }
    return all
  }

  /// Both lists in order; where two overlap, the one of `first`.
  private func merged(_ first: [Target.Mention], _ second: [Target.Mention]) -> [Target.Mention] {
    var result: [Target.Mention] = []
    result.reserveCapacity(first.count + second.count)
    var a = 0
    var b = 0
    while a < first.count || b < second.count {
      if b == second.count {
        result.append(first[a])
        a += 1
      } else if a == first.count {
        if result.last.map({ $0.tokens.upperBound <= second[b].tokens.lowerBound }) ?? true {
          result.append(second[b])
        }
        b += 1
      } else if first[a].tokens.overlaps(second[b].tokens) {
        b += 1
      } else if first[a].tokens.lowerBound < second[b].tokens.lowerBound {
        result.append(first[a])
        a += 1
      } else {
        if result.last.map({ $0.tokens.upperBound <= second[b].tokens.lowerBound }) ?? true {
          result.append(second[b])
        }
        b += 1
      }
    }
    return result
  }

  /// The mention that a stretch of tokens touches last.
  private func mention(at tokens: Range<Int>) -> Int? {
    var low = 0
    var high = index.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if index.mentions[middle].tokens.lowerBound < tokens.upperBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 && index.mentions[low - 1].tokens.upperBound > tokens.lowerBound ? low - 1 : nil
  }

  /// The tokens and the sentence of a place in the text.
  private func place(_ span: TextSpan) -> Target.Mention? {
    let tokens = segmented.tokens
    let first = Self.search(tokens.count) { Int(tokens[$0].end) <= span.start }
    let end = Self.search(tokens.count) { Int(tokens[$0].start) < span.end }
    guard first < end else { return nil }
    let sentences = segmented.sentences
    let after = Self.search(sentences.count) { sentences[$0].tokens.upperBound <= first }
    guard after < sentences.count else { return nil }
    return .init(
      tokens: first..<min(end, sentences[after].tokens.upperBound), sentence: after, title: first..<first,
      isName: true)
  }

  /// The first number below `count` that is not `before`.
  static func search(_ count: Int, before: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if before(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
