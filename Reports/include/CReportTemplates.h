#ifndef CREPORTTEMPLATES_H
#define CREPORTTEMPLATES_H
#include <stddef.h>

// Each gives the bytes of a file in Templates and writes their number to `count`.
const unsigned char *parallax_template_page_css(size_t *count);
const unsigned char *parallax_template_article_css(size_t *count);
const unsigned char *parallax_template_tables_css(size_t *count);
const unsigned char *parallax_template_article_js(size_t *count);
const unsigned char *parallax_template_tables_js(size_t *count);

#endif
