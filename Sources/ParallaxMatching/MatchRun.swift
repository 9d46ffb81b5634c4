import ParallaxCore
import ParallaxLexicon

/// The matching of one article: candidates, guards, overlap, modifiers, findings, sentence by sentence.
struct MatchRun {
  private let matcher: Matcher
  private let entries: EntryTable
  private var view: ArticleView
  private var walker: TrieWalker
  private var overlap: Overlap
  private var intensity = Intensity()
  private var found: [Finding] = []
  private var judged: [JudgedCandidate] = []
  private var ranges: [Range<Int>] = []
  private var casingIsKnown = false
  /// Surnames that the article has shown; nil before one is asked for.
  private var surnames: Set<WordID>?

  init(matcher: Matcher, view: ArticleView, walker: TrieWalker) {
    self.matcher = matcher
    self.view = view
    self.walker = walker
    entries = matcher.entries
    overlap = Overlap(entries: matcher.entries)
  }

  /// All findings of the article, in order of place.
  mutating func findings(_ sentences: [Sentence], _ paragraphs: [Paragraph]) -> [Finding] {
    // News holds about one in five tokens; growing an array of findings moves them all.
    found.reserveCapacity((sentences.last?.tokens.upperBound ?? 0) / 4)
    for (index, sentence) in sentences.enumerated() {
      walker.candidates.removeAll(keepingCapacity: true)
      walker.walk(sentence.tokens)
      let isTriggered = !walker.triggers.isDisjoint(with: matcher.triggers)
      if walker.candidates.isEmpty && !isTriggered { continue }
      view.sentence = sentence.tokens
      view.sentenceIndex = index
      view.paragraph = sentence.paragraph
      view.role = paragraphs[sentence.paragraph].role
      view.casing = .normal
      casingIsKnown = false
      judgeSentence(isTriggered: isTriggered)
    }
    return found
  }

  private mutating func judgeSentence(isTriggered: Bool) {
    judged.removeAll(keepingCapacity: true)
    if isTriggered { addDetections() }
    for candidate in walker.candidates {
      judged.append(JudgedCandidate(candidate: candidate, reason: objection(to: candidate)))
    }
    if judged.count > 1 { overlap.resolve(&judged, in: view.sentence) }
    report()
  }

