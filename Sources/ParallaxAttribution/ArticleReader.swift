import ParallaxCore

/// Reads an article paragraph by paragraph and gathers its attributions.
struct ArticleReader {
  let lexicon: CueLexicon
  let segmented: SegmentedArticle
  var parser: SentenceParser
  var finder: QuotationFinder
  var drafts: [Draft] = []
  /// For each token, the number of the draft whose content it is, or -1.
  var owners: [Int32]
  /// For each token, whether it stands between quotation marks.
  var isQuoted: [Bool]
  /// The draft that an open quotation of the last paragraph belongs to, -1 for none.
  private var openDraft = -1
  /// The report that ended the last paragraph with a colon.
  private var announced: Draft?
  /// The report whose colon a list of its contents follows.
  private var listed: Draft?
  /// The draft whose quotation ended the last paragraph, -1 for none.
  private var lastQuoted = -1
  let names: SpeakerResolver
  /// Reports that end a paragraph with a colon, by paragraph.
  private(set) var announcements: [Int: Draft] = [:]

  init(
    lexicon: CueLexicon, segmented: SegmentedArticle, names: SpeakerResolver, bytes: UnsafePointer<UInt8>,
    tokens: UnsafeBufferPointer<Token>
  ) {
    self.names = names
    self.lexicon = lexicon
    self.segmented = segmented
    parser = SentenceParser(lexicon: lexicon, bytes: bytes, tokens: tokens)
    finder = QuotationFinder(lexicon: lexicon, bytes: bytes, tokens: tokens)
    owners = [Int32](repeating: -1, count: tokens.count)
    isQuoted = [Bool](repeating: false, count: tokens.count)
  }

  /// Reads all paragraphs whose role is editorial.
  mutating func read() {
    for (index, paragraph) in segmented.article.paragraphs.enumerated() {
      guard paragraph.role.isEditorial || paragraph.role == .pullQuote else {
        openDraft = -1
        announced = nil
        lastQuoted = -1
        continue
      }
      read(paragraph: index)
    }
  }

  /// Reads an item of the list that a report announced: *Vale argued that: – The bridge was old. – …*
  private mutating func readItem(_ paragraph: Int, in range: Range<Int>) -> Bool {
    guard segmented.article.paragraphs[paragraph].role == .listItem, var item = announced ?? listed else {
      listed = nil
      return false
    }
    guard item.announcesList else { return false }
    listed = item
    announced = nil
    item.content = [range]
    for token in range where owners[token] < 0 { owners[token] = Int32(drafts.count) }
    drafts.append(item)
    return true
  }

  private mutating func read(paragraph: Int) {
    let range = segmented.paragraphTokens[paragraph]
    guard !range.isEmpty else { return }
    let nextTokens =
      paragraph + 1 < segmented.paragraphTokens.count ? segmented.paragraphTokens[paragraph + 1] : 0..<0
    let next = nextTokens.isEmpty ? nil : segmented.tokens[nextTokens.lowerBound]
    let sentences = segmented.sentences[segmented.paragraphSentences[paragraph]]
    parser.quotations.removeAll()
    finder.find(in: range, sentences: sentences, next: next, into: &parser.quotations)
    for number in parser.quotations.indices {
      for token in parser.quotations[number].tokens { isQuoted[token] = true }
    }
    let firstDraft = drafts.count
    if readLabel(in: range, role: segmented.article.paragraphs[paragraph].role) { return }
    if readItem(paragraph, in: range) { return }
    var announcement: Draft?
    var unfinished: Draft?
    var start = range.lowerBound
    var quotation = 0
    for sentence in sentences {
      let end = sentence.tokens.upperBound
      while quotation < parser.quotations.count && parser.quotations[quotation].tokens.upperBound <= start {
        quotation += 1
      }
      // A quotation of several sentences is part of one.
      var inside = quotation
      while inside < parser.quotations.count && parser.quotations[inside].tokens.upperBound < end {
        inside += 1
      }
      if inside < parser.quotations.count, parser.quotations[inside].tokens.lowerBound < end,
        parser.quotations[inside].tokens.upperBound > end
      {
        continue
      }
      parser.parse(start..<end, firstQuotation: quotation)
      parser.findAttributions(into: &drafts)
      announcement = parser.announcement
      if let report = parser.unfinished { unfinished = report }
      start = end
    }
    claim(from: firstDraft)
    linkQuotations(from: firstDraft, range: range, unfinished: unfinished)
    announced = announcement
    if let announcement { announcements[paragraph] = announcement }
    lastQuoted =
      owners[range.upperBound - 1] >= 0 && isQuoted[range.upperBound - 1]
      ? Int(owners[range.upperBound - 1]) : -1
  }

  /// Gives content tokens their owners, later drafts giving way to earlier ones.
  private mutating func claim(from first: Int) {
    for number in first..<drafts.count {
      for range in drafts[number].content {
        for token in range where owners[token] < 0 { owners[token] = Int32(number) }
      }
    }
  }

  /// Gives quotations that no cue claimed to the speaker before or after them in the paragraph.
  private mutating func linkQuotations(from first: Int, range: Range<Int>, unfinished: Draft?) {
    var last = openDraft
    openDraft = -1
    let wasOpen = last >= 0
    // Quotations and drafts both stand in order: one walk over each.
    let limit = drafts.count
    var passed = first
    var before = -1
    var ahead = first
    for number in parser.quotations.indices {
      let quotation = parser.quotations[number]
      let start = quotation.tokens.lowerBound
      while passed < limit, let content = drafts[passed].content.first, content.lowerBound < start {
        if drafts[passed].kind == .speech { before = passed }
        passed += 1
      }
      var owner = -1
      for token in quotation.tokens where owners[token] >= 0 {
        owner = Int(owners[token])
        break
      }
      if owner < 0 {
        let isContinuation = wasOpen && number == 0
        guard isContinuation || isSpeech(quotation) else { continue }
        if isContinuation {
          owner = last
        } else if number == 0, start == range.lowerBound, let announced {
          owner = drafts.count
          drafts.append(announced)
        } else if before >= 0 {
          owner = before
        } else if let unfinished, let cue = unfinished.cueTokens, cue.lowerBound < start {
          owner = drafts.count
          drafts.append(unfinished)
        } else if let after = draft(after: start, from: &ahead, limit: limit) {
          owner = after
        } else if lastQuoted >= 0, start == range.lowerBound, quotation.tokens.upperBound == range.upperBound
        {
          owner = lastQuoted
        } else {
          owner = drafts.count
          drafts.append(Draft())
        }
        drafts[owner].content.append(quotation.tokens)
        for token in quotation.tokens where owners[token] < 0 { owners[token] = Int32(owner) }
      }
      last = owner
      if owner >= limit { before = owner }
      if quotation.isOpen { openDraft = owner }
    }
  }

  /// Whether a quotation that nobody is named for is speech rather than a device or a title.
  private func isSpeech(_ quotation: Quotation) -> Bool {
    !quotation.isTitle
      && (quotation.words >= 6 || quotation.isSentence && quotation.isCapitalized && quotation.words >= 2)
  }

  /// The first report whose cue stands after a token; `ahead` never goes back.
  private func draft(after token: Int, from ahead: inout Int, limit: Int) -> Int? {
    while ahead < limit {
      if drafts[ahead].kind == .speech, let cue = drafts[ahead].cueTokens, cue.lowerBound > token {
        return ahead
      }
      ahead += 1
    }
    return nil
  }
}
