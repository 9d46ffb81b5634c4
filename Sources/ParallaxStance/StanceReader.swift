import ParallaxAttribution
import ParallaxCore

/// Tells of whom an article speaks well or ill, and by which of its words.
///
///     let reading = StanceReader().read(voiced, matches: matches, attributor: attributor)
///
/// What a target says itself is no stance toward it; what others say of it counts apart from what the author
/// says.
///
/// - SeeAlso: Rashkin, Singh and Choi 2016 (connotation frames: verbs show agent and patient in a light);
///   Hamborg and Donnay 2021 (polarity toward targets in news).
public struct StanceReader: Sendable {
  /// What stance reading gives.
  public struct Reading: Sendable {
    /// Stance toward each target, in the order given, or the most mentioned first.
    public var targets: [TargetStance] = []
    /// For each of the findings given, the target it is said of most surely; nil for none.
    public var findingTargets: [Int?] = []
  }

  /// Makes a reader.
  public init() {}

  /// Reads stance toward the targets of the article, or the main ones where it names none.
  ///
  /// - Parameters:
  ///   - voiced: The article with its voices.
  ///   - matches: What the lexicons found, in order of place, counted and not.
  ///   - attributor: The one that gave it its voices.
  /// - Complexity: O(n) in tokens, findings and mentions, for each target given by name.
  public func read(_ voiced: VoicedArticle, matches: [Finding], attributor: Attributor) -> Reading {
    let words = PolarWord.all(of: matches, in: voiced.segmented)
    return attributor.reading(voiced.segmented) { reader, index in
      let targets = TargetChooser(segmented: voiced.segmented, index: index).targets()
      var run = StanceRun(voiced: voiced, targets: targets, words: words, findings: matches.count)
      run.read(&reader)
      return run.reading()
    } ?? Reading(targets: [], findingTargets: Array(repeating: nil, count: matches.count))
  }
}

/// The reading of one article, sentence by sentence.
struct StanceRun {
  private let voiced: VoicedArticle
  private let targets: [Target]
  private let words: [PolarWord]
  private var evidence: [[TargetStance.Evidence]]
  private var labels: [LabelCount]
  /// The best share of each finding so far.
  private var shares: [Double]
  private var findingTargets: [Int?]
  private var speakers: SpeakerTargets
  /// Mentions of all targets by place.
  private let places: [Place]

  struct Place {
    var target: Int
    var mention: Int
    var tokens: Range<Int>
    var sentence: Int
  }

  init(voiced: VoicedArticle, targets: [Target], words: [PolarWord], findings: Int) {
    self.voiced = voiced
    self.targets = targets
    self.words = words
    evidence = Array(repeating: [], count: targets.count)
    labels = Array(repeating: LabelCount(), count: targets.count)
    shares = Array(repeating: 0, count: findings)
    findingTargets = Array(repeating: nil, count: findings)
    speakers = SpeakerTargets(voiced: voiced, targets: targets)
    var places: [Place] = []
    for (target, one) in targets.enumerated() {
      for (number, mention) in one.mentions.enumerated() {
        places.append(
          .init(target: target, mention: number, tokens: mention.tokens, sentence: mention.sentence))
      }
    }
    self.places = places.sorted {
      $0.tokens.lowerBound != $1.tokens.lowerBound
        ? $0.tokens.lowerBound < $1.tokens.lowerBound : $0.target < $1.target
    }
  }

  mutating func read(_ reader: inout ClauseReader) {
    var place = 0
    var word = 0
    while place < places.count {
      let sentence = places[place].sentence
      var end = place
      while end < places.count, places[end].sentence == sentence { end += 1 }
      while word < words.count, words[word].sentence < sentence { word += 1 }
      var last = word
      while last < words.count, words[last].sentence == sentence { last += 1 }
      read(sentence, places[place..<end], words[word..<last], &reader)
      word = last
      place = end
    }
  }

