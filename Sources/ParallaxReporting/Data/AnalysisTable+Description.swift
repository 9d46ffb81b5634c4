extension AnalysisTable {
  /// What a row is and what each column holds.
  public var description: TableDescription {
    TableDescription(name: rawValue, summary: summary, columns: columns)
  }

  private var summary: String {
    switch self {
    case .documents: "One row per article."
    case .paragraphs: "One row per paragraph."
    case .findings: "One row per finding, counted or not."
    case .measures: "One row per unit, category and voice."
    case .targets: "One row per target of stance."
    }
  }

  private var columns: [TableColumn] {
    switch self {
    case .documents: Self.documentColumns
    case .paragraphs: Self.paragraphColumns
    case .findings: Self.findingColumns
    case .measures: Self.measureColumns
    case .targets: Self.targetColumns
    }
  }

  private static let document = TableColumn.text("doc_id", "Identifier of the article.")
  private static let place: [TableColumn] = [
    .whole("start", "Where it begins in the article’s text.", unit: "code point, from 0"),
    .whole("end", "Where it ends, half open.", unit: "code point, from 0"),
  ]
  private static let offsetUnit = TableColumn.text("offset_unit", "What start and end count.")
  private static let index = "framing index, 0 to 100"
  private static let rate = "weight per 1,000 words"

  private static let documentColumns: [TableColumn] = [
    document,
    .text("source", "Path or address as it was given."),
    .text("outlet", "The publication."),
    .text("event_id", "The event it covers, as the input says."),
    .text("url", "Canonical address."),
    .text("title", "Title without the site’s name."),
    .text("author", "Who wrote it, as one line."),
    .text("published", "When it was published, ISO 8601."),
    .text("lang", "Language, BCP 47."),
    .text("genre", "What it declares itself to be: news, opinion, analysis, liveBlog, sponsored or unknown."),
    .whole("n_tokens", "Words of all paragraphs kept.", unit: "words"),
    .whole("n_sentences", "Sentences."),
    .whole("n_paragraphs", "Paragraphs."),
    .whole("n_tokens_author", "Editorial words in the author’s own voice.", unit: "words"),
    .whole("n_tokens_quoted", "Editorial words in all other voices.", unit: "words"),
    .number("framing_author", "Framing index of the author’s words.", unit: index),
    .number("framing_author_low", "Lower bound of its 95% interval.", unit: index),
    .number("framing_author_high", "Upper bound of its 95% interval.", unit: index),
    .number("framing_all", "Framing index of all words.", unit: index),
    .text("extractor", "Program and version."),
    .text("text_sha256", "SHA-256 of the article’s text."),
  ]

  private static let paragraphColumns: [TableColumn] =
    [
      document, .whole("paragraph", "Number of the paragraph.", unit: "paragraph, from 0"),
      .text("role", "What the paragraph is: headline, body, caption and so on."),
    ] + place + [
      offsetUnit, .whole("n_tokens", "Words.", unit: "words"),
      .whole("n_tokens_author", "Words in the author’s own voice.", unit: "words"),
      .number("framing_author", "Slant weight of the author’s words, on 50 words at least.", unit: rate),
      .number("framing_all", "Slant weight of all words, on 50 words at least.", unit: rate),
      .text("text", "The paragraph."),
    ]

  private static let findingColumns: [TableColumn] =
    [
      document, .whole("paragraph", "Number of its paragraph.", unit: "paragraph, from 0"),
      .whole("sentence", "Number of its sentence in the article.", unit: "sentence, from 0"),
    ] + place + [
      offsetUnit, .text("text", "The words found."),
      .text("pre", "Up to 60 bytes of the paragraph before them."),
      .text("post", "Up to 60 bytes of the paragraph after them."),
      .text("category", "Kind of wording."),
      .text("subcategory", "Kind within the category."),
      .text("lexicon", "Lexicon that holds the entry."),
      .text("entry_id", "Identifier of the entry."),
      .text("pattern", "The entry as it is written."),
      .number("weight", "Weight of the entry.", unit: "0 to 1"),
      .number("effective_weight", "Weight that counts here, after negation, intensity and factors."),
      .text("polarity", "positive, negative or neutral."),
      .flag("negated", "Whether it is negated."),
      .text("modifiers", "Words that change its weight, as kind:word;kind:word."),
      .text("voice", "Who speaks: author, direct, indirect or excerpt."),
      .text("speaker", "Who is quoted or reported."),
      .text("scope", "Role of its paragraph."),
      .text("neutral", "A neutral word for it."),
      .flag("counted", "Whether it counts."),
      .text("reason", "Why it does not count: exception, name, overlap, role or suppressed."),
    ]

  private static let measureColumns: [TableColumn] = [
    document,
    .text("level", "What is measured: document, role or paragraph."),
    .text("unit_id", "Name of the role or number of the paragraph; empty for the document."),
    .text("category", "Kind of wording."),
    .text("voice", "Whose words: author, direct, indirect, excerpt or all."),
    .whole("n_hits", "Findings that count."),
    .whole("n_tokens", "Words of that voice in the unit, the denominator.", unit: "words"),
    .number("rate_per_1000", "Findings per 1,000 words; empty without words.", unit: "per 1,000 words"),
    .number("weighted_sum", "Sum of effective weights."),
    .number("ci_low", "Lower bound of the rate’s 95% Garwood interval.", unit: "per 1,000 words"),
    .number("ci_high", "Upper bound of the rate’s 95% Garwood interval.", unit: "per 1,000 words"),
  ]

  private static let targetColumns: [TableColumn] = [
    document,
    .text("name", "Whom or what the stance is toward."),
    .whole("start", "Where the input places the target.", unit: "code point, from 0"),
    .whole("end", "Where that place ends, half open.", unit: "code point, from 0"),
    .whole("mentions", "How often it is mentioned."),
    .number("stance", "Stance toward it.", unit: "-1 to 1"),
    .number("stance_low", "Lower bound of the 95% interval.", unit: "-1 to 1"),
    .number("stance_high", "Upper bound of the 95% interval.", unit: "-1 to 1"),
    .whole("positive", "Words of praise."),
    .whole("negative", "Words of blame."),
    .number("author", "Stance in the author’s own words.", unit: "-1 to 1"),
    .number("quoted", "Stance in others’ words.", unit: "-1 to 1"),
  ]
}
