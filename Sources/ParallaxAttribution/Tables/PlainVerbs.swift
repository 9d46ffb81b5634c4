/// Common verbs that report nothing, known so that clauses can be told from noun phrases.
///
/// `/n` marks verbs whose base form and form in *-s* are nouns as well, `+` those that double their last
/// letter (*stopped*).
enum PlainVerbs {
  static let list = """
    abandon accept access/n accompany accomplish account/n achieve acquire act/n adapt adjust adopt
    advance/n
    affect afford age/n aid/n air/n alert/n align alter amount/n analyze annoy apply arise arm/n arrange
    arrest/n arrive assemble assess assign assist/n associate/n attach attain attempt/n attend attract avoid
    award/n balance/n battle/n be beat/n become beg+ begin+ behave belong benefit/n bet/n bid/n bind bite/n
    block/n blow/n board/n boost/n border/n borrow bother bow/n break/n bring build/n burn/n burst/n buy/n
    campaign/n cancel capture/n care/n carry catch/n cause/n cease change/n chart/n chase/n check/n circle/n
    circulate claim/n clap+ clash/n clean clear climb/n cling close/n coach/n collapse/n collect combine
    come
    commit+ compete compile complete comply comprise conceal concentrate concern/n conduct/n confine
    conflict/n
    confront confuse connect constitute consist construct consult consume contact/n contain continue
    contribute control/n convert convict cook/n cool cooperate cope cost/n count/n couple/n cover/n crack/n
    crash/n crawl create cross/n crowd/n crush/n cultivate cure/n cut/n damage/n dance/n date/n deal/n
    decline/n
    decrease/n defeat/n define defy delay/n delete deliver depart depend deploy deposit/n deprive derail
    derive
    descend deserve design/n destroy devastate develop devote die differ dig+ diminish dip+/n disappear
    disappoint discard discipline/n disclose discriminate display/n dispose disrupt dissolve distance/n
    distinguish distribute disturb divide dive/n divorce/n dominate donate double draft/n drag+ drain/n
    draw/n
    dress/n drift/n drill/n drink/n drive/n drop+/n dry dump earn ease eat edge/n edit educate elect
    electrify eliminate embark embarrass emerge employ empower enable enact encounter/n end/n endanger
    endure
    energize enforce engage enhance enjoy enlist ensure enter entertain erase erode erupt escalate escape/n
    escort/n establish evacuate evade evaluate evolve exceed exchange/n exclude excuse/n execute exercise/n
    exhaust exist exit/n expand experience/n expire explode exploit explore export/n extend extract
    face/n fade
    fail fall/n fan+/n favor/n fear/n feature/n feed fight/n file/n fill finance/n finish fire/n fit+ fix
    flee flip+
    float flood/n flow/n fly focus/n fold follow force/n form/n found frame/n free freeze/n frustrate fuel/n
    fulfill function/n fund/n gain/n gather generate get+ give glance/n go govern grab+ graduate/n
    grant/n greet
    grow guard/n guide/n halt/n hand/n handle hang+ happen harass harm/n harvest/n head/n heal heat/n help/n
    hesitate hide highlight/n hire hit+/n hold/n host/n house/n hug+ hunt/n hurt ignite ignore impact/n
    implement import/n impose impress imprison improve incite include incorporate increase/n incur
    influence/n
    inherit initiate inject injure inspect inspire install integrate intensify interact interfere intervene
    interview/n introduce invade invent invest investigate involve isolate join jump/n justify keep
    kick/n kill
    kneel knock/n lack/n land/n last/n launch/n lay lead/n lean leap/n leave/n lend let+ level/n lie/n lift
    light/n limit/n line/n link/n listen live load/n locate lock/n log+/n look/n loom lose lower maintain
    make
    manage march/n mark/n market/n marry master/n match/n matter/n mean measure/n meet merge merit/n
    mislead miss
    mix/n mobilize modify monitor/n motivate mount/n mourn move/n narrow near need/n neglect nod+
    notice/n obey
    object/n obscure obstruct obtain occupy occur open operate organize oust outrage/n overcome overhaul/n
    overlook oversee overtake overturn overwhelm owe own pace/n pack/n park/n participate pass/n pause/n
    pay/n
    peak/n perform persist phone/n pick/n pitch/n place/n plant/n play/n plunge/n poise pop+ pose position/n
    possess postpone pour practice/n precede prepare preserve press/n presume prevail prevent price/n
    print/n
    process/n produce profit/n progress/n promote prompt protect provide provoke publicize pull/n pump/n
    punch/n
    punish purchase/n pursue push/n put+ qualify quit+ race/n raise/n rally/n range/n rank/n rate/n
    reach/n react
    read rebuild receive recover recruit/n reduce reform/n refrain regain register/n regulate reinforce
    relax release/n rely remain remove render renew rent/n repair/n repeal/n replace represent rescue/n
    reserve/n
    reset reshape reside resign resolve resort/n respect/n rest/n restore restrict result/n resume retain
    retire retreat/n return/n reverse review/n revive revoke revolve reward/n ride/n ring/n rip+ rise/n
    risk/n
    rock/n roll/n root/n ruin/n run+/n rush/n sail save scare/n scatter schedule/n score/n scramble/n scrap+
    screen/n seal/n search/n secure seize sell send separate serve set+/n settle shake shape/n share/n
    shed shift/n
    shine ship+/n shock/n shoot shop+/n shorten show/n shrink shut+ side/n sign/n sink sit+ skip+ slash/n
    sleep/n
    slide/n slip+/n slow smash smell/n smoke/n soar solicit solve spare spark/n spend spill/n spin+/n
    split+/n
    sponsor/n spot+/n spread/n spur+ squeeze/n stage/n stake/n stall/n stand/n star+/n stare start/n
    starve stay/n
    steal stem+/n step+/n stick stir+ stop+/n store/n storm/n strengthen stretch/n strike/n strip+/n
    struggle/n
    study/n stumble subject/n succeed sue suffer suit/n supply/n surge/n surpass surprise/n surrender/n
    surround
    survive suspend sustain sweep/n swing/n switch/n tackle take talk/n tap+/n target/n tax/n teach tear/n
    tempt terminate terrify test/n throw tie/n tighten topple torture/n toss total/n touch/n tour/n
    trace/n track/n
    trade/n trail/n train/n transfer+/n transform translate transport/n trap+/n travel/n treat trigger/n
    trip+/n
    triumph/n trouble/n try/n tumble/n turn/n undergo undermine undertake unite unleash unveil uphold
    upset/n use/n
    vanish vary venture/n view/n violate visit/n volunteer/n wait/n wake/n walk/n wander wane warm
    warrant/n wash
    waste/n watch/n wave/n weaken wear weigh whip+/n widen win+/n wind/n wipe withdraw withhold withstand
    witness/n
    work/n worsen wound/n wrap+ wreck/n wrestle yield/n
    """

