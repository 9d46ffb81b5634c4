#ifndef PARALLAX_CLIBXML2_SHIM_H
#define PARALLAX_CLIBXML2_SHIM_H

// Debian's libxml2 headers pull in ICU, whose types clash with Foundation's. Nothing here needs ICU.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// Macros that Swift cannot see.
static inline const char *parallax_xml_version(void) { return LIBXML_DOTTED_VERSION; }

#endif
