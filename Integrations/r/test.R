# Rscript Integrations/r/test.R, from anywhere.
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "parallax.R"), encoding = "UTF-8")
run <- file.path(here, "..", "fixtures", "results")
results <- read_parallax(run)

stopifnot(identical(results$documents$doc_id, c("ferry", "wire", "hafen")))
stopifnot(is.na(results$documents$framing_author[3]), results$documents$framing_author[2] == 0)
stopifnot(is.logical(results$findings$counted), is.integer(results$findings$start))
stopifnot(identical(results$documents$outlet[3], "K\u00fcstenbote"))

# Offsets are code points, as R's are: paragraphs and findings meet in them, also behind an emoji.
both <- merge(results$findings, results$paragraphs, by = c("doc_id", "paragraph"), suffixes = c("", ".of"))
stopifnot(nrow(both) == nrow(results$findings), any(grepl("\U0001F30A", both$text.of)))
stopifnot(substr(both$text.of, both$start - both$start.of + 1, both$end - both$start.of) == both$text)

rates <- parallax_rates(results$measures)
one <- subset(results$measures, doc_id == "ferry" & level == "document" & voice == "author" &
                category == "presupposition")
stopifnot(rates$presupposition[rates$doc_id == "ferry"] == one$rate_per_1000, !"hafen" %in% rates$doc_id)
stopifnot(grepl("no measures of the voice editor",
                tryCatch(parallax_rates(results$measures, "editor"), error = conditionMessage)))

# Only an empty cell is missing, and columns of a newer version come along.
folder <- tempfile(); dir.create(folder)
lines <- readLines(file.path(run, "documents.csv"), encoding = "UTF-8")
lines <- paste0(gsub("Northern Wire", "NA", lines, fixed = TRUE),
                c(",party", rep(",harbor", length(lines) - 1)))
writeLines(enc2utf8(lines), file.path(folder, "documents.csv"), useBytes = TRUE)
newer <- read_parallax_table(folder, "documents")
stopifnot(identical(newer$outlet[2], "NA"), identical(newer$party[1], "harbor"))
stopifnot(grepl("findings.csv: no such table",
                tryCatch(read_parallax_table(folder, "findings"), error = conditionMessage)))

stopifnot(identical(results$failures$code, c("empty", "invalid-json")), is.na(results$failures$doc_id[2]))
cat("parallax.R: all is well\n")
