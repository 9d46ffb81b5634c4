import ParallaxCore

/// A passage of another publication, set off as paragraphs of its own.
struct Excerpt {
  /// Its paragraphs.
  var paragraphs: Range<Int>
  /// The publication's name, as tokens.
  var via: Range<Int>?
  /// Where the lead-in names the source.
  var source: Range<Int>?
  /// The lead-in's cue, or its colon.
  var cue: Range<Int>?
}

/// Finds passages of other publications where the markup that set them off is lost.
///
/// A paragraph that ends in a colon announces one. The paragraphs after it are taken as long as they read as
/// a report and the article's own paragraphs do not: with attributions, dates and figures, and without the
/// signs of a writer talking to readers (*I, we, you*, contractions, questions, guesses).
struct ExcerptFinder {
  let lexicon: CueLexicon
  let segmented: SegmentedArticle
  let drafts: [Draft]
  let owners: [Int32]
  let isQuoted: [Bool]
  /// Reports that end a paragraph with a colon, by paragraph.
  let announcements: [Int: Draft]

  /// How strongly the signs weigh; chosen by hand on articles of our own.
  private enum Weight {
    static let report = 1.0
    static let date = 0.5
    static let figure = 0.3
    static let short = 0.5
    static let long = -0.7
    static let contraction = -1.0
    static let person = -1.5
    static let question = -1.5
    static let guess = -0.5
    static let interjection = -1.0
    static let ellipsis = 1.0
    static let interruption = -1.0
    static let namesPublication = -1.5
    /// Of the first paragraph after a lead-in that names its source, and after another.
    static let announced = 1.5
    static let led = 0.5
    /// Of the next paragraphs, after an ellipsis and otherwise.
    static let goesOn = 1.5
    static let follows = 0.6
    /// What the next paragraphs must reach.
    static let needed = 0.8
  }

  /// Longest run of paragraphs taken for one excerpt.
  private static let longest = 10

  /// All excerpts, in order.
  func find() -> [Excerpt] {
    guard segmented.article.paragraphs.indices.contains(where: isLeadIn) else { return [] }
    var found: [Excerpt] = []
    let scores = segmented.article.paragraphs.indices.map(score)
    var own = OwnScore()
    var index = 0
    while index < scores.count {
      guard isLeadIn(index), let excerpt = excerpt(after: index, scores: scores, own: own.mean) else {
        if isOwn(index) { own.add(scores[index]) }
        index += 1
        continue
      }
      found.append(excerpt)
      if isOwn(index) { own.add(scores[index]) }
      index = excerpt.paragraphs.upperBound
    }
    return found
  }

  // MARK: Lead-ins

  private func role(_ index: Int) -> Role { segmented.article.paragraphs[index].role }

  private func byte(_ token: Int) -> UInt8 { segmented.article.text[Int(segmented.tokens[token].start)] }

  private func classes(_ token: Int) -> WordClasses { lexicon.entry(segmented.tokens[token].word).classes }

  /// Running text that ends in a colon.
  private func isLeadIn(_ index: Int) -> Bool {
    guard role(index) == .body, let last = segmented.paragraphTokens[index].last else { return false }
    return byte(last) == UInt8(ascii: ":") && !isQuoted[last]
  }

  private func excerpt(after leadIn: Int, scores: [Double], own: Double) -> Excerpt? {
    var first = leadIn + 1
    while first < scores.count, first < leadIn + 4, !role(first).isEditorial { first += 1 }
    guard first < scores.count, role(first) == .body || role(first) == .excerpt else { return nil }
    let tokens = segmented.paragraphTokens[leadIn]
    let announcement = announcements[leadIn]
    let via = publication(of: announcement, in: tokens)
    var excerpt = Excerpt(paragraphs: first..<first, via: via)
    excerpt.source = announcement?.sourceTokens ?? via
    excerpt.cue = announcement?.cueTokens ?? (tokens.upperBound - 1..<tokens.upperBound)
    var end = first
    if role(first) == .excerpt {
      while end < scores.count, role(end) == .excerpt { end += 1 }
    } else {
      let isStrong = announcement != nil || via != nil
      guard isStrong || own < 0 && segmented.words(in: tokens) >= 8 else { return nil }
      end = runEnd(from: first, own: own, isStrong: isStrong, scores: scores)
    }
    guard end > first else { return nil }
    excerpt.paragraphs = first..<end
    if excerpt.via == nil, announcement == nil { excerpt.via = publication(after: end) }
    return excerpt
  }

