import ParallaxCore
import ParallaxScoring

/// Judges which of the stretches that articles share are passages, and of what kind.
struct PassageReader {
  let comparison: OutletComparison
  let sequences: [WordSequence]
  /// The outlet of each article.
  let owners: [Int]

  /// What the equal words of a passage must tell together, in nats: ready-made phrases are made of common words.
  static let leastInformation: Float = 72
  /// The same for quotations.
  static let leastQuotedInformation: Float = 32
  /// The same for what is left of one between cuts.
  static let leastInformationBeside: Float = 30
  /// What its words must tell on the average.
  static let leastInformationOfWord: Float = 5.5
  /// The longest cut, in words.
  static let longestCut = 80
  /// Share of words that must be quoted, or another publication's, to make a place one of that kind.
  static let kindShare = 0.8

  private typealias Pair = (first: PassageGroups.Place, second: PassageGroups.Place, same: Int)

  /// Passages, the longest first.
  func passages(_ links: [PassageFinder.Link]) -> [SharedText.Passage] {
    var copies: [Pair] = []
    let links = links.map(trimmed).filter { !$0.match.blocks.isEmpty }
    for link in accepted(links) {
      copies.append(pair(link, link.match.first, link.match.second, same: link.match.same))
    }
    let quoted = links.flatMap { quotations(in: $0) }
    var credits = OutletsBySpeaker(names: comparison.outlets.map(\.name))
    let found =
      PassageGroups.groups(copies).map { passage($0, nil, &credits) }.filter { $0.kind != .quotation }
      + PassageGroups.groups(quoted).map { passage($0, .quotation, &credits) }
    return found.enumerated().sorted {
      $0.element.words != $1.element.words
        ? $0.element.words > $1.element.words : Self.comesFirst($0, $1)
    }.map(\.element)
  }

  private static func comesFirst(
    _ a: (offset: Int, element: SharedText.Passage), _ b: (offset: Int, element: SharedText.Passage)
  ) -> Bool {
    guard let first = a.element.places.first, let second = b.element.places.first else { return false }
    return (first.article, first.span.start, a.offset) < (second.article, second.span.start, b.offset)
  }

  private func pair(
    _ link: PassageFinder.Link, _ first: Range<Int>, _ second: Range<Int>, same: Int
  ) -> Pair {
    (.init(article: link.first, words: first), .init(article: link.second, words: second), same)
  }

  /// What the equal words of blocks tell, and how many of them tell anything.
  private func evidence(_ blocks: [PassageMatch.Block], of article: Int) -> (words: Int, information: Float) {
    blocks.reduce((0, 0)) { sum, block in
      let told = sequences[article].information[block.first..<block.first + block.count]
      return (sum.0 + told.count { $0 > 0 }, told.reduce(sum.1, +))
    }
  }

  /// Whether words tell enough, together and each.
  private static func isRare(_ evidence: (words: Int, information: Float), from least: Float) -> Bool {
    evidence.information >= least && evidence.information >= leastInformationOfWord * Float(evidence.words)
  }

  /// Stretches long and rare enough, and what is left of them between sentences cut out. Links come by pair of
  /// articles.
  private func accepted(_ links: [PassageFinder.Link]) -> [PassageFinder.Link] {
    var accepted: [PassageFinder.Link] = []
    var start = 0
    while start < links.count {
      var end = start + 1
      while end < links.count, links[end].first == links[start].first,
        links[end].second == links[start].second
      {
        end += 1
      }
      var sure: [PassageFinder.Link] = []
      var maybe: [PassageFinder.Link] = []
      for link in links[start..<end] where link.match.verbatim >= SharedText.leastVerbatim {
        let told = evidence(link.match.blocks, of: link.first)
        let stock = link.match.same - told.words
        if link.match.length - stock >= SharedText.leastWords, Self.isRare(told, from: Self.leastInformation),
          isMoreThanQuoted(link)
        {
          sure.append(link)
        } else if told.words >= SharedText.leastWordsBeside,
          Self.isRare(told, from: Self.leastInformationBeside)
        {
          maybe.append(link)
        }
      }
      accepted += sure
      // Both run in order of the second article, so that a look at the neighbours is enough.
      var next = 0
      for link in maybe {
        while next < sure.count,
          sure[next].match.second.upperBound + Self.longestCut < link.match.second.lowerBound
        {
          next += 1
        }
        if sure[next...].prefix(4).contains(where: { Self.isCut(link.match, $0.match) }) {
          accepted.append(link)
        }
      }
      start = end
    }
    return accepted
  }

  /// Whether enough equal words stand outside of quotations, and enough of what stands there is equal: two
  /// articles that quote the same sentence say little else in the same words.
  private func isMoreThanQuoted(_ link: PassageFinder.Link) -> Bool {
    let (a, b) = (sequences[link.first].isQuoted, sequences[link.second].isQuoted)
    let same = link.match.blocks.reduce(0) { sum, block in
      sum + (0..<block.count).count { !a[block.first + $0] || !b[block.second + $0] }
    }
    let all = max(link.match.first.count { !a[$0] }, link.match.second.count { !b[$0] })
    return same >= SharedText.leastUnquotedWords && Double(same) >= SharedText.leastVerbatim * Double(all)
  }

  /// Whether one stretch follows the other at once in one article, and after a cut in the other.
  private static func isCut(_ a: PassageMatch, _ b: PassageMatch) -> Bool {
    let (first, second) = a.second.lowerBound < b.second.lowerBound ? (a, b) : (b, a)
    let gaps = [
      second.first.lowerBound - first.first.upperBound, second.second.lowerBound - first.second.upperBound,
    ].sorted()
    return (-2...PassageMatch.longestEdit).contains(gaps[0]) && gaps[1] <= longestCut
  }

