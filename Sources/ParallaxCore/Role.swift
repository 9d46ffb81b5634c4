/// What a paragraph is, in the words of the codebook.
public enum Role: String, Hashable, Sendable, CaseIterable {
  /// The page's own title of the article.
  case headline
  /// A heading inside the article.
  case subhead
  /// Author, date and outlet lines.
  case byline
  /// A photo or agency credit.
  case credit
  /// Text under a picture.
  case caption
  /// Running text of the article.
  case body
  /// A table that belongs to the article, row by row.
  case table
  /// An item of a list that belongs to the article.
  case listItem
  /// A passage taken from another publication or document, set off as its own paragraph.
  case excerpt
  /// A repeat of the article's own words in display type.
  case pullQuote
  /// Editor's note, correction, update or disclosure.
  case editorNote
  /// Asks the reader to buy, join, subscribe, donate, follow, share, comment or download.
  case promotion
  /// An ad slot or its marker.
  case advertisement
  /// Links to other stories, trending lists, tags.
  case related
  /// Navigation, legal, cookie and share texts; dropped from `Article.text`.
  case boilerplate

  /// Whether text of this role enters the editorial measures.
  public var isEditorial: Bool {
    switch self {
    case .headline, .subhead, .caption, .body, .listItem, .excerpt, .editorNote: true
    case .byline, .credit, .table, .pullQuote, .promotion, .advertisement, .related, .boilerplate: false
    }
  }

  /// Whether text of this role enters the promotional measures: all editorial text, and promotions.
  public var isPromotional: Bool { isEditorial || self == .promotion }
}