  /// End of the paragraphs from `first` on that read as another's.
  private func runEnd(from first: Int, own: Double, isStrong: Bool, scores: [Double]) -> Int {
    var end = first
    var index = first
    var isInterrupted = false
    var endsOpen = false
    while index < scores.count, index - first < Self.longest {
      guard role(index) == .body else {
        if role(index).isEditorial { break }
        isInterrupted = true
        index += 1
        continue
      }
      guard isProse(index), !isLeadIn(index) else { break }
      var score = scores[index]
      if index == first {
        score += isStrong ? Weight.announced : Weight.led
      } else {
        score += endsOpen ? Weight.goesOn : Weight.follows
      }
      if isInterrupted { score += Weight.interruption }
      // Where the article itself reads as a report, only a clear announcement counts, and what it holds.
      let isHeld = isStrong && index == first || endsOpen
      let needed = isHeld ? 0 : max(index == first ? 0 : Weight.needed, own + 1)
      guard score > needed else { break }
      end = index + 1
      endsOpen = endsInEllipsis(index)
      isInterrupted = false
      index += 1
    }
    return end
  }

  /// How much the article's own paragraphs so far read as a report, as a mean.
  private struct OwnScore {
    private var sum = 0.0
    private var count = 0

    var mean: Double { count == 0 ? 1 : sum / Double(count) }

    mutating func add(_ score: Double) {
      sum += score
      count += 1
    }
  }

  private func isOwn(_ index: Int) -> Bool {
    role(index) == .body && segmented.paragraphTokens[index].count > 8
  }

  /// Words of another's: at least a sentence, and not begun by a quotation mark or a bullet.
  private func isProse(_ index: Int) -> Bool {
    let range = segmented.paragraphTokens[index]
    guard let first = range.first else { return false }
    let token = segmented.tokens[first]
    guard token.kind == .word || token.kind == .number,
      token.shape.contains(.capitalized) || token.kind == .number
    else { return false }
    return segmented.words(in: range) >= 12
  }

  private func endsInEllipsis(_ index: Int) -> Bool {
    guard let last = segmented.paragraphTokens[index].last else { return false }
    let token = segmented.tokens[last]
    return byte(last) == UInt8(ascii: ".") && token.end - token.start >= 3
      || byte(last) == 0xE2 && token.kind == .punctuation && token.end - token.start == 3
        && segmented.article.text[Int(token.end) - 1] == 0xA6
  }

  // MARK: Signs

  /// How much a paragraph reads as a report (above zero) or as its writer's own talk (below).
  private func score(_ index: Int) -> Double {
    let range = segmented.paragraphTokens[index]
    guard role(index) == .body, !range.isEmpty else { return 0 }
    var contractions = 0
    var guesses = 0
    var isReport = false
    var hasDate = false
    var hasFigure = false
    var isPersonal = false
    var asks = false
    for token in range {
      let kind = segmented.tokens[token].kind
      if isQuoted[token] { continue }
      if owners[token] >= 0, drafts[Int(owners[token])].kind == .speech { isReport = true }
      let classes = self.classes(token)
      switch kind {
      case .word:
        // *US* is a country.
        if classes.contains(.first), !segmented.tokens[token].shape.contains(.allCapitals) {
          isPersonal = true
        }
        if classes.contains(.guess) { guesses += 1 }
        if classes.contains(.time) && segmented.tokens[token].shape.contains(.capitalized) { hasDate = true }
        if classes.contains(.contracted) { contractions += 1 }
      case .clitic:
        if !classes.isDisjoint(with: .auxiliary)
          || token > range.lowerBound && self.classes(token - 1).contains(.pronoun)
        {
          contractions += 1
        }
      case .number: hasFigure = true
      case .punctuation: if byte(token) == UInt8(ascii: "?") { asks = true }
      default: break
      }
    }
    let words = segmented.words(in: range)
    var score = 0.0
    if isReport { score += Weight.report }
    if hasDate { score += Weight.date }
    if hasFigure { score += Weight.figure }
    if words <= 60 { score += Weight.short } else if words > 90 { score += Weight.long }
    score += Weight.contraction * Double(min(2, contractions)) + Weight.guess * Double(min(3, guesses))
    if isPersonal { score += Weight.person }
    if asks { score += Weight.question }
    if opensWithInterjection(range) { score += Weight.interjection }
    if endsInEllipsis(index) { score += Weight.ellipsis }
    if publicationNamed(in: range) != nil { score += Weight.namesPublication }
    return score
  }

