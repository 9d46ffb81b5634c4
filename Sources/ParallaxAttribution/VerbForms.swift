/// The forms of an English verb.
struct VerbForms {
  var base: String
  var third: String
  var past: String
  var participle: String
  var ing: String

  /// Past forms of irregular verbs, by base form.
  static let irregular: [String: (past: String, participle: String)] = {
    var table: [String: (String, String)] = [:]
    for line in PlainVerbs.irregular.split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      if fields.count == 3 { table[fields[0]] = (fields[1], fields[2]) }
    }
    return table
  }()

  /// The forms of `base`; `doubles` tells whether its last letter doubles (*stopped*).
  init(_ base: String, doubles: Bool = false) {
    self.base = base
    let last = base.last ?? "e"
    let beforeLast = base.dropLast().last ?? "a"
    let isVowelBefore = "aeiou".contains(beforeLast)
    third = base + "s"
    if "sxz".contains(last) || base.hasSuffix("sh") || base.hasSuffix("ch") || (last == "o" && !isVowelBefore)
    {
      third = base + "es"
    }
    past = base + "ed"
    ing = base + "ing"
    if last == "e" {
      past = base + "d"
      if !base.hasSuffix("ee") && !base.hasSuffix("oe") && !base.hasSuffix("ye") && base != "be" {
        ing = base.hasSuffix("ie") ? base.dropLast(2) + "ying" : base.dropLast() + "ing"
      }
    } else if last == "y" && !isVowelBefore {
      third = base.dropLast() + "ies"
      past = base.dropLast() + "ied"
    } else if doubles {
      past = base + String(last) + "ed"
      ing = base + String(last) + "ing"
    }
    participle = past
    if let (irregularPast, irregularParticiple) = Self.irregular[base] {
      past = irregularPast
      participle = irregularParticiple
    }
    switch base {
    case "have": third = "has"; past = "had"; participle = "had"
    case "do": third = "does"; past = "did"; participle = "done"
    case "be": third = "is"
    default: break
    }
  }
}
