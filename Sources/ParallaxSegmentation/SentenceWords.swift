import ParallaxCore

/// Words that decide whether a stop ends a sentence.
struct SentenceWords: Sendable {
  /// What a word can be to the sentence splitter.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt8
    /// Its stop never ends a sentence before a word (*Mr.*, *vs.*, *e.g.*).
    static let title = Roles(rawValue: 1)
    /// Its stop ends a sentence only before a word that begins sentences (*Inc.*, *Calif.*, *Jan.*).
    static let abbreviation = Roles(rawValue: 2)
    /// Its stop does not end a sentence before a number (*No. 10*, *Jan. 6*).
    static let beforeNumber = Roles(rawValue: 4)
    /// Begins sentences and no names.
    static let starter = Roles(rawValue: 8)
    /// Reports a question or an outcry.
    static let cue = Roles(rawValue: 16)
  }

  private let roles: [Roles]

  init(words: inout VocabularyBuilder) {
    var table: [(WordID, Roles)] = []
    func add(_ list: String, _ role: Roles, to words: inout VocabularyBuilder) {
      for word in list.split(whereSeparator: \.isWhitespace) {
        table.append((words.intern(String(word)), role))
      }
    }
    add(Self.titles, .title, to: &words)
    add(Self.abbreviations, .abbreviation, to: &words)
    add(Self.months, [.abbreviation, .beforeNumber], to: &words)
    add(Self.numbered, [.beforeNumber], to: &words)
    add(Self.starters, .starter, to: &words)
    add(Self.cues, .cue, to: &words)
    var roles = [Roles](repeating: [], count: Int(table.map(\.0).max() ?? 0) + 1)
    for (id, role) in table { roles[Int(id)].formUnion(role) }
    self.roles = roles
  }

  @inline(__always)
  func roles(of word: WordID) -> Roles { Int(word) < roles.count ? roles[Int(word)] : [] }

  private static let titles = """
    mr mrs ms mx messrs mmes dr prof sen sens rep reps gov govs gen lt col maj capt cpt cmdr cmdt comdr adm
    sgt cpl pfc rev fr hon pres supt det insp dep asst assoc atty amb st ste mt ft vs v viz cf e.g i.e eg
    ie ca approx al rt brig
    """
  private static let abbreviations = """
    inc corp ltd co cos bros llc llp plc dept univ assn jr sr esq etc ave blvd rd ph.d m.d a.m p.m
    ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mich minn miss mo mont neb nebr nev okla
    ore pa tenn tex va vt wash wis wisc wyo ont que alta
    hon natl intl govt est min max tel ext
    """
  private static let months = """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat
    """
  private static let numbered = "no nos fig figs vol vols p pp pg ch sec art par para op ed eds"
  private static let starters = """
    the a an this that these those it its it's he she they we i you his her their our my your he's she's
    they're we're i'm i've you're that's there's there here but and or so yet if in on at as for from with
    after before when while since because although though however meanwhile still instead then now what why
    how who where which some many most several all both no not one another other such each every by to of
    also even once until unless despite during according under over among about asked critics
    """
  private static let cues = """
    said says say asked asks ask told tells wrote writes added adds tweeted shouted cried exclaimed replied
    answered wondered yelled screamed demanded joked quipped responded recalled
    """
}
