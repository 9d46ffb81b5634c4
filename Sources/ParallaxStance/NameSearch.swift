import ParallaxCore

/// Finds a given name in a text, word by word, in any case and with any white space.
struct NameSearch {
  private let segmented: SegmentedArticle

  init(_ segmented: SegmentedArticle) { self.segmented = segmented }

  /// The places where a name stands, in order and without overlap, in editorial text.
  ///
  /// - Complexity: O(n) in tokens, times the words of the name where its first word repeats.
  func places(of name: String) -> [Target.Mention] {
    let words = name.split(whereSeparator: \.isWhitespace).map { Array(WordForm.normalize($0).utf8) }
    guard let first = words.first, words.count <= 32 else { return [] }
    var places: [Target.Mention] = []
    for (number, sentence) in segmented.sentences.enumerated()
    where segmented.article.paragraphs[sentence.paragraph].role.isEditorial {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        guard starts(token, with: first),
          let end = match(words, from: token, limit: sentence.tokens.upperBound)
        else {
          token += 1
          continue
        }
        places.append(.init(tokens: token..<end, sentence: number, title: token..<token, isName: true))
        token = end
      }
    }
    return places
  }

  /// A cheap test: the first byte, case folded; always true outside ASCII.
  private func starts(_ token: Int, with word: [UInt8]) -> Bool {
    guard let wanted = word.first else { return false }
    let byte = segmented.article.text[Int(segmented.tokens[token].start)]
    return byte >= 0x80 || wanted >= 0x80 || (byte &- 65 < 26 ? byte | 32 : byte) == wanted
  }

  /// One past the last token of the name; marks and clitics of a word may be tokens of their own.
  private func match(_ words: [[UInt8]], from start: Int, limit: Int) -> Int? {
    var token = start
    for word in words {
      var text: [UInt8] = []
      while token < limit, text.count < word.count {
        if !text.isEmpty, segmented.tokens[token].shape.contains(.spaceBefore) { return nil }
        text += Array(WordForm.normalize(segmented.string(segmented.tokens[token])).utf8)
        token += 1
      }
      if text != word { return nil }
    }
    return token
  }
}
