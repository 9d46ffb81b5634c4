/// A small generator of random numbers with a seed, so that every run can be had again.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Makes a generator; equal seeds give equal numbers.
  public init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// - SeeAlso: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators".
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Makes bad input of good input: cut, repeated, crossed, sprinkled with what parsers stumble over.
public struct Mutator: Sendable {
  /// Longest input that is made.
  public static let longest = 8_192

  private static let pieces: [[UInt8]] =
    [
      "<div>", "</div>", "<p>", "</p>", "<table><tr><td>", "</table>", "<tr>", "<td>", "<th>", "</td>",
      "<!--",
      "-->", "<script>", "</script>", "<script type=application/ld+json>", "<style>", "<![CDATA[", "]]>", "<",
      ">",
      "&", "&#0;", "&#x110000;", "&#xD800;", "&amp", "&nbsp;", "\"", "'", "\0", "<blockquote>",
      "</blockquote>",
      "<q>", "<svg><p>", "<math>", "<title>", "<br><br>", "<hr>", "<a href=x>", "</a>", "<noscript>",
      "<button>",
      "<h1>", "</h1>", "<h2 id=a class=title>", "<figure><figcaption>", "<ul><li>", "<ol>", "</li>",
      "<dl><dt>",
      "<pre>", "\n\n", "\n", "\r\n", "\t", "{\"@type\":", "\"NewsArticle\"", "{\"@graph\":[", "\"author\":",
      "}", "]",
      "\\u0000", "\\ud800", "<template>", "<iframe>", "<select>", "<textarea>", "<form>",
      "<meta charset=utf-8>",
      "<meta charset=shift_jis>", "<meta charset=gb18030>", "<meta charset=windows-1251>",
      "<meta charset=iso-2022-jp>",
      "<meta http-equiv=content-type content='text/html; charset=big5'>", "<meta property=og:title content='",
      "<meta property=article:published_time content='2026-02-30'>", "<link rel=canonical href='",
      " itemprop=author",
      " itemscope itemtype=http://schema.org/NewsArticle", " itemprop=headline", " class=byline",
      " class=comments",
      " style='display:none'", " hidden", "<time datetime=9999-99-99>", "By ", " and ", "22 Dec 2025",
      "651 views",
      "\u{FEFF}", "\u{200B}", "\u{AD}", "\u{2028}", "\u{85}", "\u{301}", "“", "”", "’", "—", "…", "É", "ß",
      "漢字", "かな",
      "한글", "العربية", "👩‍👩‍👧", "\"He said,\" ", "“No,” said the mayor. ", " according to ", "# ", "> ", "- ",
      "1. ",
      "***", "```", "[x](y)", "http://a.example/2026/03/01/", "%PDF-", "\u{1B}$B", "\u{1B}(B",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFE, 0xFF], [0xFF, 0xFE],
      [0x81], [0x8E, 0xA1], [0x8F, 0xA1, 0xA1], [0x81, 0x30, 0x81, 0x30], [0xFD, 0xFE], [0x1F, 0x8B, 0x08],
    ]

  private var generator: SeededGenerator

  /// Makes a mutator; equal seeds give equal inputs.
  public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A whole number below `bound`.
  public mutating func below(_ bound: Int) -> Int {
    bound < 2 ? 0 : Int.random(in: 0..<bound, using: &generator)
  }

  /// A stretch of one of the samples, changed one to twelve times.
  public mutating func input(from samples: [[UInt8]]) -> [UInt8] {
    guard !samples.isEmpty else { return [] }
    var bytes = window(samples[below(samples.count)])
    for _ in 0...below(12) { change(&bytes, samples) }
    return bytes.count > Self.longest ? Array(bytes.prefix(Self.longest)) : bytes
  }

  /// A part of a sample: short ones whole as often as not.
  private mutating func window(_ sample: [UInt8]) -> [UInt8] {
    let length = min(sample.count, 200 << below(5))
    if sample.count <= Self.longest, below(4) == 0 { return sample }
    let start = below(3) == 0 ? 0 : below(sample.count - length + 1)
    return Array(sample[start..<start + length])
  }

  private mutating func change(_ bytes: inout [UInt8], _ samples: [[UInt8]]) {
    guard !bytes.isEmpty else {
      bytes = Self.pieces[below(Self.pieces.count)]
      return
    }
    let place = below(bytes.count)
    let end = min(bytes.count, place + 1 + below(200))
    switch below(10) {
    case 0: bytes[place] = UInt8(below(256))
    case 1: bytes[place] ^= 1 << UInt8(below(8))
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: below(bytes.count))
    case 4, 5, 6: bytes.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: place)
    case 7:
      let piece = Self.pieces[below(Self.pieces.count)]
      for _ in 0..<below(40) where bytes.count < Self.longest { bytes.insert(contentsOf: piece, at: place) }
    case 8:
      let other = samples[below(samples.count)]
      guard !other.isEmpty else { return }
      let start = below(other.count)
      bytes.insert(contentsOf: other[start..<min(other.count, start + 1 + below(300))], at: place)
    default: bytes.removeSubrange(place...)
    }
  }
}
