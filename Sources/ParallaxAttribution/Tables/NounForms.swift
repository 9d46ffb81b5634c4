/// Cue verbs whose base form and form in *-s* are nouns as well, and those that double their last letter.
enum NounForms {
  static let list = """
    claim report call plan vote support attack promise pledge vow request demand order question answer reply
    comment remark note state estimate project forecast blame praise doubt fear hope worry wish want aim
    concern view regret protest object charge challenge address reference quote list label name brand
    bill cast
    frame brief detail outline tweet post text email e-mail joke crack quip rap pan slam blast rebuke insult
    taunt jab cheer salute toast welcome compliment credit honor talk lecture shout cry scream whisper laugh
    smile grin sigh offer start issue release broadcast share leak press pressure push campaign appeal
    bargain
    rule mandate ban bar permit veto resolve focus look love hate care mind dream trust respect value
    rank rate
    judge guess figure hint signal counsel command dare sound show find document desire attempt struggle
    study
    stress blog rant rage roar chant counter dispute debate contest contrast query command reproach censure
    mock scoff sneer jeer boo grumble gripe moan whine lament echo maintain retort chuckle shrug bark growl
    snarl snap sniff bash chat speculation display pen fault petition sue aim back defend murmur mutter
    address abuse excuse title long need seek mention warrant decree profile map design project direct
    invite resist voice gauge experience fault dare quiz grill preach discount exhort experiment pitch
    discourse document sound bet caution quest rail hail cite tease term
    """
  static let notNouns = "defend maintain mention seek cite exhort sue invite grill preach quiz"
  static let doubling = """
    admit permit refer beg brag rip rap jab pan slam dub ban bar quip chat grin snap rebut regret sum submit
    blog tap stop plan prefer infer defer
    """
}