  /// Base form, past, participle; verbs in neither this list nor another are regular.
  static let irregular = """
    arise arose arisen
    be was been
    bear bore borne
    beat beat beaten
    become became become
    begin began begun
    beseech besought besought
    bet bet bet
    bid bid bid
    bind bound bound
    bite bit bitten
    blow blew blown
    break broke broken
    bring brought brought
    broadcast broadcast broadcast
    build built built
    burst burst burst
    buy bought bought
    cast cast cast
    catch caught caught
    choose chose chosen
    cling clung clung
    come came come
    cost cost cost
    cut cut cut
    deal dealt dealt
    dig dug dug
    draw drew drawn
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed fed
    feel felt felt
    fight fought fought
    find found found
    flee fled fled
    fly flew flown
    forbid forbade forbidden
    forecast forecast forecast
    foresee foresaw foreseen
    forget forgot forgotten
    freeze froze frozen
    get got gotten
    give gave given
    go went gone
    grind ground ground
    grow grew grown
    hang hung hung
    hear heard heard
    hide hid hidden
    hit hit hit
    hold held held
    hurt hurt hurt
    keep kept kept
    kneel knelt knelt
    know knew known
    lay laid laid
    lead led led
    leave left left
    lend lent lent
    let let let
    lie lay lain
    light lit lit
    lose lost lost
    make made made
    mean meant meant
    meet met met
    mislead misled misled
    overcome overcame overcome
    oversee oversaw overseen
    overtake overtook overtaken
    pay paid paid
    put put put
    quit quit quit
    read read read
    rebuild rebuilt rebuilt
    reset reset reset
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran run
    say said said
    see saw seen
    seek sought sought
    sell sold sold
    send sent sent
    set set set
    shake shook shaken
    shed shed shed
    shine shone shone
    shoot shot shot
    show showed shown
    shrink shrank shrunk
    shut shut shut
    sing sang sung
    sink sank sunk
    sit sat sat
    sleep slept slept
    slide slid slid
    speak spoke spoken
    spend spent spent
    spin spun spun
    split split split
    spread spread spread
    stand stood stood
    steal stole stolen
    stick stuck stuck
    strike struck struck
    strive strove striven
    swear swore sworn
    sweep swept swept
    swing swung swung
    take took taken
    teach taught taught
    tear tore torn
    tell told told
    think thought thought
    throw threw thrown
    undergo underwent undergone
    understand understood understood
    undertake undertook undertaken
    uphold upheld upheld
    upset upset upset
    wake woke woken
    wear wore worn
    win won won
    wind wound wound
    withdraw withdrew withdrawn
    withhold withheld withheld
    withstand withstood withstood
    write wrote written
    """
}
