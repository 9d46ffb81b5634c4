import Testing

@Suite struct QuoteShapeTests {
  /// `<` stands after marks that open, `>` before marks that close.
  @Test(arguments: [
    "“<Go,>” he said. \"<No,>\" she said.",
    "He said: \"<'<Go>' is what I heard.>\"",
    "the players' union, the '80s, 'em and rock 'n' roll",
    "‘<It’s the players’ union,>’ he said",
    "'<It is late,>' she said, the boys' coats wet.",
    "''<Two marks>'' and ''<'<it>' is,>'' he said, ``<or so>''",
    "«<Oui>» and „<Ja>“ and »<Ja>«",
    "He is 6'2\" tall and the board 5\" wide.",
    "(\"<In brackets>\") and—\"<after a dash>\"—end",
    "\" < loose >\" marks".replacing("\" < loose >\"", with: "\"< loose >\""),
    "the \"<reset button>\".",
    "\"<So...>\" and \"<...so>\"",
  ])
  func marks(marked: String) {
    let plain = marked.replacing("<", with: "").replacing(">", with: "")
    #expect(Sample(plain).quotes == marked)
  }
}
