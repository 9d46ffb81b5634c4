/// Forms that no rule gives. One word a row: the base form, then the irregular forms.
extension Inflection {
  /// Past tense and participle of verbs. *-s* and *-ing* follow the rules but for *be*, *have*, *do*, *go*.
  static let irregularVerbs = table(
    """
    abide abode abided
    arise arose arisen
    awake awoke awoken awaked
    babysit babysat
    backslide backslid
    bear bore borne
    beat beat beaten
    become became become
    befall befell befallen
    beget begot begat begotten
    begin began begun
    behold beheld
    bend bent
    bereave bereft bereaved
    beseech besought beseeched
    beset beset
    bespeak bespoke bespoken
    bet bet betted
    betake betook betaken
    bid bid bade bidden
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    breastfeed breastfed
    breed bred
    bring brought
    broadcast broadcast broadcasted
    browbeat browbeat browbeaten
    build built
    burn burned burnt
    burst burst
    bust busted bust
    buy bought
    cast cast
    catch caught
    chide chided chid
    choose chose chosen
    cleave cleaved cleft clove cloven
    cling clung
    clothe clothed clad
    come came come
    cost cost
    creep crept
    cut cut
    deal dealt
    deepfreeze deepfroze deepfrozen
    dig dug
    dive dived dove
    do did done
    draw drew drawn
    dream dreamed dreamt
    drink drank drunk
    drive drove driven
    dwell dwelt dwelled
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    fit fitted fit
    flee fled
    fling flung
    fly flew flown flied
    forbear forbore forborne
    forbid forbade forbad forbidden
    forecast forecast forecasted
    forget forgot forgotten
    forgive forgave forgiven
    forgo forwent forgone
    go went gone
    forsake forsook forsaken
    forswear forswore forsworn
    freeze froze frozen
    gainsay gainsaid
    get got gotten
    gild gilded gilt
    gird girded girt
    give gave given
    grind ground
    grow grew grown
    hamstring hamstrung
    hang hung hanged
    hear heard
    heave heaved hove
    hew hewed hewn
    hide hid hidden
    hit hit
    hold held
    hurt hurt
    inlay inlaid
    inset inset
    keep kept
    kneel knelt kneeled
    knit knitted knit
    know knew known
    lay laid
    lead led
    lean leaned leant
    leap leaped leapt
    learn learned learnt
    leave left
    lend lent
    let let
    lie lay lain lied
    light lit lighted
    lose lost
    make made
    mean meant
    meet met
    mislead misled
    mow mowed mown
    offset offset
    partake partook partaken
    pay paid
    plead pleaded pled
    prove proved proven
    put put
    quit quit quitted
    read read
    rend rent
    rid rid ridded
    ride rode ridden
    ring rang rung
    rise rose risen
    rive rived riven
    run ran run
    saw sawed sawn
    say said
    see saw seen
    seek sought
    sell sold
    send sent
    set set
    sew sewed sewn
    shake shook shaken
    shave shaved shaven
    shear sheared shorn
    shed shed
    shine shone shined
    shit shit shat shitted
    shoe shod shoed
    shoot shot
    show showed shown
    shred shredded shred
    shrink shrank shrunk shrunken
    shut shut
    sing sang sung
    sink sank sunk sunken
    sit sat
    slay slew slain slayed
    sleep slept
    slide slid
    sling slung
    slink slunk
    slit slit
    smell smelled smelt
    smite smote smitten
    sneak sneaked snuck
    sow sowed sown
    speak spoke spoken
    speed sped speeded
    spell spelled spelt
    spellbind spellbound
    spend spent
    spill spilled spilt
    spin spun span
    spit spat spit
    split split
    spoil spoiled spoilt
    spotlight spotlit spotlighted
    spread spread
    spring sprang sprung
    stand stood
    stave staved stove
    steal stole stolen
    stick stuck
    sting stung
    stink stank stunk
    strew strewed strewn
    stride strode stridden
    strike struck stricken
    string strung
    strive strove striven strived
    swear swore sworn
    sweat sweated sweat
    sweep swept
    swell swelled swollen
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    telecast telecast
    tell told
    think thought
    thrive thrived throve thriven
    throw threw thrown
    thrust thrust
    tread trod trodden treaded
    unbend unbent
    unbind unbound
    undergo underwent undergone
    upset upset
    wake woke woken waked
    waylay waylaid
    wear wore worn
    weave wove woven weaved
    wed wed wedded
    weep wept
    wet wet wetted
    win won
    wind wound
    withdraw withdrew withdrawn
    withhold withheld
    withstand withstood
    wreak wreaked wrought
    wring wrung
    write wrote written
    """)

  /// Beginnings that leave an irregular verb irregular: *overthrow*, *undergo*, *rethink*, *mislead*.
  static let verbPrefixes: [StaticString] = [
    "over", "under", "out", "re", "mis", "un", "up", "fore", "inter", "pre", "counter",
  ]

  /// Verbs that only look like a prefix before an irregular verb.
  static let regularVerbs = table(
    """
    outbid outbid
    relay relayed relaid
    underlie underlay underlain
    overlie overlay overlain
    unlearn unlearned unlearnt
    rewind rewound
    """)

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

  private static func table(_ rows: String) -> [String: [String]] {
    var table: [String: [String]] = [:]
    for row in rows.utf8.split(separator: UInt8(ascii: "\n")) {
      let words = row.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      table[words[0]] = Array(words.dropFirst())
    }
    return table
  }
}