  private mutating func read(
    _ number: Int, _ places: ArraySlice<Place>, _ words: ArraySlice<PolarWord>, _ reader: inout ClauseReader
  ) {
    let sentence = voiced.segmented.sentences[number].tokens
    let tokens = voiced.segmented.tokens
    guard !words.isEmpty || places.contains(where: { mayBeLabelled($0, sentence) }) else { return }
    reader.read(sentence)
    for place in places {
      let mention = targets[place.target].mentions[place.mention]
      guard mention.isName else { continue }
      let labelReader = LabelReader(reader: reader, segmented: voiced.segmented, sentence: sentence)
      labels[place.target].add(labelReader, mention)
    }
    let finder = RelationFinder(reader: reader, tokens: tokens, sentence: sentence)
    var low = places.startIndex
    for word in words {
      while low < places.endIndex,
        places[low].tokens.upperBound + RelationFinder.reach < word.tokens.lowerBound
      {
        low += 1
      }
      weigh(word, places[low...], finder)
    }
  }

  /// A mention has words that may be labels beside it: a title, a small word before, a comma behind.
  private func mayBeLabelled(_ place: Place, _ sentence: Range<Int>) -> Bool {
    let mention = targets[place.target].mentions[place.mention]
    if !mention.isName { return false }
    if !mention.title.isEmpty { return true }
    let tokens = voiced.segmented.tokens
    let before = mention.tokens.lowerBound - 1
    if before >= sentence.lowerBound, tokens[before].kind == .word,
      !tokens[before].shape.contains(.capitalized)
    {
      return true
    }
    let after = mention.tokens.upperBound
    return after < sentence.upperBound && tokens[after].kind == .punctuation
  }

  /// Puts a word to the account of the targets near it.
  private mutating func weigh(_ word: PolarWord, _ places: ArraySlice<Place>, _ finder: RelationFinder) {
    var best: [(target: Int, bearing: RelationFinder.Bearing, share: Double)] = []
    for place in places {
      if place.tokens.lowerBound > word.tokens.upperBound + RelationFinder.reach { break }
      if place.tokens.overlaps(word.tokens) { continue }
      var bearing = finder.bearing(of: word, on: place.tokens)
      if speakers.speaks(place.target, inSegment: word.segment) { bearing.relation = .own }
      let share = StanceWeights.share(bearing.relation, distance: bearing.distance)
      if let known = best.firstIndex(where: { $0.target == place.target }) {
        if share > best[known].share { best[known] = (place.target, bearing, share) }
      } else if best.count < 64 {
        best.append((place.target, bearing, share))
      }
    }
    for (target, bearing, share) in best where bearing.value != 0 {
      for finding in word.findings where share > shares[finding] {
        shares[finding] = share
        findingTargets[finding] = target
      }
      evidence[target].append(
        .init(
          span: word.span, relation: bearing.relation, value: bearing.value, share: share, voice: word.voice,
          sentence: word.sentence))
    }
  }

  // MARK: Results

  func reading() -> StanceReader.Reading {
    .init(targets: targets.indices.map(stance), findingTargets: findingTargets)
  }

  private func stance(_ number: Int) -> TargetStance {
    let target = targets[number]
    let segmented = voiced.segmented
    var stance = TargetStance(
      name: target.name, start: target.start, end: target.end,
      mentions: target.mentions.map {
        TextSpan(
          Int(segmented.tokens[$0.tokens.lowerBound].start),
          Int(segmented.tokens[$0.tokens.upperBound - 1].end))
      })
    stance.labels = labels[number].sorted
    stance.evidence = evidence[number]
    stance.score(evidence[number])
    return stance
  }
}

extension TargetStance {
  /// Sums evidence up.
  package mutating func score(_ evidence: [Evidence]) {
    func sums(_ isIn: (Evidence) -> Bool) -> (positive: Double, negative: Double)? {
      var sums = (positive: 0.0, negative: 0.0)
      var isEmpty = true
      for one in evidence where isIn(one) && one.share > 0 {
        isEmpty = false
        let weight = StanceWeights.evidence * one.share * abs(one.value)
        if one.value > 0 { sums.positive += StanceWeights.praise * weight } else { sums.negative += weight }
      }
      return isEmpty ? nil : sums
    }
    positive = evidence.count { $0.value > 0 && $0.share > 0 }
    negative = evidence.count { $0.value < 0 && $0.share > 0 }
    if let all = sums({ _ in true }) {
      let interval = BetaInterval.score(positive: all.positive, negative: all.negative)
      score = interval.score
      low = min(interval.low, interval.score)
      high = max(interval.high, interval.score)
    }
    author = sums { $0.voice == .author }.map { BetaInterval.mean(positive: $0, negative: $1) }
    quoted = sums { $0.voice != .author }.map { BetaInterval.mean(positive: $0, negative: $1) }
  }
}
