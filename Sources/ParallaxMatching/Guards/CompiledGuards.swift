import ParallaxCore
import ParallaxLexicon

/// The guards of an entry over word numbers.
final class CompiledGuards: Sendable {
  /// A set of things that may stand beside a match.
  struct Context: Sendable {
    /// Single words, sorted.
    var words: [WordID] = []
    /// Classes of one token, and edges of the sentence.
    var classes: [WordClass] = []
    /// Phrases of several words.
    var phrases: [[Step]] = []

    var isEmpty: Bool { words.isEmpty && classes.isEmpty && phrases.isEmpty }
  }

  /// One word of a phrase.
  enum Step: Sendable {
    /// Any of these, sorted.
    case words([WordID])
    /// A word written exactly so.
    case exact(WordID, [UInt8])
    /// A word of this class, or an edge of the sentence.
    case wordClass(WordClass)
  }

  /// The word that a phrase begins with, 0 where that is not a single word, and how many steps it has.
  struct Head: Sendable {
    var word: WordID
    var steps: Int
  }

  let after: Context
  let before: Context
  let notAfter: Context
  let notBefore: Context
  let exceptions: [[Step]]
  /// What is asked of each exception before its steps are.
  let exceptionHeads: [Head]
  /// Everything that needs no compiling.
  let plain: Guards

  /// Compiles guards, interning their words.
  init(_ guards: Guards, words: inout VocabularyBuilder) {
    var plain = guards
    after = Self.context(guards.after, &words)
    before = Self.context(guards.before, &words)
    notAfter = Self.context(guards.notAfter, &words)
    notBefore = Self.context(guards.notBefore, &words)
    exceptions = guards.exceptions.map { Self.steps($0, &words) }
    exceptionHeads = zip(guards.exceptions, exceptions).map {
      Head(word: Self.firstWord(of: $0, &words), steps: $1.count)
    }
    plain.after = []
    plain.before = []
    plain.notAfter = []
    plain.notBefore = []
    plain.exceptions = []
    self.plain = plain
  }

  private static func context(_ items: [ContextItem], _ words: inout VocabularyBuilder) -> Context {
    var context = Context()
    for item in items {
      switch item {
      case .wordClass(let wordClass):
        context.classes.append(wordClass)
      case .phrase(let path):
        let steps = steps(path, &words)
        if steps.count == 1, case .words(let ids) = steps[0] {
          context.words += ids
        } else {
          context.phrases.append(steps)
        }
      }
    }
    context.words.sort()
    return context
  }

  /// The word that a path begins with; 0 when it begins with several, a class or a wildcard.
  private static func firstWord(of path: [PatternStep], _ words: inout VocabularyBuilder) -> WordID {
    guard case .words(let forms) = path.first, forms.count == 1, !forms[0].contains("*") else { return 0 }
    return words.intern(forms[0])
  }

  private static func steps(_ path: [PatternStep], _ words: inout VocabularyBuilder) -> [Step] {
    path.compactMap { step in
      switch step {
      case .words(let forms): .words(forms.map { words.intern($0) }.sorted())
      case .exact(let text): .exact(words.intern(WordForm.normalize(text)), Array(text.utf8))
      case .number: .wordClass(.number)
      case .name: .wordClass(.name)
      case .wordClass(let wordClass): .wordClass(wordClass)
      case .gap: nil
      }
    }
  }
}

extension [WordID] {
  /// Whether a sorted array holds `word`.
  ///
  /// - Complexity: O(log n).
  func holds(_ word: WordID) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == word
  }
}
