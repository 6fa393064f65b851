/// @file
/// From C++ failures to the exceptions of biaochi._errors.

#include "errors.hpp"

#include <exception>
#include <new>
#include <string>

#include "biaochi/core/error.hpp"
#include "lists.hpp"

namespace biaochi::python {

namespace {

py::object exception_type(const char* name) { return py::module_::import("biaochi._errors").attr(name); }

void set_error(const std::string& message) { PyErr_SetObject(exception_type("Error").ptr(), py::str(message).ptr()); }

const char* name_of(Fault fault) {
    switch (fault) {
        case Fault::rulebook:
            return "RulebookError";
        case Fault::calendar:
            return "CalendarError";
        case Fault::data:
            break;
    }
    return "DataError";
}

/// Leaves pybind11's own exceptions to pybind11.
void translate(std::exception_ptr failure) {
    try {
        if (failure) std::rethrow_exception(failure);
    } catch (const biaochi::Error& error) {
        set_error(error.what());
    } catch (const py::builtin_exception&) {
        throw;
    } catch (const py::error_already_set&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        set_error(std::string("a fault of biaochi itself, please report it: ") + error.what());
    }
}

}  // namespace

void raise_issues(Fault fault, const std::vector<Issue>& issues) {
    const py::object type = exception_type(name_of(fault));
    const py::object instance = type(to_list(issues));
    PyErr_SetObject(type.ptr(), instance.ptr());
    throw py::error_already_set();
}

void raise_error(const std::string& words) {
    set_error(words);
    throw py::error_already_set();
}

void raise_stopped() {
    PyErr_SetObject(exception_type("Stopped").ptr(), py::str("the work was stopped before its end").ptr());
    throw py::error_already_set();
}

void register_errors() { py::register_local_exception_translator(&translate); }

}  // namespace biaochi::python
