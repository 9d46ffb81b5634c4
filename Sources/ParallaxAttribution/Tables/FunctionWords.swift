/// Closed classes of words, one class a line.
enum FunctionWords {
  static let determiners =
    "the a an one this these those every each no some any another either neither both all"
    + " such half several many most few more less much enough"
  static let possessives = "my your his her its our their whose"
  static let subjectPronouns =
    "i you he she it we they one there everyone everybody someone somebody nobody"
    + " anyone anybody everything something nothing anything none others who this that these those all many"
    + " some most both few"
  static let pronouns =
    "i you he she it we they me him her us them himself herself itself themselves myself"
    + " ourselves yourself yourselves everyone everybody someone somebody nobody anyone anybody everything"
    + " something nothing anything none others whom mine yours hers ours theirs one"
  static let modals =
    "will would can could may might shall should must cannot can't won't wouldn't couldn't"
    + " shouldn't mustn't mightn't needn't 'll"
  static let be = "be am is are was were been being isn't aren't wasn't weren't ain't 'm 're"
  static let have = "have has had having haven't hasn't hadn't 've"
  static let `do` = "do does did don't doesn't didn't"
  static let conjunctions = "and or but nor yet plus &"
  static let subordinators =
    "because although though while whereas if unless until since after before when"
    + " whenever once than lest so except whether as despite amid"
  static let relatives = "who which whom whose where"
  static let interrogatives = "what how why when where whether which who whom if whatever whoever"
  static let prepositions =
    "of in to for on with at by from about against between among under over after"
    + " before during through into onto upon toward towards within without across behind beyond above below"
    + " near around along inside outside amid despite since until till per via like unlike off down up out"
    + " as regarding concerning following including versus vs throughout alongside than given except besides"
    + " beside beneath past according"
  static let adverbs =
    "not also then now just even still only again later once never ever always often already"
    + " soon too very quite rather here there first instead however meanwhile moreover furthermore therefore"
    + " thus hence nevertheless nonetheless perhaps maybe indeed further far away back together apart"
    + " likewise otherwise elsewhere twice almost nearly yet today yesterday tomorrow tonight ago alone"
    + " somewhat anyway next long well n't else overall aloud so publicly out up down off"
  static let times =
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri"
    + " sat sun january february march april may june july august september october november december jan feb"
    + " mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight morning afternoon evening"
    + " night week month year weekend day days weeks months years hours hour minutes earlier later recently"
    + " p.m a.m midday noon midnight overnight"
  static let numbers =
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    + " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
    + " hundreds thousand thousands million millions billion billions trillion dozen dozens one-third half"
  static let guesses = "may might could would can can't likely perhaps maybe probably possibly presumably"
  static let contractions =
    "can't cannot won't wouldn't couldn't shouldn't isn't aren't wasn't weren't ain't don't doesn't"
    + " didn't haven't hasn't hadn't let's"
  static let interjections =
    "well so yes no hmm hmmm oh ah okay ok sure indeed actually alas look listen"
    + " anyway honestly frankly ymmv imho imo fwiw"
  static let titles =
    "mr mrs ms mx miss dr prof professor sen senator rep representative congressman"
    + " congresswoman gov governor gen general lt col colonel maj major capt captain sgt sergeant rev"
    + " reverend fr hon pres president vice premier chancellor king queen prince princess pope lord lady sir dame"
    + " judge justice secretary minister mayor ambassador chairman chairwoman attorney sheriff officer"
    + " detective former ex-president democratic republican presidential candidate nominee"
  static let maleTitles = "mr sir lord king prince congressman chairman pope"
  static let femaleTitles = "mrs ms miss lady queen princess dame congresswoman chairwoman"
  static let linking =
    "seem seems seemed become becomes became remain remains remained appear appears appeared look looks"
    + " looked sound sounds sounded feel feels felt prove proves proved stay stays stayed grow grows grew"
}
