import ParallaxCore
import ParallaxLexicon

/// The matching of one article: candidates, guards, overlap, modifiers, findings, sentence by sentence.
struct MatchRun {
  private let matcher: Matcher
  private var view: ArticleView
  private var walker: TrieWalker
  private var overlap: Overlap
  private var found: [Finding] = []
  private var ranges: [Range<Int>] = []

  /// A candidate with what was decided on it.
  private struct Judged {
    var candidate: Candidate
    var reason: Finding.NotCounted?
    /// Place among the sentence's findings, when it became one.
    var place = -1
  }

  init(matcher: Matcher, view: ArticleView, walker: TrieWalker) {
    self.matcher = matcher
    self.view = view
    self.walker = walker
    overlap = Overlap(entries: matcher.entries)
  }

  /// All findings of the article, in order of place.
  mutating func findings() -> [Finding] {
    let segmented = view.voiced.segmented
    for (index, sentence) in segmented.sentences.enumerated() {
      walker.candidates.removeAll(keepingCapacity: true)
      walker.walk(sentence.tokens)
      view.sentence = sentence.tokens
      view.sentenceIndex = index
      view.paragraph = sentence.paragraph
      view.role = segmented.article.paragraphs[sentence.paragraph].role
      if !walker.candidates.isEmpty || !walker.triggers.isEmpty { judgeSentence() }
    }
    return found
  }

  private mutating func judgeSentence() {
    view.casing = .normal
    var casingIsKnown = false
    var candidates = walker.candidates
    addDetections(to: &candidates, casingIsKnown: &casingIsKnown)
    if candidates.isEmpty { return }
    var judged: [Judged] = []
    var standing: [Candidate] = []
    for candidate in candidates {
      let reason = objection(to: candidate, casingIsKnown: &casingIsKnown)
      if reason == nil {
        standing.append(candidate)
      } else {
        judged.append(Judged(candidate: candidate, reason: reason))
      }
    }
    let stands = overlap.resolve(standing)
    for (index, candidate) in standing.enumerated() {
      judged.append(Judged(candidate: candidate, reason: stands[index] ? nil : .overlap))
    }
    report(judged)
  }

  private mutating func addDetections(to candidates: inout [Candidate], casingIsKnown: inout Bool) {
    for (number, detector) in matcher.detectors.enumerated()
    where !type(of: detector).triggers.isDisjoint(with: walker.triggers) {
      ranges.removeAll(keepingCapacity: true)
      detector.find(in: view, into: &ranges)
      for range in ranges {
        candidates.append(
          Candidate(
            entry: UInt32(matcher.firstDetector + number), start: UInt32(range.lowerBound),
            end: UInt32(range.upperBound)))
      }
    }
  }

  /// Why a candidate does not count, overlap aside; nil when it does.
  private mutating func objection(to candidate: Candidate, casingIsKnown: inout Bool) -> Finding.NotCounted? {
    let entry = matcher.entries[Int(candidate.entry)]
    let range = Int(candidate.start)..<Int(candidate.end)
    if entry.isSuppressed { return .suppressed }
    if let guards = entry.guards, !guards.allow(range, in: view) { return .exception }
    if entry.info.category == .engagement && view.voiced.voice(ofToken: range.lowerBound) == .direct {
      return .exception
    }
    if !entry.allowsNames && range.contains(where: { view[$0].shape.contains(.capitalized) }) {
      if !casingIsKnown {
        view.casing = view.measuredCasing()
        casingIsKnown = true
      }
      if matcher.nameGuard.isName(range, capitals: entry.capitals, in: view) { return .name }
    }
    return nil
  }

  // MARK: Findings

