/// Forms of nouns and adjectives that no rule gives, and words that double their last letter.
extension Inflection {
  /// Plurals of nouns.
  static let irregularNouns = table(
    """
    addendum addenda addendums
    alga algae
    alumna alumnae
    alumnus alumni
    analysis analyses
    antithesis antitheses
    apparatus apparatus apparatuses
    appendix appendices appendixes
    automaton automata automatons
    axis axes
    bacterium bacteria
    basis bases
    beau beaux beaus
    bureau bureaus bureaux
    cactus cacti cactuses
    calf calves
    catharsis catharses
    chassis chassis
    chateau chateaux chateaus
    child children
    codex codices
    corpus corpora corpuses
    corrigendum corrigenda
    crisis crises
    criterion criteria criterions
    curriculum curricula curriculums
    datum data
    deer deer
    diagnosis diagnoses
    die dice dies
    dwarf dwarfs dwarves
    elf elves
    ellipsis ellipses
    emphasis emphases
    erratum errata
    fiasco fiascos fiascoes
    fish fish fishes
    focus focuses foci
    foot feet
    formula formulas formulae
    fungus fungi funguses
    gentleman gentlemen
    genesis geneses
    genus genera
    goose geese
    grouse grouse
    half halves
    hoof hooves hoofs
    hypothesis hypotheses
    index indexes indices
    kibbutz kibbutzim
    knife knives
    larva larvae
    leaf leaves
    life lives
    loaf loaves
    locus loci
    louse lice
    man men
    matrix matrices matrixes
    means means
    medium media mediums
    memorandum memoranda memorandums
    metamorphosis metamorphoses
    millennium millennia millenniums
    minutia minutiae
    moose moose
    mouse mice
    nebula nebulae
    nemesis nemeses
    neurosis neuroses
    nucleus nuclei
    oasis oases
    offspring offspring
    ox oxen
    paralysis paralyses
    parenthesis parentheses
    passer-by passers-by
    passerby passersby
    hanger-on hangers-on
    looker-on lookers-on
    person people persons
    phenomenon phenomena phenomenons
    plateau plateaus plateaux
    potato potatoes
    prognosis prognoses
    psychosis psychoses
    quiz quizzes
    radius radii radiuses
    referendum referendums referenda
    runner-up runners-up
    scarf scarves scarfs
    self selves
    series series
    sheaf sheaves
    sheep sheep
    shelf shelves
    species species
    spectrum spectra spectrums
    stadium stadiums stadia
    stigma stigmas stigmata
    stimulus stimuli
    stratum strata
    swine swine
    syllabus syllabi syllabuses
    symposium symposia symposiums
    synopsis synopses
    synthesis syntheses
    tableau tableaux tableaus
    terminus termini terminuses
    thesis theses
    thief thieves
    tooth teeth
    trousseau trousseaux
    vertebra vertebrae
    vertex vertices
    virtuoso virtuosos virtuosi
    wharf wharves wharfs
    wife wives
    wolf wolves
    woman women
    """)

  /// Nouns in *-man* that take *-s*.
  static let regularMan: Set<String> = [
    "human", "german", "roman", "norman", "ottoman", "shaman", "talisman", "caiman", "superhuman", "turkman",
    "burman", "hetman", "brahman", "mussulman", "subhuman",
  ]

  /// Nouns in *-o* that take *-es* (both spellings are found).
  static let nounsInOES: Set<String> = [
    "antihero", "archipelago", "bravado", "buffalo", "cargo", "desperado", "domino", "echo", "embargo",
    "flamingo", "fresco", "ghetto", "go", "grotto", "halo", "hero", "innuendo", "jingo", "lingo", "mango",
    "manifesto", "memento", "mosquito", "motto", "no", "peccadillo", "potato", "superhero", "tomato",
    "tornado",
    "torpedo", "tuxedo", "veto", "virago", "volcano", "weirdo", "zero",
  ]

  /// Comparatives and superlatives.
  static let irregularAdjectives = table(
    """
    bad worse worst
    badly worse worst
    evil eviler evilest
    far farther farthest further furthest
    good better best
    ill worse worst
    late later latest latter last
    little less least littler littlest
    many more most
    much more most
    old older oldest elder eldest
    well better best
    shy shyer shyest shier shiest
    sly slyer slyest slier sliest
    dry drier driest dryer dryest
    wry wryer wryest wrier wriest
    coy coyer coyest
    gay gayer gayest
    grey greyer greyest
    """)

  /// Verbs of several syllables that double their last letter.
  static let doublingVerbs: Set<String> = [
    "abet", "abhor", "abut", "acquit", "admit", "airdrop", "allot", "annul", "aver", "babysit", "backpedal",
    "backstab", "bedim", "befit", "befog", "beget", "begin", "beset", "besot", "bodyslam", "bootleg",
    "catnap", "commit", "compel", "concur", "confer", "control", "corral", "debar", "debug", "defer",
    "defrag", "demur", "deter", "disbar", "disinter", "dispel", "distil", "eavesdrop", "embed", "emit",
    "enrol", "entrap", "enwrap", "equip", "excel", "expel", "extol", "forbid", "forget", "format", "fulfil",
    "handicap", "hobnob", "horsewhip", "hotdog", "humbug", "impel", "incur", "infer", "instil", "inter",
    "intermit", "jitterbug", "kidnap", "kneecap", "leapfrog", "monogram", "namedrop", "nonplus", "occur",
    "offset", "omit", "outbid", "outfit", "outgun", "outrun", "outstrip", "outwit", "overbid", "overlap",
    "overrun", "overstep", "patrol", "permit", "pettifog", "prefer", "program", "propel", "rebel", "rebid",
    "rebut", "recap", "recommit", "recur", "refer", "refit", "regret", "remit", "repel", "reset", "reship",
    "resubmit", "retrofit", "rewrap", "sandbag", "sidestep", "submit", "transfer", "transmit", "transship",
    "typeset", "unclog", "underbid", "undercut", "underpin", "unpin", "unplug", "unwrap", "unzip", "upset",
    "waterlog", "wigwag", "wiretap", "worship", "zigzag",
  ]

  /// Short verbs that compounds end in (*deadpan*, *body-slam*, *backpedal* is none).
  static let doublingEndings: Set<String> = [
    "bag", "bat", "bed", "bet", "blog", "bug", "chat", "chop", "clip", "crop", "cut", "dig", "dip", "drag",
    "drop",
    "dub", "flag", "flip", "flop", "fog", "grab", "hit", "hop", "hug", "jab", "jam", "jog", "lag", "leg",
    "log",
    "man", "map", "mug", "nab", "nag", "nap", "net", "pan", "peg", "pin", "pit", "plan", "plot", "plug",
    "pop", "prop",
    "ram", "rap", "rig", "rip", "rob", "rub", "run", "scan", "ship", "shop", "skip", "slam", "slap", "slip",
    "snap",
    "spin", "spot", "stab", "step", "stop", "strip", "swap", "tag", "tap", "tip", "top", "trap", "trim",
    "trip", "trot",
    "whip", "wrap", "zip",
  ]
}
