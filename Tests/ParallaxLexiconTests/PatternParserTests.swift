import Testing

@testable import ParallaxLexicon

@Suite struct PatternParserTests {
  private func shown(_ form: String) throws -> [String] {
    try PatternParser.parse(form).paths.map { $0.map(Self.shown).joined(separator: " ") }
  }

  static func shown(_ step: PatternStep) -> String {
    switch step {
    case .words(let words): words.count == 1 ? words[0] : "{" + words.joined(separator: ",") + "}"
    case .exact(let word): "=" + word
    case .number: "@num"
    case .name: "@name"
    case .gap(let count): "<\(count)>"
    case .wordClass(let wordClass): "@" + wordClass.rawValue
    }
  }

  @Test(arguments: [
    ("waste of time", ["waste of time"]),
    ("Waste  of Time", ["waste of time"]),
    ("regime~n", ["{regime,regimes}"]),
    ("lean~v hard on", ["{lean,leans,leaned,leant,leaning} hard on"]),
    ("(pipe|pie in the sky) dream~n", ["pipe {dream,dreams}", "pie in the sky {dream,dreams}"]),
    ("(state|seat)~n", ["{state,states,seat,seats}"]),
    ("(red|dark blue)~a", ["{red,redder,reddest}", "dark {blue,bluer,bluest}"]),
    ("[so] called", ["so called", "called"]),
    ("[so|ever so] bold", ["so bold", "ever so bold", "bold"]),
    (
      "bend~v <3> to @poss will",
      ["{bend,bends,bent,bending} <3> to {my,your,his,her,its,our,their,whose} will"]
    ),
    ("anti-*", ["anti-*"]),
    ("*-style", ["*-style"]),
    ("\\(:", ["( :"]),
    ("see \\[sic\\] (a|\\|)", ["see [ sic ] {a,|}"]),
    ("\\*sigh\\*", ["* sigh *"]),
    ("back\\", ["back \\"]),
    ("=US", ["=US"]),
    ("=Left~n", ["=Left", "=Lefts"]),
    ("well ,", ["well ,"]),
    ("never, ever", ["never , ever"]),
    ("you're", ["you 're"]),
    ("don’t", ["don't"]),
    ("people's choice", ["people 's choice"]),
    ("old boys' club", ["old boys ' club"]),
    ("so-called", ["so-called"]),
    ("@num percent", ["@num percent"]),
    ("advantage , @name", ["advantage , @name"]),
    ("battle-(tested|hardened) leader~n", ["{battle-tested,battle-hardened} {leader,leaders}"]),
    ("[re]build~v", ["{rebuild,rebuilds,rebuilt,rebuilding,build,builds,built,building}"]),
    ("1,000 percent", ["1,000 percent"]),
    ("1,000%", ["1,000%"]),
    ("…", ["..."]),
    ("touché", ["touché"]),
    ("a <2> [very] <3> b", ["a <2> very <3> b", "a <5> b"]),
    ("(a|b|a)", ["{a,b}"]),
    ("sh*t", ["sh * t"]),
    ("* (gasp|sigh) *", ["* {gasp,sigh} *"]),
    ("((a|b) c|d)", ["{a,b} c", "d"]),
  ])
  func forms(form: String, paths: [String]) throws {
    #expect(try shown(form) == paths)
  }

  @Test func capitalsAreKept() throws {
    #expect(try PatternParser.parse("Orwellian").capitals == ["orwellian"])
    #expect(try PatternParser.parse("(Beltway|Washington) elite~n").capitals == ["beltway", "washington"])
    #expect(try PatternParser.parse("Judas~n").capitals == ["judas", "judases", "judasses"])
    #expect(try PatternParser.parse("plain (words|here)").capitals.isEmpty)
  }

  @Test(arguments: [
    ("a|b", 1, "a bar outside brackets"),
    ("(a", 2, "a bracket is not closed"),
    ("a)", 1, "a closing bracket \")\" that closes nothing"),
    ("()", 0, "an empty alternative"),
    ("(a|)", 0, "an empty alternative"),
    ("[a]", 0, "a form that may be empty"),
    ("<3> a", 0, "a gap at the edge of the form"),
    ("a <x> b", 2, "a gap that is not a number"),
    ("a <99> b", 2, "a gap that is not a number"),
    ("slam~x", 4, "an unknown inflection mark"),
    ("slam~vs", 6, "letters after an inflection mark"),
    ("~v", 0, "an inflection mark without a word"),
    ("@nun", 0, "an unknown class \"@nun\""),
    ("@ing a", 0, "the class \"@ing\" in a form"),
    ("*ab*", 0, "two stars in a word"),
    ("ab*", 0, "a wildcard of fewer than three letters"),
    ("=don't-know's", 0, "exact case of other than one word"),
    ("((((((((( a )))))))))", 8, "brackets nested more than 8 deep"),
    ("", 0, "a form that may be empty"),
  ])
  func errors(form: String, offset: Int, problem: String) {
    do {
      _ = try PatternParser.parse(form)
      Issue.record("\(form) was read")
    } catch {
      #expect(error.problem == problem)
      #expect(error.offset == offset)
      #expect(!error.remedy.isEmpty)
    }
  }

  @Test func pathsAreBounded() {
    let form = Array(repeating: "[a b]", count: 12).joined(separator: " ") + " z"
    do {
      _ = try PatternParser.parse(form)
      Issue.record("4,096 paths were written out")
    } catch {
      #expect(error.problem == "more than 512 ways to read the form")
    }
  }

  @Test func anyBytesParseOrFailWithoutTrap() {
    var state: UInt64 = 7
    let alphabet = Array("ab ~vn()[]|<>3=@*'-._poss,".utf8)
    for _ in 0..<20_000 {
      var form: [UInt8] = []
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for _ in 0..<Int(state >> 60) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        form.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      guard let pattern = try? PatternParser.parse(bytes: form[...]) else { continue }
      for path in pattern.paths {
        #expect(!path.isEmpty)
        for step in path {
          if case .words(let words) = step { #expect(!words.isEmpty && !words.contains("")) }
        }
      }
    }
  }
}
