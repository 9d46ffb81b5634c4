import ParallaxCore

/// Tells the language of a text by its script and its most common small words.
///
/// Good enough to keep a text from being measured with another language's lexicons; no more is asked of it.
public enum LanguageDetector {
  /// Bytes read from the start of the text.
  private static let sample = 6_144
  /// Share of small words that a text of a language reaches.
  private static let threshold = 0.12

  /// The language of a text.
  ///
  /// - Returns: A BCP 47 primary tag, or nil where the text is too short (fewer than ten words), unlike all
  ///   known languages, or could be English as well.
  /// - Complexity: O(1): at most the first six thousand bytes are read.
  public static func detect(_ text: [UInt8]) -> String? {
    var end = min(text.count, sample)
    while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    let head = text[..<end]
    let foreign = head.count { $0 >= 0x80 }
    if foreign * 3 > head.count, let language = byScript(String(decoding: head, as: UTF8.self)) {
      return language
    }
    return bySmallWords(head)
  }

  private static func byScript(_ text: String) -> String? {
    var counts: [String: Int] = [:]
    var letters = 0
    var kana = 0
    var ukrainian = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: letters += 1
      case 0x370...0x3FF: counts["el", default: 0] += 1
      case 0x400...0x52F:
        counts["ru", default: 0] += 1
        if "іїєґІЇЄҐ".unicodeScalars.contains(scalar) { ukrainian += 1 }
      case 0x590...0x5FF: counts["he", default: 0] += 1
      case 0x600...0x6FF, 0x750...0x77F: counts["ar", default: 0] += 1
      case 0x900...0x97F: counts["hi", default: 0] += 1
      case 0xE00...0xE7F: counts["th", default: 0] += 1
      case 0x3040...0x30FF: kana += 1
      case 0x4E00...0x9FFF: counts["zh", default: 0] += 1
      case 0xAC00...0xD7AF: counts["ko", default: 0] += 1
      default: break
      }
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    guard best.value + kana > letters, best.value + kana >= 5 else { return nil }
    if best.key == "zh" && kana * 10 > best.value { return "ja" }
    if best.key == "ru" && ukrainian * 40 > best.value { return "uk" }
    return best.key
  }

  private static func bySmallWords(_ head: ArraySlice<UInt8>) -> String? {
    var counts = [Int](repeating: 0, count: smallWords.count)
    var words = 0
    head.withUnsafeBufferPointer { bytes in
      var hash = Vocabulary.hashSeed
      var length = 0
      for index in 0...bytes.count {
        let byte = index < bytes.count ? bytes[index] : 0x20
        if (byte | 32) &- 0x61 < 26 {
          hash = Vocabulary.extend(hash, by: byte | 32)
          length += 1
        } else if byte >= 0x80 {
          hash = Vocabulary.extend(hash, by: byte)
          length += 1
        } else if length > 0 {
          words += 1
          if length <= 12 { table.count(hash, in: &counts) }
          hash = Vocabulary.hashSeed
          length = 0
        }
      }
    }
    guard words >= 10 else { return nil }
    let shares = counts.map { Double($0) / Double(words) }
    guard let best = shares.indices.max(by: { shares[$0] < shares[$1] }), shares[best] >= threshold
    else { return nil }
    // A short text, or one full of names, shows a language only when it shows no other: the small words of
    // languages that share letters also overlap (*a*, *is*, *on*, *van*).
    return best == 0 || shares[best] >= 2 * shares[0] + 0.05 ? smallWords[best].language : nil
  }

  private static let table = SmallWordTable(smallWords.map(\.words))

  /// English first.
  private static let smallWords: [(language: String, words: [String])] = [
    (
      "en",
      "the of and to in is that for it was on are with as his be at by this had not but from have they a an i he she we you or who will has their been were which its more would about all if so what can out up when there one do no our"
    ),
    ("de", "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden"),
    ("fr", "le la les de des et un une du est que dans pour qui sur pas au par il plus ce sont avec ne se"),
    ("es", "el la los las de que y en un una por con no se del para es al lo como más su pero sus le ha"),
    ("it", "il di che la e in un per è una non del della con le si dei sono gli da al come più nel alla"),
    ("pt", "o a de que e do da em um para com não uma os no se na por mais as dos como mas ao ele das"),
    ("nl", "de het een van en in is dat op te zijn voor met die niet aan er om ook als bij naar door over"),
    ("sv", "och i att det som en på är av för med den till inte om ett har de var jag men sig från vi så"),
    ("da", "og i at det er en til på som af for med den de ikke der et har var om sig men fra han kan"),
    ("nb", "og i det på som er en til å av for at med de den ikke har om et var fra han men kan seg"),
    ("fi", "ja on ei että se oli hän mutta ovat kun joka myös olla tai sen niin kuin jos mukaan vuonna"),
    ("pl", "i w na z do nie się to jest że o jak po ale od za przez przy są dla był tym oraz jego"),
    ("cs", "a v se na je že to s z do o i za jako ve ale po by od byl pro které jsem který si"),
    ("ro", "și de la în a cu pe nu că din o un este pentru mai au care sunt se al fost prin lui"),
    ("hu", "a az és hogy nem is egy van volt ez meg csak már még de mint el azt ha vagy szerint"),
    ("tr", "ve bir bu için da de ile olarak çok daha gibi ne kadar olan var sonra ama en o"),
    ("id", "yang dan di ini itu dengan untuk dari pada dalam tidak akan juga ke oleh ada bisa telah karena"),
    ("vi", "và của là có cho không được một trong các với người này đã những để ở khi đến từ"),
  ].map { ($0.0, $0.1.split(separator: " ").map(String.init)) }
}

/// For the hash of a small word, the languages that have it: open addressing, a power of two of places.
private struct SmallWordTable: Sendable {
  private var keys = [UInt64](repeating: 0, count: 2_048)
  private var masks = [UInt32](repeating: 0, count: 2_048)

  init(_ lists: [[String]]) {
    for (language, words) in lists.enumerated() {
      for word in words {
        let hash = word.utf8.reduce(Vocabulary.hashSeed) { Vocabulary.extend($0, by: $1) }
        var place = Int(truncatingIfNeeded: hash >> 20) & 2_047
        while keys[place] != 0, keys[place] != hash { place = (place + 1) & 2_047 }
        keys[place] = hash
        masks[place] |= 1 << UInt32(language)
      }
    }
  }

  /// Adds one to each language that has the word.
  func count(_ hash: UInt64, in counts: inout [Int]) {
    var place = Int(truncatingIfNeeded: hash >> 20) & 2_047
    while keys[place] != 0 {
      if keys[place] == hash {
        var mask = masks[place]
        while mask != 0 {
          counts[mask.trailingZeroBitCount] += 1
          mask &= mask - 1
        }
        return
      }
      place = (place + 1) & 2_047
    }
  }
}
