/// Nouns and adjectives that attribute content to a source.
///
/// One word a line: base form, kind, then the constructions that may follow it: `clause` (*the claim that it
/// rained*), `infinitive` (*his refusal to go*), or prepositions that join the cue (*her criticism of the
/// plan*).
enum CueNouns {
  static let nouns = """
    accusation speech clause of against
    acknowledgment speech clause of
    admission speech clause of
    advice speech clause infinitive
    advocacy speech for of
    affirmation speech clause of
    allegation speech clause of about against
    announcement speech clause of about
    apology speech for
    appeal speech for infinitive
    argument speech clause for against
    assertion speech clause
    assessment belief clause of
    assumption belief clause
    assurance speech clause
    attack speech on against
    belief belief clause in
    boast speech clause about
    call speech for infinitive
    charge speech clause
    claim speech clause of infinitive
    comment speech clause about on
    commitment intention infinitive
    complaint speech clause about of
    concern belief clause about over with
    concession speech clause
    conclusion speech clause
    condemnation speech of
    confidence belief clause in
    contention speech clause
    conviction belief clause
    criticism speech clause of for
    declaration speech clause of
    defense speech of
    demand speech clause for infinitive
    denial speech clause of
    denunciation speech of
    description speech of
    desire intention infinitive for
    determination intention infinitive
    diatribe speech against about
    disappointment belief clause with about
    disapproval belief of
    disclosure speech clause
    dissatisfaction belief with
    doubt belief clause about
    eagerness intention infinitive
    estimate belief clause of
    excuse speech for
    expectation belief clause of for
    explanation speech clause for of
    fear belief clause of about
    finding evidence clause
    forecast speech clause of
    frustration belief with over about at
    guess belief clause
    hint speech clause of
    hope belief clause for of
    implication speech clause
    indication evidence clause of
    insistence speech clause on
    intention intention infinitive of
    invitation speech infinitive
    joke speech about
    objection speech clause to
    offer intention infinitive
    opinion belief clause on of about
    opposition belief to
    order speech clause infinitive
    outrage belief over at
    perception belief clause of
    pessimism belief about
    plan intention infinitive for
    plea speech for infinitive
    pledge intention clause infinitive
    praise speech of for
    prediction speech clause of about
    preference belief for
    promise intention clause infinitive of
    proposal speech clause infinitive for
    push speech for infinitive
    question belief about over
    rebuke speech of
    recommendation speech clause infinitive
    refusal intention infinitive
    rejection speech of
    reluctance intention infinitive
    remark speech about on
    reminder speech clause of
    report speech clause of
    request speech clause for infinitive
    revelation speech clause
    rumor speech clause of about
    skepticism belief clause about of
    speculation speech clause about
    statement speech clause
    suggestion speech clause of
    support belief for of
    suspicion belief clause of about
    tale speech of
    testimony speech clause
    theory belief clause
    thesis belief clause
    threat intention infinitive of
    tirade speech against about
    view belief clause of on about
    vow intention clause infinitive
    warning speech clause of about
    willingness intention infinitive
    wish intention clause infinitive
    worry belief clause about
    """

  static let adjectives = """
    adamant speech clause about
    afraid belief clause of infinitive
    alarmed belief clause by about
    angry belief clause about at over with
    anxious belief clause about infinitive
    apprehensive belief about
    ashamed belief clause of
    aware belief clause of
    bullish belief on about
    cautious belief about
    certain belief clause of about
    complimentary speech of
    concerned belief clause about by with
    confident belief clause of in about
    convinced belief clause of
    critical speech of
    curious belief about
    delighted belief clause with by infinitive
    desperate intention infinitive
    determined intention infinitive
    disappointed belief clause in with by
    dismissive speech of
    dissatisfied belief with
    doubtful belief clause about of
    dubious belief clause about of
    eager intention infinitive
    emphatic speech clause about
    enthusiastic belief about
    excited belief clause about by infinitive
    fearful belief clause of
    fond belief of
    frustrated belief clause by with at
    furious belief clause about at over with
    glad belief clause infinitive
    grateful belief clause for to
    happy belief clause with about infinitive
    hesitant intention infinitive
    hopeful belief clause of about
    impressed belief by with
    inclined intention infinitive
    insistent speech clause on
    intent intention on
    interested belief in infinitive
    keen intention on infinitive
    mindful belief of
    nervous belief clause about
    opposed belief to
    optimistic belief clause about
    pessimistic belief clause about
    pleased belief clause with by infinitive
    positive belief clause about
    proud belief clause of infinitive
    reluctant intention infinitive
    sad belief clause
    satisfied belief clause with
    scared belief clause of
    sceptical belief clause of about
    skeptical belief clause of about
    sorry belief clause for about
    supportive belief of
    sure belief clause of about
    surprised belief clause by at infinitive
    suspicious belief of
    sympathetic belief to
    thankful belief clause for
    thrilled belief clause with by infinitive
    uncertain belief clause about of
    uncomfortable belief with
    undecided belief about
    uneasy belief about
    unhappy belief clause with about
    unsure belief clause of about
    unwilling intention infinitive
    upset belief clause about with by
    vocal speech about
    wary belief of about
    weary belief of
    willing intention infinitive
    worried belief clause about
    """

  /// Verbs that lend a noun cue their subject: *made the claim that*, *issued a statement saying*.
  static let lightVerbs = """
    make issue give have express voice raise offer deliver release put hold cast draw level file launch show
    share maintain hear announce reiterate repeat signal declare send push
    press post publish state renew echo reaffirm withdraw outline unveil detail
    """
}
