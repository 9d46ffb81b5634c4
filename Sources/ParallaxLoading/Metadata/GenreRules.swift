import ParallaxCore

/// Reads what sort of article a page declares, from words that newsrooms set for it.
///
/// A page that calls itself a news article says little, as templates call everything so; a section, a title's
/// label or a label at the headline that says more wins over it.
enum GenreRules {
  /// The type of schema.org, with or without its address.
  static func genre(ofType type: String) -> Metadata.Genre? {
    switch type.split(separator: "/").last.map(String.init) ?? type {
    case "OpinionNewsArticle", "ReviewNewsArticle": .opinion
    case "AnalysisNewsArticle", "BackgroundNewsArticle": .analysis
    case "LiveBlogPosting": .liveBlog
    case "AdvertiserContentArticle": .sponsored
    case "NewsArticle", "ReportageNewsArticle", "AskPublicNewsArticle": .news
    default: nil
    }
  }

  private static let labels: [(Metadata.Genre, Set<String>)] = [
    (
      .sponsored,
      [
        "sponsored", "sponsored content", "sponsored post", "sponsored article", "paid post", "paid content",
        "paid for by", "advertisement feature", "advertising feature", "advertorial", "partner content",
        "paid partnership", "brand content", "branded content", "promoted content", "sponsor content",
        "in partnership", "anzeige", "publireportage", "contenu sponsorisé", "contenido patrocinado",
        "conteúdo patrocinado", "contenuto sponsorizzato",
      ]
    ),
    (
      .opinion,
      [
        "opinion", "opinions", "op-ed", "oped", "editorial", "commentary", "comment", "column", "viewpoint",
        "guest column", "guest essay", "guest opinion", "opinion column", "opinion piece",
        "the opinion pages",
        "letter to the editor", "letters to the editor", "meinung", "kommentar", "gastbeitrag", "leitartikel",
        "opinión", "tribuna", "tribune", "chronique", "opinião", "opinione", "editoriale", "mening", "åsikt",
        "ledare", "kolumne", "columna", "colonne", "opinie", "felieton", "мнение", "колонка",
      ]
    ),
    (
      .analysis,
      [
        "analysis", "news analysis", "analyse", "análisis", "análise", "analisi", "explainer", "analys",
        "analiza", "аналитика",
      ]
    ),
    (
      .liveBlog,
      [
        "live", "live blog", "liveblog", "live updates", "live coverage", "live news", "liveticker",
        "live-ticker", "en direct", "en vivo", "ao vivo", "in diretta",
      ]
    ),
  ]

  /// The genre that a label at the headline names; nil for other words.
  static func genre(ofLabel label: String) -> Metadata.Genre? {
    let folded = label.lowercased().filter { $0 != "’" && $0 != ":" && $0 != "|" }
      .split(separator: " ").joined(separator: " ")
    if let found = labels.first(where: { $0.1.contains(folded) })?.0 { return found }
    // "Sponsored by Harwick Ferries", "Paid for by …"
    return ["sponsored by ", "paid for by ", "presented by ", "in partnership with "].contains {
      folded.hasPrefix($0)
    } ? .sponsored : nil
  }

  private static let sections: [(Metadata.Genre, Set<String>)] = [
    (
      .sponsored,
      ["sponsored", "advertorial", "advertorials", "paidpost", "brandvoice", "partnercontent", "paidcontent"]
    ),
    (
      .opinion,
      [
        "opinion", "opinions", "commentisfree", "editorial", "editorials", "oped", "column", "columns",
        "columnists", "commentary", "meinung", "opinión", "tribune", "kommentar", "viewpoint", "viewpoints",
        "opinião", "opinie", "kolumnen",
      ]
    ),
    (.analysis, ["analysis", "analyse"]), (.liveBlog, ["liveblog", "livebericht", "liveticker"]),
  ]

  /// The genre that words of a section's name, or of folders in an address, name.
  static func genre(ofSection section: String) -> Metadata.Genre? {
    let words = section.lowercased().split { !$0.isLetter }.map(String.init)
    let joined = words.joined()
    return sections.first { entry in
      words.contains(where: entry.1.contains) || words.count > 1 && entry.1.contains(joined)
    }?.0
  }

  /// The genre that a title's label names.
  ///
  /// - Parameter entries: How many paragraphs of the page are a time of day alone, as a live blog's are.
  static func genre(ofTitle title: String, entries: Int) -> Metadata.Genre? {
    let lower = title.lowercased()
    for (genre, openings) in [
      (
        Metadata.Genre.opinion,
        ["opinion:", "opinion |", "editorial:", "commentary:", "op-ed:", "column:", "letter:"]
      ), (.analysis, ["analysis:", "analysis |", "news analysis:", "explainer:"]),
      (.sponsored, ["sponsored:", "advertorial:", "paid post:"]),
    ] where openings.contains(where: lower.hasPrefix) {
      return genre
    }
    for mark in ["live blog", "liveblog", "live updates", "as it happened", "live ticker", "liveticker"]
    where lower.contains(mark) {
      return .liveBlog
    }
    let ending = lower.hasSuffix(": live") || lower.hasSuffix("– live") || lower.hasSuffix("- live")
    return ending && entries >= 3 || lower.hasPrefix("live: ") && entries >= 3 ? .liveBlog : nil
  }
}
