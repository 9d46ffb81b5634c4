// The style sheets and scripts of reports, as bytes inside the binary.
#include "CReportTemplates.h"

#define TEMPLATE(name, bytes)                                                  \
  const unsigned char *parallax_template_##name(size_t *count) {               \
    *count = sizeof(bytes);                                                    \
    return bytes;                                                              \
  }

static const unsigned char page_css[] = {
#embed "Templates/page.css"
};
TEMPLATE(page_css, page_css)

static const unsigned char article_css[] = {
#embed "Templates/article.css"
};
TEMPLATE(article_css, article_css)

static const unsigned char tables_css[] = {
#embed "Templates/tables.css"
};
TEMPLATE(tables_css, tables_css)

static const unsigned char article_js[] = {
#embed "Templates/article.js"
};
TEMPLATE(article_js, article_js)

static const unsigned char tables_js[] = {
#embed "Templates/tables.js"
};
TEMPLATE(tables_js, tables_js)
