import ParallaxKit
import Testing

@Suite("Mentions of targets")
struct MentionTests {
  @Test(
    "names, titles, pronouns and descriptions lead to one person",
    arguments: [
      ("Ana Ruiz", "{Mayor Ana Ruiz} spoke. {She} left, and {Ruiz} did not return."),
      ("Ana Ruiz", "{Ana Ruiz} met Karl Vale. {Her} aides waited. He smiled."),
      ("Karl Vale", "Ana Ruiz met {Karl Vale}. Her aides waited. {He} smiled."),
      ("Ana Ruiz", "{Ana Ruiz}, the mayor of Portby, spoke. Then {the mayor} left for home."),
      ("Ana Ruiz", "The clerk saw {Ms. Ruiz} on Monday. {Ana Ruiz} waved."),
      ("Karl Vale", "{Karl Vale} and Ana Vale own the mill. {Mr. Vale} sold {his} half. {Vale} is gone."),
    ])
  func persons(name: String, marked: String) throws {
    #expect(try StanceSample(StanceSample.plain(marked)).marked(name) == marked)
  }

  @Test(
    "places and bodies go by several names",
    arguments: [
      ("Russia", "{Russia} signed the treaty. {Moscow} had delayed, and the {Russians} knew it."),
      ("Harbor Union", "The {Harbor Union} met. Members of the {Harbor Union} voted."),
    ])
  func bodies(name: String, marked: String) throws {
    #expect(try StanceSample(StanceSample.plain(marked)).marked(name) == marked)
  }

  @Test("what only looks like a name is none")
  func nearMisses() throws {
    let sample = try StanceSample(
      "Critics waited on Monday. In May the critics left. Lawmakers voted. Later lawmakers voted again.")
    #expect(sample.targets.map(\.name) == [])
  }

  @Test("at most ten targets are found, each mentioned twice or in the headline")
  func found() throws {
    let names = ["Ab", "Ce", "Di", "Fo", "Gu", "Ha", "Je", "Ki", "Lo", "Mu", "Na", "Pe"].map {
      $0 + "nborough"
    }
    let twice = (names + names).map { "Then we saw \($0) again." }.joined(separator: " ")
    #expect(try StanceSample(twice).targets.count == 10)
    #expect(try StanceSample("We once saw Benborough in the rain, and it was closed.").targets.isEmpty)
    let titled = try StanceSample(
      """
      Karl Vale loses the mill

      The mill was sold on Monday after a long talk in the rain. Nobody knew why it took so long.

      Its new owner is a baker from the hills who wants to grind flour there again.
      """)
    #expect(titled.targets.map(\.name) == ["Karl Vale"])
  }

  @Test("a target asked for by name or by place comes back as it was asked for")
  func given() throws {
    let text = "Nothing is known of the old man. Ana Ruiz praised Vale, and the pilot waved."
    let named = try StanceSample(
      text,
      targets: [TargetRequest(name: "Dora Lind"), TargetRequest(name: "the pilot", aliases: ["Karl Vale"])])
    #expect(named.targets.map(\.name) == ["Dora Lind", "the pilot"])
    #expect(named.targets[0].score == nil && named.targets[0].mentions.isEmpty)
    #expect(named.marked("the pilot").contains("{the pilot}"))
    let place = try StanceSample(text, targets: [TargetRequest(start: 50, end: 54)])
    #expect(place.targets.map(\.start) == [50] && place.targets.map(\.end) == [54])
    #expect(place.targets[0].name == "Vale" && place.targets[0].positive == 1)
  }

  @Test("titles, modifiers and appositions are labels, with counts")
  func labels() throws {
    let sample = try StanceSample(
      "Embattled Mayor Ana Ruiz spoke. The embattled Ruiz, a former teacher, left. The embattled Ruiz slept.")
    let labels = try #require(sample.target("Ana Ruiz")).labels
    #expect(labels.first?.text == "embattled" && labels.first?.count == 2)
    #expect(labels.map(\.text).contains("a former teacher"))
  }
}
