/// Forms of verbs that no rule gives. One word a row: the base form, then the irregular forms.
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

  /// The rows of a table by their first word.
  static func table(_ rows: String) -> [String: [String]] {
    var table: [String: [String]] = [:]
    for row in rows.utf8.split(separator: UInt8(ascii: "\n")) {
      let words = row.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
      table[words[0]] = Array(words.dropFirst())
    }
    return table
  }
}
