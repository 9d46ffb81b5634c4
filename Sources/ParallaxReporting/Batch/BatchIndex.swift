import ParallaxCore

/// A list of articles and outlets with their rates that can be sorted and filtered.
///
/// A page needs nothing else and is complete with scripts off. Rows are written one by one as articles are done,
/// so that a list of any length is never held whole; a long list has several pages.
///
///     let index = BatchIndex(categories: categories)
///     rows += index.row(row)                                  // as each article is done
///     let (head, tail) = index.page(totals, number: 1, of: 1) // in the end
public struct BatchIndex: Sendable {
  /// Most rows of one page.
  public static let pageLength = 10_000

  let categories: [Category]
  let styles: [CategoryStyle]
  let options: ReportOptions

  /// A list with a column for each category but frames.
  public init(categories: some Sequence<Category>, options: ReportOptions = ReportOptions()) {
    styles = CategoryStyle.sorted(Set(categories.filter { !$0.isFrame }))
    self.categories = styles.map(\.category).sorted()
    self.options = options
  }

  /// An article's row.
  public func row(_ row: BatchRow) -> [UInt8] {
    var html = HTMLWriter(capacity: 1_024)
    ArticleRow.write(row, rates: styles, to: &html)
    return html.bytes
  }

  /// A page without its rows: what stands before them and after them.
  ///
  /// - Parameters:
  ///   - totals: What all articles come to.
  ///   - failed: Inputs that could not be analyzed; the first thousand are shown.
  ///   - number: Number of the page, from 1.
  ///   - count: How many pages there are.
  ///   - links: Files beside the page, with what is in them.
  public func page(
    _ totals: BatchTotals, failed: [BatchRow] = [], number: Int = 1, of count: Int = 1,
    links: [(file: String, contents: String)] = []
  ) -> (head: [UInt8], tail: [UInt8]) {
    let articles = ReportFormat.count(totals.articles + totals.failures, "article")
    let page = Page(
      title: "\(articles)\(count > 1 ? ", page \(number)" : "") · Parallax batch", assets: .tables)
    let content = BatchPage(
      totals: totals, failed: failed, styles: styles, options: options, number: number, count: count,
      links: links)
    let bytes = page.html { html in content.write(to: &html) }
    // Text is escaped, so the mark stands where the page writes it and nowhere else.
    let place = bytes.firstRange(of: BatchPage.mark) ?? bytes.endIndex..<bytes.endIndex
    return (Array(bytes[..<place.lowerBound]), Array(bytes[place.upperBound...]))
  }

  /// The file of a page.
  public static func fileName(_ number: Int) -> String { number == 1 ? "index.html" : "index-\(number).html" }

  /// One page that holds all rows.
  ///
  /// - Complexity: O(rows × categories).
  public static func html(rows: [BatchRow], options: ReportOptions = ReportOptions()) -> [UInt8] {
    let index = BatchIndex(categories: rows.flatMap { $0.rates.map(\.category) }, options: options)
    var totals = BatchTotals(categories: index.categories)
    let failed = rows.filter { $0.error != nil }
    for row in rows {
      if row.error == nil { totals.add(row.summary(index.categories)) } else { totals.addFailure() }
    }
    let (head, tail) = index.page(totals, failed: failed)
    return head + rows.filter { $0.error == nil }.flatMap(index.row) + tail
  }
}
