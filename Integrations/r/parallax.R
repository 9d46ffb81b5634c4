# Reads what `parallax batch` writes. Needs R alone.
#
#   source("parallax.R")
#   results <- read_parallax("results")
#   subset(results$findings, category == "loaded" & voice == "author")
#   rates <- parallax_rates(results$measures)              # articles by categories
#   merge(results$documents, rates, by = "doc_id")

# The type of each column; columns beyond these are read as R finds them.
parallax_columns <- local({
  columns <- function(character = "", integer = "", numeric = "", logical = "") {
    names <- lapply(list(character = character, integer = integer, numeric = numeric, logical = logical),
                    function(text) strsplit(trimws(text), "[[:space:]]+")[[1]])
    types <- rep(names(names), lengths(names))
    setNames(types, unlist(names))[nzchar(unlist(names))]
  }
  list(
    documents = columns(
      "doc_id source outlet event_id url title author published lang genre extractor text_sha256",
      "n_tokens n_sentences n_paragraphs n_tokens_author n_tokens_quoted",
      "framing_author framing_author_low framing_author_high framing_all"),
    paragraphs = columns("doc_id role offset_unit text", "paragraph start end n_tokens n_tokens_author",
                         "framing_author framing_all"),
    findings = columns(
      "doc_id offset_unit text pre post category subcategory lexicon entry_id pattern polarity modifiers
       voice speaker scope neutral reason",
      "paragraph sentence start end", "weight effective_weight", "negated counted"),
    measures = columns("doc_id level unit_id category voice", "n_hits n_tokens",
                       "rate_per_1000 weighted_sum ci_low ci_high"),
    targets = columns("doc_id name", "start end mentions positive negative",
                      "stance stance_low stance_high author quoted"),
    failures = columns("doc_id input stage code message", "line record"))
})

# One table. An empty cell is NA and nothing else is: an article of the outlet "NA" keeps its outlet.
read_parallax_table <- function(folder, table) {
  path <- file.path(folder, paste0(table, ".csv"))
  if (!file.exists(path)) {
    stop(path, ": no such table; is ", folder, " the folder given to parallax batch -o?", call. = FALSE)
  }
  header <- scan(path, what = "", sep = ",", nlines = 1, quiet = TRUE)
  types <- parallax_columns[[table]]
  missing <- setdiff(names(types), header)
  if (length(missing) > 0) stop(path, ": no column ", toString(missing), call. = FALSE)
  read.csv(path, colClasses = setNames(types[header], header), na.strings = "", check.names = FALSE,
           encoding = "UTF-8", stringsAsFactors = FALSE)
}

# All tables of a run, tied together by doc_id. Findings with counted FALSE are in no number.
read_parallax <- function(folder) {
  lapply(setNames(nm = names(parallax_columns)), function(name) read_parallax_table(folder, name))
}

# Whole articles by categories, one row per doc_id. A voice without words is NA there, never zero.
parallax_rates <- function(measures, voice = "author", value = "rate_per_1000") {
  chosen <- measures[measures$level == "document" & measures$voice == voice, ]
  if (nrow(chosen) == 0 && nrow(measures) > 0) stop("no measures of the voice ", voice, call. = FALSE)
  articles <- unique(chosen$doc_id)
  categories <- sort(unique(chosen$category))
  table <- matrix(NA_real_, length(articles), length(categories), dimnames = list(NULL, categories))
  table[cbind(match(chosen$doc_id, articles), match(chosen$category, categories))] <- chosen[[value]]
  data.frame(doc_id = articles, table, check.names = FALSE)
}
