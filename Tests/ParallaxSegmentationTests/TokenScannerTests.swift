import ParallaxCore
import ParallaxSegmentation
import Testing

@Suite struct TokenScannerTests {
  @Test(arguments: [
    ("The so-called reform isn't law.", "The|so-called|reform|isn't|law|."),
    ("You’re sure it's Ana’s?", "You|’re|sure|it|'s|Ana|’s|?"),
    ("I'd've gone; they'll y'all.", "I|'d|'ve|gone|;|they|'ll|y'all|."),
    ("O'Brien d’état rock 'n' roll", "O'Brien|d’état|rock|'|n|'|roll"),
    ("the players' union", "the|players|'|union"),
    ("Prices rose 3.5% to $1,200.", "Prices|rose|3.5%|to|$|1,200|."),
    ("the 1980s, 21st, 5bn, 9/11, 10:30", "the|1980s|,|21st|,|5bn|,|9/11|,|10:30"),
    ("a 10-year-old in 2016-17", "a|10-year-old|in|2016-17"),
    ("the 1990’s", "the|1990|’s"),
    ("The U.S. and U.S.-led a.m. Ph.D. J. R. Vale", "The|U.S|.|and|U.S.-led|a.m|.|Ph.D|.|J|.|R|.|Vale"),
    ("the U.S.'s aim", "the|U.S|.|'s|aim"),
    ("See https://ex.org/a?b=(c), or ex-a.com/x.", "See|https://ex.org/a?b=(c|)|,|or|ex-a.com/x|."),
    ("mail a.b@ex.co.uk. Now @ana_v #No2 # 5", "mail|a.b@ex.co.uk|.|Now|@ana_v|#No2|#|5"),
    ("x.com and end.Then go", "x.com|and|end|.|Then|go"),
    ("well... or … -- yes—no – so", "well|...|or|…|--|yes|—|no|–|so"),
    ("👍🏽 👩‍🚀 🇺🇦 ok ☀️", "👍🏽|👩‍🚀|🇺🇦|ok|☀️"),
    ("漢字 пример café naïve", "漢|字|пример|café|naïve"),
    ("anti‑war co\u{AD}op", "anti‑war|co\u{AD}op"),
    ("(a) [b] {c} a/b x_y", "(|a|)|[|b|]|{|c|}|a|/|b|x_y"),
  ])
  func cuts(text: String, expected: String) {
    #expect(Sample(text).tokens == expected)
  }

  @Test func namesKinds() {
    let sample = Sample("Ana's 5% at @x $ — 👍 10-day")
    #expect(
      sample.kinds == [
        .word, .clitic, .number, .word, .address, .symbol, .punctuation, .emoji, .word,
      ])
  }

  @Test func namesShapes() {
    let sample = Sample("“NATO said É3 well-known it.” ANA’S")
    #expect(sample.tokens(with: .allCapitals) == ["NATO", "ANA"])
    #expect(sample.tokens(with: .capitalized) == ["NATO", "É3", "ANA"])
    #expect(sample.tokens(with: .hasDigit) == ["É3"])
    #expect(sample.tokens(with: .hyphenated) == ["well-known"])
    #expect(sample.tokens(with: .sentenceStart) == ["NATO", "ANA"])
    #expect(sample.tokens(with: .spaceBefore) == ["said", "É3", "well-known", "it", "ANA"])
    #expect(sample.tokens(with: .nonASCII) == ["“", "É3", "”", "’S"])
  }

  @Test func findsWordsHoweverTyped() {
    let words = ["don't", "café", "'s", "so-called", "anti-*", "*-style", "—", "...", "\"", ",", "74%"]
    let text = "DON’T Cafe\u{301} Ana’s so‑called ANTI-War, Soviet-style — … -- “ 74% unknown"
    let sample = Sample(text, words: words)
    let found = sample.segmented.tokens.map { sample.vocabulary.string(of: $0.word) }
    #expect(
      found == [
        "don't", "café", "", "'s", "so-called", "anti-*", ",", "*-style", "—", "...", "—", "\"", "74%",
        "",
      ])
  }

  @Test func shortWildcardsStillWork() {
    let sample = Sample("an x-ray", words: ["x-*"])
    #expect(sample.vocabulary.string(of: sample.segmented.tokens[1].word) == "x-*")
  }

  @Test func brokenTextIsCutAllTheSame() {
    let bytes: [UInt8] = [0xFF, 0x41, 0xC3, 0x28, 0xE2, 0x80, 0x20, 0xF0, 0x9F, 0x0, 0x80]
    let article = Article(
      id: "x", metadata: Metadata(source: "x", format: .text), text: bytes,
      paragraphs: [Paragraph(role: .body, span: TextSpan(0, 40))])
    var builder = VocabularyBuilder()
    let segmenter = Segmenter(words: &builder)
    let tokens = segmenter.segment(article, vocabulary: builder.build()).tokens
    #expect(tokens.last?.end == 11)
  }
}
