/// @file
/// Texts that biaochi made.

#include "capi/handles.hpp"

const char* biaochi_text_data(const biaochi_text* text) { return text == nullptr ? "" : text->bytes.c_str(); }

size_t biaochi_text_size(const biaochi_text* text) { return text == nullptr ? 0 : text->bytes.size(); }

void biaochi_text_destroy(biaochi_text* text) { delete text; }
