import ParallaxCore
import ParallaxLexicon

/// Parts of speech by the neighbouring words: enough to tell *the slam* from *to slam*, and no more.
///
/// A rule that fires decides; where none does, the part of speech is taken as possible, so that a guard only
/// turns away what plainly is something else.
extension ArticleView {
  /// Whether a match may be used as `part`. A verb or adverb shows at its first word, others at the last.
  func mayBe(_ part: PartOfSpeech, _ match: Range<Int>) -> Bool {
    let head = part == .verb || part == .adverb ? match.lowerBound : match.upperBound - 1
    if part == .verb && isCue[head] { return true }
    if let left = decide(head, first: match.lowerBound, last: match.upperBound - 1) {
      return left.contains(part)
    }
    switch part {
    case .adverb: return ends(head, in: "ly") || !precedesNoun(match.upperBound)
    default: return true
    }
  }

  /// The parts of speech that the neighbours of a word leave; nil when they say nothing.
  private func decide(_ head: Int, first: Int, last: Int) -> [PartOfSpeech]? {
    let previous = previousWord(first)
    let next = last + 1 < sentence.upperBound ? last + 1 : nil
    if let previous {
      let left = classes(previous)
      if left.contains(.to) {
        return isInflected(head) ? [.noun] : followsPrepositionTo(previous) ? nil : [.verb]
      }
      if left.contains(.modal) || left.contains(.do) { return isParticiple(head) ? nil : [.verb] }
      if left.contains(.subject) && !left.contains(.interrogative) { return [.verb] }
      if left.contains(.have) && isPast(head) { return [.verb] }
      if left.contains(.be) {
        if ends(head, in: "ing") { return [.verb] }
        if isPast(head) { return next.map { classes($0).contains(.preposition) } ?? false ? [.verb] : nil }
        return isThirdPerson(head) ? [.noun] : [.adjective]
      }
      if left.contains(.determiner) || isMember(previous, of: .possessive) {
        if left.contains(.that) && isThirdPerson(head) { return [.verb] }
        return nominal(head, last + 1, previous)
      }
      if left.contains(.preposition) { return ends(head, in: "ing") && takesObject(next) ? [.verb] : [.noun] }
      if isNumber(previous) { return nominal(head, last + 1, previous) }
      if isContent(previous) && !takesBaseForm(previous) && isBaseForm(head) { return [.noun, .adjective] }
    }
    if let next {
      let right = classes(next)
      let isObject =
        right.contains(.determiner) || isMember(next, of: .possessive) && !isPossessiveClitic(next)
      if isObject && !right.contains(.that) && previous != nil { return [.verb] }
      if isPossessiveClitic(next) { return [.noun] }
      if right.contains(.be) || right.contains(.modal) || right.contains(.have) || right.contains(.do) {
        return [.noun]
      }
      if isMark(next, ",") || right.contains(.conjunction) { return nil }
    }
    return nil
  }

  /// Whether a content word may be the subject of a base form: a plural, or a name (*Giants rage*).
  private func takesBaseForm(_ index: Int) -> Bool {
    isThirdPerson(index) || classes(index).contains(.barePlural) || TrieWalker.isName(tokens[index])
  }

  /// Whether a verb's form has no ending and is no past tense, so that a singular cannot be its subject
  /// (*domestic pressure*).
  private func isBaseForm(_ index: Int) -> Bool {
    !isInflected(index) && classes(index).isDisjoint(with: [.irregularPast, .unchangedPast])
  }

  /// The word before `index`, adverbs and *not* left out; nil at the start of the sentence or behind a mark.
  private func previousWord(_ index: Int) -> Int? {
    var at = index - 1
    while at >= sentence.lowerBound {
      if tokens[at].shape.contains(.openingQuote) {
        at -= 1
        continue
      }
      if isMark(at) { return nil }
      let isAdverb = ends(at, in: "ly") || (classes(at).contains(.negator) && !ends(at, in: "n't"))
      if !isAdverb || classes(at).contains(.preposition) { return at }
      at -= 1
    }
    return nil
  }

  /// What the word `head` behind a determiner is: an adjective before a noun (*a savage attack*), or the noun
  /// itself (*a clown runs it*, *the quack sold it*, *those jackals sing*). A word in *-ing* behind it leaves
  /// both (*a bum sleeping*, *a partisan hearing*).
  private func nominal(_ head: Int, _ next: Int, _ determiner: Int) -> [PartOfSpeech] {
    guard precedesNoun(next), !isThirdPerson(head) else { return [.noun] }
    if ends(next, in: "ing") { return [.noun, .adjective] }
    if ends(next, in: "ed") || classes(next).contains(.irregularPast) { return [.noun] }
    let isSingular =
      length(determiner) == 1 || (length(determiner) == 2 && firstByte(determiner) | 32 == 0x61)
    return isSingular && isThirdPerson(next) ? [.noun] : [.adjective]
  }

  /// Whether a plain word stands at `index`, so that what stands before it describes it.
  private func precedesNoun(_ index: Int) -> Bool {
    guard index < sentence.upperBound, tokens[index].kind == .word else { return false }
    return isContent(index) && !ends(index, in: "ly")
  }

  private func takesObject(_ next: Int?) -> Bool {
    guard let next else { return false }
    return classes(next).contains(.determiner) || classes(next).contains(.possessive)
      || classes(next).contains(.pronoun) || TrieWalker.isName(tokens[next])
  }

  /// *To* as a preposition: *according to*, *subject to* and the like leave both readings.
  private func followsPrepositionTo(_ to: Int) -> Bool {
    to > sentence.lowerBound && ends(to - 1, in: "ing") && !classes(to - 1).contains(.be)
  }

  private func isPast(_ index: Int) -> Bool {
    ends(index, in: "ed") || ends(index, in: "en") || ends(index, in: "t")
  }

  private func isParticiple(_ index: Int) -> Bool { ends(index, in: "ed") || ends(index, in: "ing") }

  private func isThirdPerson(_ index: Int) -> Bool { ends(index, in: "s") && !ends(index, in: "ss") }

  private func isInflected(_ index: Int) -> Bool {
    ends(index, in: "ed") || ends(index, in: "ing") || isThirdPerson(index)
  }
}
