import ParallaxCore
import Testing

@testable import ParallaxLexicon

@Suite struct GuardParserTests {
  @Test func allGuardsTogether() throws {
    let guards = try GuardParser.parse(
      "after:@det|very before:of_the not-after:walk~v|@start_the not-before:bear~n|@poss_arms "
        + "except:criminal_justice|war_crime~n start role:body|headline not-role:caption voice:author "
        + "pos:verb|adj not-cue name-ok no-negation tight")
    #expect(guards.after == [.wordClass(.determiner), .phrase([.words(["very"])])])
    #expect(guards.before == [.phrase([.words(["of"]), .words(["the"])])])
    #expect(
      guards.notAfter == [
        .phrase([.wordClass(.start), .words(["the"])]),
        .phrase([.words(["walk", "walks", "walked", "walking"])]),
      ])
    #expect(guards.notBefore.count == 2)
    #expect(guards.exceptions.count == 2)
    #expect(guards.exceptions[1] == [.words(["war"]), .words(["crime", "crimes"])])
    #expect(guards.sentenceStart == true)
    #expect(guards.roles == [.body, .headline])
    #expect(guards.excludedRoles == [.caption])
    #expect(guards.voices == [.author])
    #expect(guards.partsOfSpeech == [.verb, .adjective])
    #expect(guards.cue == false)
    #expect(guards.allowsNames)
    #expect(guards.ignoresNegation)
    #expect(guards.isTight)
  }

  @Test func anEmptyFieldAsksNothing() throws {
    #expect(try GuardParser.parse("").isEmpty)
    #expect(try GuardParser.parse("  ").isEmpty)
  }

  @Test(arguments: [
    ("befor:the", 0, "an unknown guard \"befor\""),
    ("name-ok sart", 8, "an unknown guard \"sart\""),
    ("after:", 5, "the guard \"after\" without a list"),
    ("role:headlin", 5, "an unknown role \"headlin\""),
    ("voice:author|me", 13, "an unknown voice \"me\""),
    ("pos:verbs", 4, "an unknown part of speech \"verbs\""),
    ("after:@nun", 6, "an unknown class \"@nun\""),
    ("except:a_<2>_b", 7, "a gap in a guard"),
    ("not-before:slam~x", 15, "an unknown inflection mark"),
  ])
  func errors(text: String, offset: Int, problem: String) {
    do {
      _ = try GuardParser.parse(text)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.problem == problem)
      #expect(error.offset == offset)
    }
  }
}
