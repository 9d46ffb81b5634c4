import Testing

@testable import ParallaxCore

@Suite("Vocabulary and word forms")
struct VocabularyTests {
  @Test(
    "words are compared in one form",
    arguments: [
      ("Don’t", "don't"), ("CAFÉ", "café"), ("cafe\u{301}", "café"), ("so\u{AD}called", "socalled"),
      ("self‑styled", "self-styled"), ("ǅ", "ǆ"), ("A\u{200B}B", "ab"), ("Zoë", "zoë"), ("‘tis", "'tis"),
    ])
  func normalizes(_ word: String, _ expected: String) {
    #expect(WordForm.normalize(word) == expected)
    #expect(WordForm.normalize(expected) == expected, "normalizing twice changes nothing")
  }

  @Test(
    "clitics are split off, n't is not",
    arguments: [
      ("putin's", "putin", "'s"), ("you're", "you", "'re"), ("don't", "don't", nil), ("'s", "'s", nil),
      ("they'd", "they", "'d"), ("house", "house", nil),
    ])
  func clitics(_ word: String, _ stem: String, _ clitic: String?) {
    let split = WordForm.splitClitic(word)
    #expect(split.word == stem)
    #expect(split.clitic == clitic)
  }

  @Test("every word is found under its own number, in any case, and no other word is")
  func lookup() {
    var builder = VocabularyBuilder()
    let words = (0..<5_000).map { "w\($0 * 7919 % 5_000)x" }
    let ids = words.map { builder.intern($0) }
    let vocabulary = builder.build()
    for (word, id) in zip(words, ids) {
      #expect(vocabulary.id(word) == id)
      #expect(vocabulary.string(of: id) == word)
      let upper = Array(word.uppercased().utf8)
      let found = upper.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map {
          vocabulary.id(hash: Vocabulary.hash(word.utf8), folding: $0, count: buffer.count)
        }
      }
      #expect(found == id)
    }
    for word in ["", "w", "w5000x", "x"] { #expect(vocabulary.id(word) == 0) }
  }

  @Test("wildcards: the longest wins, the others are alternates")
  func wildcards() {
    var builder = VocabularyBuilder()
    let anti = builder.intern("anti-*")
    let antiGov = builder.intern("anti-gov*")
    let style = builder.intern("*-style")
    let exact = builder.intern("anti-government")
    let vocabulary = builder.build()
    #expect(vocabulary.id("anti-tax") == anti)
    #expect(vocabulary.id("anti-govt") == antiGov)
    #expect(Array(vocabulary.alternates(of: antiGov)) == [anti])
    #expect(vocabulary.id("anti-government") == exact)
    #expect(Array(vocabulary.alternates(of: exact)) == [antiGov, anti])
    #expect(vocabulary.id("gangland-style") == style)
    #expect(vocabulary.id("-style") == 0, "a suffix needs something before it")
    #expect(vocabulary.hasWildcards)
  }

  @Test("a word that ends in a star and begins with one is a prefix wildcard")
  func twoStars() {
    var builder = VocabularyBuilder()
    let both = builder.intern("*foo*")
    let star = builder.intern("*")
    let vocabulary = builder.build()
    #expect(vocabulary.id("xfoo*") == 0)
    #expect(vocabulary.id("*food") == both)
    #expect(vocabulary.id("*") == star)
  }

  @Test("a vocabulary in an image is the same, and a builder on it gives the same numbers")
  func image() throws {
    var builder = VocabularyBuilder()
    let words = ["said", "anti-*", "*-style", "anti-tax", "Ward", "", "'s"] + (0..<2_000).map { "w\($0)" }
    let ids = words.map { builder.intern($0) }
    let vocabulary = builder.build()
    var writer = ImageWriter()
    vocabulary.write(to: &writer)
    try withAligned(writer.image(key: 1)) { bytes in
      var reader = try #require(ImageReader(bytes, key: 1))
      let copy = try #require(Vocabulary(&reader))
      #expect(copy.count == vocabulary.count)
      for id in ids {
        #expect(copy.string(of: id) == vocabulary.string(of: id))
        #expect(Array(copy.alternates(of: id)) == Array(vocabulary.alternates(of: id)))
      }
      for word in words + ["anti-war", "gangland-style", "nothing"] {
        #expect(copy.id(word) == vocabulary.id(word))
      }
      var extended = VocabularyBuilder(extending: copy)
      #expect(words.map { extended.intern($0) } == ids)
      #expect(!extended.hasNewWords)
      #expect(extended.build() === copy)
      let new = extended.intern("anti-war")
      #expect(extended.hasNewWords)
      #expect(new == WordID(words.count + 1))
      #expect(extended.build().id("anti-war") == new)
      #expect(extended.build().id("w7") == vocabulary.id("w7"))
    }
  }
}
