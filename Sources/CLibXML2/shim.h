/* libxml2 may be built with ICU, whose headers clash with the ICU that Foundation carries.
   We use none of its ICU interface, so that part is turned off before its headers are read. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>

/* libxml2 prints some errors of its converters by a function with a variable number of arguments,
   which Swift cannot write: this one prints nothing. It is set for the calling thread. */
static void yilan_print_nothing(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}
static inline void yilan_silence_xml_errors(void) {
  xmlSetGenericErrorFunc(0, yilan_print_nothing);
}
