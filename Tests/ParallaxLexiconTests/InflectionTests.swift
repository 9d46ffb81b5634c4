import Testing

@testable import ParallaxLexicon

@Suite struct InflectionTests {
  @Test(arguments: [
    ("slam", "slam slams slammed slamming"),
    ("lead", "lead leads led leading"),
    ("lean", "lean leans leaned leant leaning"),
    ("be", "be am is are was were been being"),
    ("have", "have has had having"),
    ("carry", "carry carries carried carrying"),
    ("die", "die dies died dying"),
    ("agree", "agree agrees agreed agreeing"),
    ("make", "make makes made making"),
    ("panic", "panic panics panicked paniced panicking panicing"),
    ("quit", "quit quits quitted quitting"),
    ("admit", "admit admits admitted admitting"),
    ("visit", "visit visits visited visiting"),
    ("open", "open opens opened opening"),
    ("show", "show shows showed shown showing"),
    ("fix", "fix fixes fixed fixing"),
    ("push", "push pushes pushed pushing"),
    ("travel", "travel travels travelled traveled travelling traveling"),
    ("undergo", "undergo undergoes undergos underwent undergone undergoing"),
    ("overdo", "overdo overdoes overdos overdid overdone overdoing"),
    ("mislead", "mislead misleads misled misleading"),
    ("rethink", "rethink rethinks rethought rethinking"),
    ("understand", "understand understands understood understanding"),
    ("cherry-pick", "cherry-pick cherry-picks cherry-picked cherry-picking"),
    ("plug", "plug plugs plugged plugging"),
    ("enjoy", "enjoy enjoys enjoyed enjoying"),
    ("delight", "delight delights delighted delighting"),
    ("release", "release releases released releasing"),
    ("deadpan", "deadpan deadpans deadpanned deadpaned deadpanning deadpaning"),
    ("dye", "dye dyes dyed dyeing"),
    ("lie", "lie lies lay lain lied lying"),
  ])
  func verbs(base: String, forms: String) {
    #expect(Inflection.verb.forms(of: base).joined(separator: " ") == forms)
  }

  @Test(arguments: [
    ("regime", "regime regimes"), ("crony", "crony cronies"), ("boy", "boy boys"), ("witch", "witch witches"),
    ("crisis", "crisis crises"), ("woman", "woman women"), ("human", "human humans"),
    ("yes-man", "yes-man yes-men"), ("runner-up", "runner-up runners-up"), ("hero", "hero heroes heros"),
    ("wife", "wife wives"), ("box", "box boxes"), ("child", "child children"), ("veto", "veto vetoes vetos"),
    ("photo", "photo photos"), ("quiz", "quiz quizzes"), ("referendum", "referendum referendums referenda"),
    ("spokesperson", "spokesperson spokespeople spokespersons"), ("belief", "belief beliefs"),
  ])
  func nouns(base: String, forms: String) {
    #expect(Inflection.noun.forms(of: base).joined(separator: " ") == forms)
  }

  @Test(arguments: [
    ("bold", "bold bolder boldest"), ("big", "big bigger biggest"), ("brave", "brave braver bravest"),
    ("ugly", "ugly uglier ugliest"), ("good", "good better best"), ("bad", "bad worse worst"),
    ("reckless", "reckless recklesser recklessest"), ("abominable", "abominable"),
    ("weak", "weak weaker weakest"), ("cruel", "cruel crueller crueler cruellest cruelest"),
  ])
  func adjectives(base: String, forms: String) {
    #expect(Inflection.adjective.forms(of: base).joined(separator: " ") == forms)
  }

  @Test func everyIrregularWordGivesItsForms() {
    for (base, forms) in Inflection.irregularVerbs {
      #expect(Set(forms).isSubset(of: Set(Inflection.verb.forms(of: base))), "\(base)")
    }
    for (base, forms) in Inflection.irregularNouns {
      #expect(Inflection.noun.forms(of: base).dropFirst().allSatisfy(forms.contains), "\(base)")
    }
  }

  @Test func formsAreDistinctAndBeginWithTheBase() {
    for word in ["put", "set", "sheep", "series", "cut", "hit", "a", "x", "go", "é", "-", "to-do"] {
      for inflection in Inflection.allCases {
        let forms = inflection.forms(of: word)
        #expect(forms.first == word)
        #expect(Set(forms).count == forms.count, "\(forms)")
      }
    }
  }
}