  /// A link without a few words of another paragraph at its ends.
  private func trimmed(_ link: PassageFinder.Link) -> PassageFinder.Link {
    var link = link
    link.match = link.match.clamped(
      first: trimmed(link.match.first, in: sequences[link.first]),
      second: trimmed(link.match.second, in: sequences[link.second]))
    return link
  }

  private func trimmed(_ words: Range<Int>, in sequence: WordSequence) -> Range<Int> {
    var (start, end) = (words.lowerBound, words.upperBound)
    let reach = min(words.count, SharedText.leastWordsBeside)
    if let cut = (start + 1..<start + max(1, reach)).last(where: { sequence.isParagraphStart[$0] }) {
      start = cut
    }
    if let cut = (max(start, end - reach + 1)..<end).first(where: { sequence.isParagraphStart[$0] }) {
      end = cut
    }
    return start..<max(start, end)
  }

  /// Stretches that are quoted in both articles.
  private func quotations(in link: PassageFinder.Link) -> [Pair] {
    let (a, b) = (sequences[link.first], sequences[link.second])
    var found: [Pair] = []
    var run: [PassageMatch.Block] = []
    func close() {
      defer { run.removeAll() }
      let match = PassageMatch(blocks: run)
      guard match.same >= SharedText.leastQuotedWords, match.verbatim >= SharedText.leastVerbatim,
        Self.isRare(evidence(run, of: link.first), from: Self.leastQuotedInformation)
      else { return }
      found.append(pair(link, match.first, match.second, same: match.same))
    }
    var last = (first: link.match.first.lowerBound, second: link.match.second.lowerBound)
    for block in link.match.blocks {
      // An edit inside a quotation is part of it when its words are quoted.
      let isBridged =
        a.isQuoted[last.first..<block.first].allSatisfy { $0 }
        && b.isQuoted[last.second..<block.second].allSatisfy { $0 }
      if !isBridged { close() }
      for step in 0..<block.count {
        guard a.isQuoted[block.first + step], b.isQuoted[block.second + step] else {
          close()
          continue
        }
        if let tail = run.last, tail.first + tail.count == block.first + step,
          tail.second + tail.count == block.second + step
        {
          run[run.count - 1].count += 1
        } else {
          run.append(.init(first: block.first + step, second: block.second + step, count: 1))
        }
      }
      last = (block.first + block.count, block.second + block.count)
    }
    close()
    return found
  }

  private func passage(
    _ group: PassageGroups.Group, _ kind: SharedText.Kind?, _ credits: inout OutletsBySpeaker
  ) -> SharedText.Passage {
    let places = group.places.map { place in
      let sequence = sequences[place.article]
      let tokens =
        Int(sequence.tokens[place.words.lowerBound])..<Int(sequence.tokens[place.words.upperBound - 1]) + 1
      let all = comparison.analyses[place.article].voiced.segmented.tokens
      return SharedText.Place(
        article: place.article,
        span: TextSpan(Int(all[tokens.lowerBound].start), Int(all[tokens.upperBound - 1].end)),
        tokens: tokens,
        words: place.words.count)
    }
    return SharedText.Passage(
      kind: kind ?? self.kind(places, &credits), places: places, words: places.map(\.words).max() ?? 0,
      verbatim: group.compared > 0 ? min(1, Double(group.same) / Double(group.compared)) : 1,
      outlets: Array(Set(places.map { owners[$0.article] })).sorted())
  }

  /// Quotation when all places are quoted speech; excerpt when one is another publication's words.
  private func kind(
    _ places: [SharedText.Place], _ credits: inout OutletsBySpeaker
  ) -> SharedText.Kind {
    let shares = places.map { share(of: [.direct], in: $0) }
    if shares.allSatisfy({ $0 >= Self.kindShare }) { return .quotation }
    let outlets = Set(places.map { owners[$0.article] })
    if places.contains(where: {
      share(of: [.excerpt], in: $0) >= 0.5 || isSetOff($0) || isCredited($0, among: outlets, &credits)
    }) {
      return .excerpt
    }
    return .copied
  }

  private func share(of voices: Set<Voice>, in place: SharedText.Place) -> Double {
    let voiced = comparison.analyses[place.article].voiced
    let words = place.tokens.filter { voiced.segmented.tokens[$0].isCounted }
    guard !words.isEmpty else { return 0 }
    return Double(words.count { voices.contains(voiced.voice(ofToken: $0)) }) / Double(words.count)
  }

  /// Whether the place lies in a paragraph that the page sets off as another's words.
  private func isSetOff(_ place: SharedText.Place) -> Bool {
    let middle = (place.span.start + place.span.end) / 2
    let article = comparison.analyses[place.article].article
    return ParagraphPlaces.paragraph(at: middle, in: article)?.role == .excerpt
  }

  /// Whether the article puts half of the place into the mouth of another outlet that has it too.
  ///
  /// - Complexity: O(tokens of the place), and once for each speaker the outlets' names.
  private func isCredited(
    _ place: SharedText.Place, among outlets: Set<Int>, _ credits: inout OutletsBySpeaker
  ) -> Bool {
    let voiced = comparison.analyses[place.article].voiced
    let own = owners[place.article]
    var credited = 0
    var last = -1
    var isOutlet = false
    for token in place.tokens where voiced.segmented.tokens[token].isCounted {
      let number = Int(voiced.tokenSegments[token])
      if number != last {
        last = number
        let segment = voiced.segments[number]
        isOutlet = false
        if segment.voice != .author, let speaker = segment.via ?? segment.speaker {
          isOutlet = credits.outlets(speaker).contains { $0 != own && outlets.contains($0) }
        }
      }
      if isOutlet { credited += 1 }
    }
    return credited * 2 >= place.words
  }
}
