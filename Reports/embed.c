// The style sheet and scripts of reports, as bytes inside the binary.
#include "CReportTemplates.h"
