import ParallaxCore
import ParallaxLexicon
import ParallaxTestSupport
import Testing

@testable import ParallaxMatching

/// The trie against a search that tries every path at every place.
@Suite struct TrieTests {
  /// A repeatable source of small numbers.
  struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  private static func randomStep(_ dice: inout Dice, isEdge: Bool) -> PatternStep {
    let letters = ["a", "b", "c", "d"]
    switch dice.roll(isEdge ? 8 : 10) {
    case 0...3: return .words([letters[dice.roll(4)]])
    case 4: return .words(Array(Set([letters[dice.roll(4)], letters[dice.roll(4)], "e"])).sorted())
    case 5: return .number
    case 6: return .name
    case 7: return .exact(["A", "b", "Ba"][dice.roll(3)])
    default: return .gap(1 + dice.roll(3))
    }
  }

  private static func randomPath(_ dice: inout Dice) -> [PatternStep] {
    let count = 1 + dice.roll(4)
    var path: [PatternStep] = []
    for index in 0..<count {
      // No gap stands at an edge or beside another; the parser sees to that.
      var isEdge = index == 0 || index == count - 1
      if case .gap? = path.last { isEdge = true }
      path.append(randomStep(&dice, isEdge: isEdge))
    }
    return path
  }

  /// All ends of `path` begun at `start`, the slow way.
  private static func ends(
    _ path: ArraySlice<PatternStep>, _ tokens: [Token], _ words: [String], _ texts: [String], at: Int
  ) -> Set<Int> {
    guard let step = path.first else { return [at] }
    let rest = path.dropFirst()
    if case .gap(let limit) = step {
      var found: Set<Int> = []
      var index = at
      var count = 0
      while true {
        found.formUnion(ends(rest, tokens, words, texts, at: index))
        guard index < tokens.count, tokens[index].kind != .punctuation else { return found }
        if tokens[index].kind != .clitic { count += 1 }
        if count > limit { return found }
        index += 1
      }
    }
    guard at < tokens.count else { return [] }
    let fits: Bool
    switch step {
    case .words(let forms): fits = forms.contains(words[at])
    case .exact(let text): fits = texts[at] == text
    case .number: fits = tokens[at].kind == .number
    case .name: fits = TrieWalker.isName(tokens[at])
    case .gap, .wordClass: fits = false
    }
    return fits ? ends(rest, tokens, words, texts, at: at + 1) : []
  }

  @Test(arguments: 0..<60)
  func findsWhatTheSlowSearchFinds(seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 977 &+ 13)
    var words = VocabularyBuilder()
    var builder = TrieBuilder(expected: 10)
    let paths = (0..<12).map { _ in Self.randomPath(&dice) }
    for (number, path) in paths.enumerated() { builder.insert(path, entry: UInt32(number), words: &words) }
    let limit = words.limit
    _ = words.intern("late")  // A word that the trie does not know by number.
    let trie = builder.build(wordLimit: limit)
    let vocabulary = words.build()
    for _ in 0..<30 {
      let texts = (0..<dice.roll(14)).map { _ in
        ["a", "b", "c", "d", "e", "A", "Ba", "7", ",", "'s", "late", "zzz", "B"][dice.roll(13)]
      }
      var tokens: [Token] = []
      var bytes: [UInt8] = []
      for (index, text) in texts.enumerated() {
        let start = UInt32(bytes.count)
        bytes += Array(text.utf8)
        var shape: Token.Shape = text.first?.isUppercase ?? false ? .capitalized : []
        if index == 0 { shape.insert(.sentenceStart) }
        let kind: Token.Kind =
          text == "7" ? .number : text == "," ? .punctuation : text == "'s" ? .clitic : .word
        tokens.append(
          Token(
            start: start, end: UInt32(bytes.count), word: vocabulary.id(WordForm.normalize(text)), kind: kind,
            shape: shape))
        bytes.append(0x20)
      }
      bytes.append(0)
      let normalized = texts.map { WordForm.normalize($0) }
      var expected: Set<[Int]> = []
      for (number, path) in paths.enumerated() {
        for start in tokens.indices {
          for end in Self.ends(path[...], tokens, normalized, texts, at: start) {
            expected.insert([number, start, end])
          }
        }
      }
      let found = tokens.withUnsafeBufferPointer { tokens -> Set<[Int]> in
        bytes.withUnsafeBufferPointer { bytes in
          guard let first = tokens.baseAddress, let text = bytes.baseAddress else { return [] }
          var walker = TrieWalker(trie: trie, tokens: first, text: text, vocabulary: vocabulary)
          walker.walk(0..<tokens.count)
          return Set(walker.candidates.map { [Int($0.entry), Int($0.start), Int($0.end)] })
        }
      }
      #expect(found == expected, "\(paths) in \(texts)")
    }
  }

  @Test func sharedBeginningsDoNotMixTheirWords() throws {
    let world = try MatchingWorld(["(lean|press)~v hard", "lean~v over", "(press|push) on"])
    world.expect("They {lean hard}, {pressed hard}, {leans over}, press over, {push on}, lean on, push hard.")
  }

  @Test func thousandsOfPatternsCostNoMoreThanAFew() throws {
    var dice = Dice(state: 5)
    func words(_ count: Int) -> [String] { (0..<count).map { "w\($0)" } }
    let all = words(20_000)
    func world(_ count: Int) throws -> MatchingWorld {
      try MatchingWorld((0..<count).map { _ in "\(all[dice.roll(20_000)]) \(all[dice.roll(20_000)])" })
    }
    let text = (0..<20_000).map { _ in all[dice.roll(20_000)] }.joined(separator: " ")
    let few = try world(50)
    let many = try world(5000)
    func time(_ world: MatchingWorld) -> Duration {
      let voiced = world.voiced([text])
      return ProcessorClock.measure(runs: 5) {
        _ = world.matcher.match(voiced, vocabulary: world.vocabulary)
      }
    }
    #expect(time(many) < time(few) * 4 + .milliseconds(20))
  }
}
