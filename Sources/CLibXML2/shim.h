/* libxml2 may be built with ICU, whose headers clash with the ICU that Foundation carries.
   We use none of its ICU interface, so that part is turned off before its headers are read. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
