internal import CReportTemplates

/// The style sheets and scripts that travel inside the binary.
enum Template {
  /// Type, colours, charts, and what all pages share.
  case pageStyle
  /// The article's text, its highlights, legend and findings.
  case articleStyle
  /// Comparison and batch tables.
  case tablesStyle
  /// Keys, panel, filters and sorting of one article.
  case articleScript
  /// Sorting and filtering of tables.
  case tablesScript

  /// The file's content.
  var bytes: [UInt8] {
    var count = 0
    let start =
      switch self {
      case .pageStyle: parallax_template_page_css(&count)
      case .articleStyle: parallax_template_article_css(&count)
      case .tablesStyle: parallax_template_tables_css(&count)
      case .articleScript: parallax_template_article_js(&count)
      case .tablesScript: parallax_template_tables_js(&count)
      }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }
}