  private mutating func addDetections() {
    for (number, triggers) in matcher.detectorTriggers.enumerated()
    where !triggers.isDisjoint(with: walker.triggers) {
      ranges.removeAll(keepingCapacity: true)
      matcher.detectors[number].find(in: view, into: &ranges)
      let entry = UInt32(matcher.firstDetector + number)
      let isSuppressed = entries[entry].flags.contains(.suppressed)
      for range in ranges {
        let candidate = Candidate(
          entry: entry, start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
        judged.append(JudgedCandidate(candidate: candidate, reason: isSuppressed ? .suppressed : nil))
      }
    }
  }

  /// Why a candidate does not count, overlap aside; nil when it does.
  private mutating func objection(to candidate: Candidate) -> Finding.NotCounted? {
    let facts = entries[candidate.entry]
    if facts.flags.contains(.suppressed) { return .suppressed }
    let range = Int(candidate.start)..<Int(candidate.end)
    if facts.guards >= 0 && !entries.guards(facts.guards).allow(range, in: view) { return .exception }
    if facts.flags.contains(.engagement) && view.voice(range.lowerBound) == .direct { return .exception }
    if facts.flags.contains(.allowsNames) { return nil }
    for index in range where view[index].shape.contains(.capitalized) {
      if !casingIsKnown {
        view.casing = view.measuredCasing()
        casingIsKnown = true
      }
      let isName = matcher.nameGuard.isName(range, capitals: entries.capitals(facts.capitals), in: view)
      return isName || isKnownSurname(range) ? .name : nil
    }
    return nil
  }

  /// Whether the match is one word that opens a sentence, and elsewhere in the article a surname.
  private mutating func isKnownSurname(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    guard range.count == 1, view.casing == .normal, view[first].shape.contains(.sentenceStart),
      !view[first].shape.contains(.allCapitals), view.isContent(first)
    else { return false }
    if surnames == nil { surnames = NameGuard.surnames(in: view) }
    return surnames?.contains(view.word(first)) ?? false
  }

  // MARK: Findings

  private mutating func report() {
    if judged.count > 1 { sortByPlace() }
    let first = found.count
    intensity.removeAll()
    var last: Candidate?
    for index in judged.indices {
      let one = judged[index]
      // One entry may fit the same words in two ways.
      if one.candidate == last { continue }
      last = one.candidate
      if one.reason == nil && entries[one.candidate.entry].factor > 0 {
        intensity.add(
          .init(
            start: Int(one.candidate.start), end: Int(one.candidate.end),
            factor: entries[one.candidate.entry].factor,
            place: found.count))
      }
      found.append(finding(one))
    }
    intensity.sort()
    var place = first
    last = nil
    for index in judged.indices where judged[index].candidate != last {
      last = judged[index].candidate
      if judged[index].reason == nil { modify(place, judged[index].candidate) }
      place += 1
    }
    if !view.role.isEditorial || matcher.leavesOut { settle(from: first) }
  }

  private mutating func sortByPlace() {
    let entries = self.entries
    judged.sortFew {
      let (a, b) = ($0.candidate, $1.candidate)
      if a.start != b.start { return a.start < b.start }
      if a.end != b.end { return a.end < b.end }
      let (rankA, rankB) = (entries[a.entry].precedence, entries[b.entry].precedence)
      if rankA != rankB { return rankA < rankB }
      if a.entry != b.entry { return a.entry < b.entry }
      return $0.reason == nil && $1.reason != nil
    }
  }

  private func finding(_ judged: JudgedCandidate) -> Finding {
    let start = Int(judged.candidate.start)
    let end = Int(judged.candidate.end)
    var finding = Finding(
      entry: entries.info(judged.candidate.entry),
      span: TextSpan(Int(view[start].start), Int(view[end - 1].end)), paragraph: view.paragraph,
      sentence: view.sentenceIndex, segment: Int(view.tokenSegments[start]), voice: view.voice(start))
    if let reason = judged.reason {
      finding.counted = false
      finding.reason = reason
    }
    return finding
  }

  /// Applies intensity and negation to a finding that stands.
  private mutating func modify(_ place: Int, _ candidate: Candidate) {
    let facts = entries[candidate.entry]
    let start = Int(candidate.start)
    let isStance = facts.stance != 0
    if facts.factor == 0 && (facts.layer == 0 || isStance) && !facts.flags.contains(.device) {
      if !intensity.words.isEmpty {
        for word in intensity.reaching(start, in: view) { intensify(place, by: word, consumes: !isStance) }
      }
    }
    if facts.negation > 0, let negator = matcher.negation.negator(before: start, in: view) {
      let effect = NegationEffect.all[Int(facts.negation)]
      let span = TextSpan(Int(view[negator.lowerBound].start), Int(view[negator.upperBound - 1].end))
      found[place].modifiers.append(.init(kind: .negation, span: span, factor: effect.factor))
      found[place].negated = true
      found[place].effectiveWeight *= effect.factor
      if effect.reverses { found[place].polarity = found[place].polarity.reversed }
    }
    if found[place].modifiers.count > 1 { found[place].modifiers.sort { $0.span < $1.span } }
  }

  /// - Parameter consumes: Whether the intensifier then adds no weight of its own.
  private mutating func intensify(_ place: Int, by word: Intensity.Word, consumes: Bool) {
    found[place].modifiers.append(
      .init(
        kind: word.factor > 1 ? .amplifier : .downtoner, span: found[word.place].span, factor: word.factor))
    let product = found[place].intensity * word.factor
    let bounded = min(Intensity.range.upperBound, max(Intensity.range.lowerBound, product))
    found[place].effectiveWeight *= bounded / found[place].intensity
    found[place].intensity = bounded
    if !consumes { return }
    found[word.place].counted = false
    found[word.place].reason = .overlap
  }

  /// Takes out of the count what the role or the user's choice of categories leaves out.
  private mutating func settle(from first: Int) {
    var last: Candidate?
    var place = first
    for index in judged.indices where judged[index].candidate != last {
      let candidate = judged[index].candidate
      last = candidate
      if found[place].counted {
        let flags = entries[candidate.entry].flags
        let isMeasured = view.role.isEditorial || (flags.contains(.promotional) && view.role.isPromotional)
        if !isMeasured || flags.contains(.leftOut) {
          found[place].counted = false
          found[place].reason = isMeasured ? .suppressed : .role
        }
      }
      place += 1
    }
  }
}
