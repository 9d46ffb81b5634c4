/// Common first names of English-language news, for telling who *he* and *she* are.
enum FirstNames {
  static let male = """
    aaron adam alan albert alex alexander alfred ali allen andre andrew andy anthony antonio arthur
    barack ben
    benjamin bernard bernie bill billy bob bobby boris brad brandon brian bruce bryan carl carlos charles
    charlie chris christopher chuck colin craig dan daniel dave david dean dennis dick dmitri dmitry don
    donald
    doug douglas ed eddie edward emmanuel eric ernest evan frank franklin fred gary gene george gerald glenn
    gordon graham greg gregory harold harry henry howard hugh ian ivan jack jacob jake james jamie jared
    jason
    jay jeb jeff jeffrey jeremy jerry jim jimmy joe joel john johnny jon jonathan jose joseph josh joshua
    juan
    justin karl keith ken kenneth kevin kirill kyle lance larry lawrence lee leo leon leonard lewis
    lindsey lloyd
    louis luis luke marco marcus mario mark martin marvin matt matthew max michael miguel mike mitch mitt
    mohammad mohammed nathan neil newt nicholas nick nigel norman oliver oscar patrick paul pedro pete peter
    phil philip phillip rafael ralph rand randy ray raymond reince ricardo richard rick rob robert roger ron
    ronald ross roy rudy russ russell ryan sam samuel scott sean sergei seth sidney simon spencer stan
    stanley
    stephen steve steven stuart ted terry theodore thomas tim timothy todd tom tommy tony travis trevor troy
    tyler vernon victor vincent vladimir volodymyr wade walter warren wayne will william willie xavier
    zachary
    """
  static let female = """
    abigail alexandra alice alicia alison allison amanda amy ana andrea angela anita ann anna anne annie
    april
    barbara becky beth betty beverly bonnie brenda brittany carly carol caroline carolyn catherine cathy
    charlotte cheryl chelsea christina christine cindy claire clara claudia condoleezza crystal cynthia dana
    danielle dawn deborah debbie debra denise diana diane donna doris dorothy elaine eleanor elena elizabeth
    ellen emily emma erica erin eva evelyn florence frances gail gina gloria grace hannah heather heidi
    helen
    hillary holly huma irene isabel ivanka jackie jacqueline jane janet janice jean jenna jennifer
    jessica jill
    joan joanna joyce judith judy julia julie karen kate katherine kathleen kathryn kathy katie kellyanne
    kim
    kimberly kirsten kristen laura lauren leslie linda lisa liz loretta lori louise lucy lynn madeleine
    margaret
    maria marie marilyn martha mary megan megyn melania melissa michele michelle mildred monica nancy naomi
    natalie natasha nicole nikki olga olivia oprah pamela patricia paula peggy rachel rebecca rita roberta
    rose ruth sally samantha sandra sara sarah shannon sharon sheila shirley sonia sophia stephanie sue
    susan
    suzanne sylvia tamara tammy tara teresa theresa tiffany tina tracy tulsi valerie vanessa veronica
    victoria virginia wanda wendy yolanda yvonne
    """
}