  private mutating func report(_ judged: [Judged]) {
    let order = judged.indices.sorted {
      let (a, b) = (judged[$0], judged[$1])
      if a.candidate.start != b.candidate.start { return a.candidate.start < b.candidate.start }
      if a.candidate.end != b.candidate.end { return a.candidate.end < b.candidate.end }
      let (entryA, entryB) = (
        matcher.entries[Int(a.candidate.entry)], matcher.entries[Int(b.candidate.entry)]
      )
      if entryA.precedence != entryB.precedence { return entryA.precedence < entryB.precedence }
      if a.candidate.entry != b.candidate.entry { return a.candidate.entry < b.candidate.entry }
      return a.reason == nil && b.reason != nil
    }
    let first = found.count
    var intensifiers: [Int: Intensity.Word] = [:]
    var kept: [Judged] = []
    var last: Candidate?
    for index in order {
      let judgedOne = judged[index]
      if judgedOne.candidate == last { continue }
      last = judgedOne.candidate
      found.append(finding(judgedOne))
      kept.append(judgedOne)
      let entry = matcher.entries[Int(judgedOne.candidate.entry)]
      if judgedOne.reason == nil, let factor = entry.factor {
        let tokens = Int(judgedOne.candidate.start)..<Int(judgedOne.candidate.end)
        intensifiers[tokens.upperBound] = .init(tokens: tokens, factor: factor, place: found.count - 1)
      }
    }
    for (offset, one) in kept.enumerated() where one.reason == nil {
      modify(first + offset, one.candidate, intensifiers)
    }
    for (offset, one) in kept.enumerated() where one.reason == nil { settle(first + offset, one.candidate) }
  }

  private func finding(_ judged: Judged) -> Finding {
    let entry = matcher.entries[Int(judged.candidate.entry)]
    let start = Int(judged.candidate.start)
    let end = Int(judged.candidate.end)
    let segment = Int(view.voiced.tokenSegments[start])
    var finding = Finding(
      entry: entry.info, span: TextSpan(Int(view[start].start), Int(view[end - 1].end)),
      paragraph: view.paragraph,
      sentence: view.sentenceIndex, segment: segment, voice: view.voiced.segments[segment].voice)
    if let reason = judged.reason {
      finding.counted = false
      finding.reason = reason
    }
    return finding
  }

  /// Applies negation and intensity to a finding that stands.
  private mutating func modify(_ place: Int, _ candidate: Candidate, _ intensifiers: [Int: Intensity.Word]) {
    let entry = matcher.entries[Int(candidate.entry)]
    let start = Int(candidate.start)
    if entry.factor == nil && !entry.isDevice && !intensifiers.isEmpty && entry.layer == 0 {
      for word in Intensity.reaching(start, intensifiers, in: view) {
        let span = found[word.place].span
        found[place].modifiers.append(
          .init(kind: word.factor > 1 ? .amplifier : .downtoner, span: span, factor: word.factor))
        found[place].intensity *= word.factor
        found[word.place].counted = false
        found[word.place].reason = .overlap
      }
      let range = Intensity.range
      found[place].intensity = min(range.upperBound, max(range.lowerBound, found[place].intensity))
      found[place].effectiveWeight *= found[place].intensity
    }
    guard let effect = entry.negation, let negator = matcher.negation.negator(before: start, in: view) else {
      found[place].modifiers.sort { $0.span < $1.span }
      return
    }
    let span = TextSpan(Int(view[negator.lowerBound].start), Int(view[negator.upperBound - 1].end))
    found[place].modifiers.append(.init(kind: .negation, span: span, factor: effect.factor))
    found[place].modifiers.sort { $0.span < $1.span }
    found[place].negated = true
    found[place].effectiveWeight *= effect.factor
    if effect.reverses { found[place].polarity = found[place].polarity.reversed }
  }

  /// Takes out of the count what the role or the user's choice of categories leaves out.
  private mutating func settle(_ place: Int, _ candidate: Candidate) {
    guard found[place].counted else { return }
    let entry = matcher.entries[Int(candidate.entry)]
    let isMeasured = entry.info.category == .promotional ? view.role.isPromotional : view.role.isEditorial
    if !isMeasured {
      found[place].counted = false
      found[place].reason = .role
    } else if entry.isLeftOut {
      found[place].counted = false
      found[place].reason = .suppressed
    }
  }
}