  /// *Well, …* – *So, …* – *Yes, …*
  private func opensWithInterjection(_ range: Range<Int>) -> Bool {
    classes(range.lowerBound).contains(.interjection)
  }

  // MARK: Publications

  /// The publication an announcement names: its source, or that source’s owner (*the Ledger’s Ana Vale*).
  private func publication(of announcement: Draft?, in leadIn: Range<Int>) -> Range<Int>? {
    if let source = announcement?.sourceTokens {
      var end = source.lowerBound
      while end > leadIn.lowerBound, byte(end - 1) == UInt8(ascii: "'") || byte(end - 1) == 0xE2 { end -= 1 }
      if end < source.lowerBound, let owner = nameEnding(at: end, low: leadIn.lowerBound) { return owner }
      for token in source.dropLast() where isOwnerMark(token) {
        if let owner = nameEnding(at: token, low: source.lowerBound) { return owner }
      }
      let isNamed = source.contains {
        segmented.tokens[$0].shape.contains(.capitalized)
          && !segmented.tokens[$0].shape.contains(.sentenceStart)
      }
      let last = classes(source.upperBound - 1)
      if isNamed, !classes(source.lowerBound).contains(.pronoun),
        last.isDisjoint(with: [.plural, .collective])
      {
        return source
      }
    }
    return publicationNamed(in: leadIn)
  }

  /// *’s*, or the bare apostrophe of *the Times’ Ana Vale*.
  private func isOwnerMark(_ token: Int) -> Bool {
    let mark = segmented.tokens[token]
    if mark.kind == .clitic { return true }
    return mark.kind == .punctuation && !mark.shape.contains(.spaceBefore)
      && (byte(token) == UInt8(ascii: "'")
        || byte(token) == 0xE2 && mark.end - mark.start == 3
          && segmented.article.text[Int(mark.end) - 1] == 0x99)
  }

  /// *the Ledger’s report*
  private func publicationNamed(in range: Range<Int>) -> Range<Int>? {
    for token in range.dropLast() where segmented.tokens[token].kind == .clitic && !isQuoted[token] {
      let next = segmented.tokens[token + 1]
      guard classes(token + 1).contains(.publication), next.kind == .word else { continue }
      if let owner = nameEnding(at: token, low: range.lowerBound) { return owner }
    }
    return nil
  }

  /// The publication named right after an excerpt: *CNN’s report makes that less likely*.
  private func publication(after end: Int) -> Range<Int>? {
    var seen = 0
    var index = end
    while index < min(segmented.paragraphTokens.count, end + 12), seen < 2 {
      if role(index) == .body {
        seen += 1
        if let sentence = segmented.paragraphSentences[index].first {
          if let found = publicationNamed(in: segmented.sentences[sentence].tokens) { return found }
        }
      }
      index += 1
    }
    return nil
  }

  /// The run of capitalized words that ends before `end`.
  private func nameEnding(at end: Int, low: Int) -> Range<Int>? {
    var start = end
    while start > low, segmented.tokens[start - 1].kind == .word,
      segmented.tokens[start - 1].shape.contains(.capitalized), end - start < 6
    {
      start -= 1
    }
    return start < end && classes(start).isDisjoint(with: [.pronoun, .possessive]) ? start..<end : nil
  }
}
