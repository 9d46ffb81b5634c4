extension CueVerbs {
  /// Verbs of saying; lines as `CueVerbs` describes them.
  static let saying = """
    # saying, with a clause
    say speech clause question final passive
    tell speech hearer clause question final about of hearerInfinitive
    write speech clause final about of
    add speech clause final
    note speech clause question final object
    argue speech clause final for against over
    announce speech clause question final object
    claim speech clause final infinitive
    tweet speech clause final about object
    retweet speech object
    post speech clause final about
    blog speech that final about
    text speech that final
    e-mail speech that final
    explain speech clause question final object
    declare speech clause final object naming
    proclaim speech clause final object naming
    pronounce speech that final naming
    acknowledge speech clause final object gerund
    insist speech clause final on upon
    warn speech hearer clause final of about against hearerInfinitive
    caution speech hearer clause final against hearerInfinitive
    reveal speech clause question final object
    disclose speech clause question final object
    mention speech clause question final object
    state speech clause question final object
    recall speech clause question final object gerund
    recount speech clause question final object
    predict speech clause question final object
    forecast speech clause object
    prophesy speech clause final
    project belief clause passive
    admit speech clause final to object gerund
    confess speech that final to
    concede speech clause final object
    deny speech clause final object gerund
    reply speech that final to
    respond speech that final to by
    answer speech that final
    retort speech that final
    counter speech that final
    rejoin speech quoted
    confirm speech clause question final object
    comment speech that final on about upon
    remark speech that final on upon about
    observe speech clause final
    echo speech final object
    complain speech that final about of
    grumble speech that final about
    gripe speech that final about
    grouse speech that final about
    moan speech that final about
    whine speech that final about
    lament speech that final object
    bemoan speech object
    decry speech object as
    deplore speech object
    remind speech hearer clause final of
    repeat speech that final object
    reiterate speech that final object
    restate speech that object
    emphasize speech that final object
    stress speech that final object
    underscore speech that
    underline speech that
    highlight speech object that
    assert speech clause final object
    aver speech clause final
    avow speech clause final
    affirm speech clause final object
    reaffirm speech that object
    allege speech clause final object passive
    contend speech clause final
    maintain speech that final
    posit speech clause object
    submit speech that
    testify speech that final about to
    swear speech clause final infinitive
    certify speech that as
    boast speech that final about of
    brag speech that final about of
    joke speech that final about
    quip speech that final
    crack speech quoted
    deadpan speech quoted final
    muse speech that final about
    opine speech that final on about
    pontificate speech final about on
    speculate speech clause final about on question
    theorize speech clause final
    hypothesize speech clause final
    surmise belief clause final
    estimate belief clause object passive as
    calculate belief clause question object
    reckon belief clause final
    figure belief that
    guess belief clause final question
    hint speech clause final at
    imply speech clause object
    intimate speech clause
    insinuate speech clause
    indicate speech clause question object final
    signal speech clause object question
    propose speech clause object infinitive gerund final
    recommend speech clause object gerund hearerInfinitive
    advise speech hearerInfinitive that final
    counsel speech hearer clause final hearerInfinitive against
    report speech clause question final object gerund passive
    relate speech that question final
    narrate speech that final object
    describe speech question as object final
    detail speech object question
    outline speech object question
    delineate speech object
    summarize speech object as final
    specify speech clause question object
    clarify speech clause question object final
    elaborate speech on final
    expound speech on
    stipulate speech clause object
    explicate speech object
    communicate speech clause object
    convey speech clause object
    inform speech hearer clause final of about
    notify speech hearer clause of
    assure speech hearer clause final of
    reassure speech hearer clause final
    convince belief hearer that hearerInfinitive of
    persuade belief hearer that hearerInfinitive of
    promise intention hearer clause infinitive object final
    pledge intention clause infinitive object final
    vow intention clause infinitive object final
    threaten intention infinitive object that with
    ask speech hearer question final about for hearerInfinitive infinitive
    inquire speech question final about into
    query speech question final object
    quiz speech about on
    grill speech about on over
    question belief question object final
    wonder belief question final about aloud
    demand speech clause object infinitive final question
    request speech clause object hearerInfinitive
    beg speech hearerInfinitive for final
    plead speech final for with
    implore speech hearerInfinitive final
    beseech speech hearerInfinitive
    entreat speech hearerInfinitive
    urge speech hearerInfinitive clause object final
    exhort speech hearerInfinitive final
    encourage speech hearerInfinitive object
    discourage speech object
    instruct speech hearerInfinitive hearer clause
    command speech hearerInfinitive that
    dare speech hearerInfinitive
    challenge speech object
    call speech naming object final
    dub speech naming
    brand speech naming
    label speech naming
    term speech naming
    deem belief naming passive
    name speech naming object
    nickname speech naming
    characterize speech as object
    portray speech as object
    depict speech as object
    paint speech as
    cast speech as
    frame speech as
    bill speech as
    tout speech object as
    hail speech object as final
    herald speech object as
    laud speech object as
    praise speech object as final
    applaud speech object final
    commend speech object final
    extol speech object
    cheer speech final
    thank speech object
    congratulate speech object
    credit speech object
    compliment speech object
    salute speech object
    welcome speech object
    toast speech object
    apologize speech for to
    regret belief object that gerund
    rue belief object
    criticize speech object as
    criticise speech object as
    condemn speech object as
    denounce speech object as
    slam speech object as
    blast speech object as final
    lambaste speech object as
    lambast speech object as
    bash speech object as
    rip speech object as
    savage speech object
    skewer speech object
    rap speech object
    attack speech object as
    assail speech object as
    castigate speech object as
    chastise speech object
    chide speech object
    scold speech object final
    berate speech object
    rebuke speech object
    reprimand speech object
    admonish speech object hearerInfinitive final
    upbraid speech object
    excoriate speech object
    vilify speech object
    malign speech object
    disparage speech object
    belittle speech object
    deride speech object as
    ridicule speech object as
    mock speech object as final
    taunt speech object final
    tease speech object final
    insult speech object
    lampoon speech object
    scoff speech at final
    sneer speech at final
    jeer speech object at
    boo speech object
    jab speech at
    lash speech quoted
    rail speech against about
    fume speech that final about
    rage speech final against about
    thunder speech final that
    bellow speech final
    roar speech final
    rant speech about against
    sniff speech final
    snap speech final
    bark speech final
    growl speech final
    snarl speech final
    accuse speech object of
    blame speech object
    fault speech object
    charge speech that final
    impugn speech object
    indict speech object
    censure speech object
    reproach speech object
    disavow speech object
    disown speech object
    renounce speech object
    repudiate speech object
    reject speech object as
    rebuff speech object
    rebut speech object
    refute speech object
    dismiss speech object as
    discount belief object as
    downplay speech object
    disregard belief object
    dispute speech object that
    contradict speech object
    protest speech that object final against
    object speech that final to
    disagree belief with that final about on
    agree belief clause final infinitive with on to
    concur belief that final with
    back belief object
    support belief object gerund
    endorse speech object
    defend speech object as
    advocate speech object for gerund
    espouse belief object
    favor belief object gerund
    favour belief object gerund
    oppose belief object gerund
    discuss speech object question
    address speech object
    broach speech object
    reference speech object
    invoke speech object
    cite speech object as
    quote speech object as
    list speech object as
    identify speech object as
    compare speech object
    liken speech object
    equate speech object
    contrast speech object
    refer speech to
    allude speech to
    point speech to
    speak speech about of on against for out
    talk speech about of
    chat speech about
    gossip speech about
    lecture speech about on
    preach speech object about
    shout speech final that object
    yell speech final that object
    scream speech final that object
    cry speech final
    exclaim speech final that
    whisper speech final that about
    mutter speech final that about
    murmur speech final that
    mumble speech final that
    stammer speech final
    chant speech final object
    sing speech final
    chime speech quoted
    chuckle speech quoted
    laugh speech quoted
    sigh speech quoted
    smile speech quoted
    grin speech quoted
    shrug speech quoted
    gush speech final that about
    enthuse speech final that about
    rave speech final that about
    swoon speech final
    coo speech final
    intone speech final that
    recite speech final object
    read evidence final
    pen speech object
    continue speech quoted
    begin speech quoted
    interject speech final that
    interrupt speech quoted
    volunteer speech that final infinitive
    offer speech quoted infinitive
    venture speech final that
    profess speech infinitive object
    voice speech object
    express speech object
    vent speech about
    press speech hearerInfinitive
    push speech for hearerInfinitive
    lobby speech for hearerInfinitive against
    petition speech hearerInfinitive for
    appeal speech for
    negotiate speech object
    bargain speech for
    rule speech that
    decree speech that
    mandate speech that object
    require speech that object
    allow speech that
    attest speech that to
    conclude speech clause final
    debate speech object question
    order speech hearerInfinitive that
    suggest speech clause final object gerund question
    """
}
