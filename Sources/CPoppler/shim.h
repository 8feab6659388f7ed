// Only CPDFText includes poppler; Swift never imports this module.
#pragma once
