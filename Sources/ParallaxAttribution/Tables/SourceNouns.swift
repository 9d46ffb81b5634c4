/// Nouns that stand for those who speak, and what they tell about how far a reader can check them.
enum SourceNouns {
  /// One person or several, by what they are.
  static let persons = """
    adviser advisor advocate activist actor actress agent aide ally analyst anchor announcer attorney author backer
    banker biographer blogger boss boy broker brother businessman businesswoman cardinal chairman chairwoman
    champion chief citizen clerk coach colleague columnist commander commentator commissioner conservative
    consultant contender coordinator correspondent councilman councilwoman counsel critic customer daughter
    defendant defender delegate deputy detective developer diplomat director doctor donor economist editor
    employee employer engineer executive expert farmer father fighter filmmaker founder friend fundraiser
    girl
    governor guest head historian host husband immigrant incumbent insider inspector investigator investor
    journalist judge juror justice lawmaker lawyer leader legislator liberal lobbyist magistrate man manager
    mayor member migrant minister moderator mother neighbor nominee novelist nurse observer official
    officer operative opponent organizer owner parent participant partner pastor patient person physician
    pilot
    player poet policeman politician pollster preacher president priest producer professor prosecutor
    protester psychologist publisher rapper refugee reporter representative republican democrat
    researcher resident respondent retiree rival scholar scientist secretary senator sheriff singer sister
    skeptic soldier son source speaker spokesman spokesperson spokeswoman staffer star strategist student
    supporter surrogate surgeon survivor teacher teenager trader trustee veteran victim viewer voter witness
    woman worker writer aides men women people children fans folks kids americans russians chinese iranians
    israelis palestinians ukrainians europeans muslims christians jews catholics evangelicals millennials
    """
  /// Bodies that speak as one.
  static let groups = """
    administration agency airline alliance army association authority bank board bureau business cabinet
    campaign camp caucus chamber charity church city coalition college commission committee community
    company
    conference congress corporation council country court department embassy executive federation firm force
    foundation government group house industry institute institution jury kremlin league majority management
    media military ministry movement nation network office opposition organization outlet palace panel paper
    parliament party police post press public regime school senate staff state station store team times
    tribunal union university white workforce world newspaper magazine website site blog channel
    """
  /// Texts and surveys.
  static let documents = """
    account ad advertisement affidavit agreement amendment analysis announcement article audit bill
    biography
    book brief briefing bulletin caption chapter chart clip column commentary complaint conclusion contract
    data decision declaration deposition description document documentary draft editorial email e-mail
    essay estimate evidence examination figure filing finding footage forecast form graph graphic guide
    guideline headline history image indictment investigation issue journal law lawsuit leaflet letter list
    manifesto manual map memo memoir memorandum message motion narrative note notice number obituary opinion
    order page paper passage petition photo picture piece placard platform policy poll polling
    post poster press-release profile project proposal publication questionnaire rating record records
    release report research result results review ruling rule script segment series sign signs speech
    statement statistic statistics statute story study summary survey surveys testimony text transcript
    translation tweet tweets verdict version video website wording
    """
  /// Those whom *they* are when no one is named.
  static let collectives = """
    critics opponents supporters observers experts analysts officials republicans democrats conservatives
    liberals voters americans people activists advocates others many some aides allies reporters journalists
    lawmakers residents protesters scientists researchers economists historians scholars investigators
    prosecutors lawyers authorities police officers witnesses neighbors friends fans polls studies insiders
    strategists operatives pundits skeptics detractors sources leaders members
    """
}
