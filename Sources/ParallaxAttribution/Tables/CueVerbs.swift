/// Verbs that attribute content to a source, and what may follow them.
///
/// One verb a line: base form (with its particle), kind, constructions.
///
/// | construction | content is | example |
/// |---|---|---|
/// | `clause` | a clause, with or without *that* | *said (that) it rained* |
/// | `that` | a clause with *that* only | *complained that it rained* |
/// | `question` | a clause with *whether, what, how …* | *asked whether it rained* |
/// | `final` | what stands before, after or around subject and verb | *It rained, she said* |
/// | `quoted` | `final`, for quotations alone | *“It rained,” she laughed* |
/// | `hearer` | whatever follows a hearer, who is left out | *told reporters (that) it rained* |
/// | `object` | the object | *denied the report* |
/// | `as` | object and predicate with *as* | *described it as a sham* |
/// | `naming` | object and predicate, with or without *as* | *called it a sham* |
/// | `infinitive` | an infinitive | *refused to go* |
/// | `hearerInfinitive` | object and infinitive | *urged them to go* |
/// | `gerund` | a form in *-ing* | *denied going* |
/// | `raising` | subject and infinitive or predicate | *seemed to agree* |
/// | `passive` | subject and infinitive of the passive | *is expected to agree* |
/// | `of`, `for`, `about` … | what follows the preposition, which joins the cue | *called for a vote* |
///
/// Behaviour after Levin (1993), English Verb Classes and Alternations, and Quirk et al. (1985), chapter 16.
enum CueVerbs {
  /// All of them.
  static var table: String { saying + "\n" + thinking }

  /// Verbs with a particle, of thinking, wanting, appearing and showing.
  private static let thinking = """
    # with a particle
    point_out speech clause question final object
    call_out speech object
    call_on speech hearerInfinitive
    call_upon speech hearerInfinitive
    lash_out speech at against
    speak_out speech against about for
    lay_out speech object question
    spell_out speech object question
    sum_up speech object final
    bring_up speech object
    fire_back speech that final at
    hit_back speech that final at
    shoot_back speech final
    push_back speech that final on against
    hit_out speech at
    rule_out intention object gerund
    write_off belief object as
    shoot_down speech object
    play_down speech object
    brush_off speech object as
    brush_aside speech object
    wave_off speech object
    shrug_off belief object
    weigh_in speech on
    chime_in speech final
    blurt_out speech final
    cry_out speech final
    call_for speech object
    take_aim speech at
    take_issue speech with
    find_out belief clause question object
    figure_out belief question
    come_out speech against for
    double_down speech on
    hold_forth speech on about
    read_out speech object
    go_on speech quoted
    sound_off speech on about
    tee_off speech on
    tear_into speech object
    lay_into speech object
    rip_into speech object
    light_into speech object
    laugh_off belief object
    swear_off intention object
    # thinking
    think belief clause question of about final
    believe belief clause question in final passive object
    know belief clause question about of object passive
    feel belief that
    hear belief clause of about
    see belief question as
    understand belief clause question object passive
    realize belief clause question
    realise belief clause question
    recognize belief clause question object
    remember belief clause question gerund object final
    forget belief that question
    learn belief clause question of about
    discover belief clause question
    doubt belief clause question object
    suspect belief clause object of passive
    assume belief that
    presume belief clause
    suppose belief clause
    imagine belief clause question object final gerund
    envision belief object
    envisage belief object
    foresee belief clause object
    anticipate belief clause object passive gerund
    expect belief clause object infinitive hearerInfinitive passive
    fear belief clause object passive
    worry belief clause final about over
    fret belief that final about over
    agonize belief over about
    hope belief clause infinitive for final
    pray speech that for
    wish intention clause infinitive for
    dream belief of about that
    trust belief that object
    distrust belief object
    mistrust belief object
    consider belief naming object gerund question passive
    regard belief as
    view belief as passive
    perceive belief as that object
    interpret belief as object
    judge belief naming that
    appreciate belief object that
    admire belief object
    respect belief object
    like belief infinitive
    love belief object infinitive
    hate belief object infinitive that
    loathe belief object
    despise belief object
    detest belief object
    dislike belief object
    prefer belief object infinitive
    resent belief object that
    mind belief that question
    contemplate intention gerund object
    ponder belief question object
    mull intention object gerund
    gauge belief question
    determine belief clause question
    ascertain belief clause question
    decide intention clause question
    resolve intention that
    focus belief on
    reflect belief on
    # wanting
    want intention infinitive object hearerInfinitive
    need intention
    seek intention infinitive object
    intend intention infinitive
    plan intention infinitive on
    aim intention infinitive
    attempt intention
    desire intention object infinitive
    crave intention object
    long intention for infinitive
    yearn intention for infinitive
    refuse intention infinitive object
    decline intention infinitive object
    hesitate intention infinitive
    consent intention to infinitive
    strive intention infinitive for
    # appearing
    # showing
    show evidence clause question object final
    find evidence clause final
    demonstrate evidence that
    prove evidence that
    document evidence object
    illustrate evidence question object that
    expose evidence object
    establish evidence that
    """
}
