#include "CPDFText.h"
typedef int cpdftext_translation_unit_is_not_empty;
