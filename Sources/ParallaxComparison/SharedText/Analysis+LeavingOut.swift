import ParallaxCore
import ParallaxScoring

extension Analysis {
  /// The same analysis without what stands in some stretches of the text: their words leave the denominators,
  /// and findings that touch them are gone.
  ///
  /// Words, findings, measures and the words of sentences are those of the rest; weights stay as they are. The
  /// framing index, measures of paragraphs and roles, and targets are not given anew and must not be read.
  ///
  /// - Parameter spans: In order, without overlaps.
  /// - Complexity: O(tokens + findings + spans).
  func leavingOut(_ spans: [TextSpan]) -> Analysis {
    guard !spans.isEmpty, isMeasured else { return self }
    var rest = self
    var left = VoiceCounts()
    let segmented = voiced.segmented
    var next = 0
    for (index, sentence) in segmented.sentences.enumerated()
    where article.paragraphs[sentence.paragraph].role.isEditorial {
      for token in sentence.tokens where segmented.tokens[token].isCounted {
        let span = segmented.tokens[token].span
        while next < spans.count, spans[next].end <= span.start { next += 1 }
        guard next < spans.count else { break }
        guard spans[next].overlaps(span) else { continue }
        let voice = voiced.voice(ofToken: token)
        left[voice] += 1
        rest.sentences[index].allWords -= 1
        if voice == .author { rest.sentences[index].authorWords -= 1 }
      }
    }
    var gone: [Category: [Finding]] = [:]
    next = 0
    rest.findings = findings.filter { finding in
      while next < spans.count, spans[next].end <= finding.span.start { next += 1 }
      guard next < spans.count, spans[next].overlaps(finding.span) else { return true }
      gone[finding.entry.category, default: []].append(finding)
      return false
    }
    for voice in Voice.allCases { rest.words[voice] -= left[voice] }
    rest.totalWords -= left.all
    rest.framing = Framing()
    rest.measures = measures.map { measure in
      var measure = measure
      let lost = gone[measure.category] ?? []
      for voice in Voice.allCases {
        measure[voice] = measure[voice].less(lost.filter { $0.voice == voice }, words: left[voice])
      }
      measure.all = measure.all.less(lost, words: left.all)
      return measure
    }
    return rest
  }
}

extension VoiceMeasure {
  /// The measure without some findings and words, its rate and interval made anew.
  fileprivate func less(_ findings: [Finding], words lost: Int) -> VoiceMeasure {
    VoiceMeasure(
      count: count - findings.count,
      weight: max(0, weight - findings.reduce(0) { $0 + $1.effectiveWeight }), words: words - lost
    ).rated()
  }
}
