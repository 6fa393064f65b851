/// @file
/// NamedFacts and answer: expressions asked on their own, as JSON.

#include <memory>
#include <string>

#include "biaochi/explain/question.hpp"
#include "errors.hpp"
#include "lists.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

std::shared_ptr<NamedFacts> parse_facts(py::handle text) {
    auto facts = std::make_shared<NamedFacts>(biaochi::read_facts(utf8(text)));
    if (has_errors(facts->issues)) raise_issues(Fault::data, facts->issues);
    return facts;
}

/// @return the answer in JSON, and the issues of the question
py::tuple answer(py::handle text, const std::shared_ptr<NamedFacts>& facts) {
    const std::string question = utf8(text);
    AnsweredQuestion answered;
    {
        const py::gil_scoped_release free;
        answered = facts ? biaochi::answer_question(question, *facts) : biaochi::answer_question(question);
    }
    return py::make_tuple(answered.json, to_list(answered.issues));
}

}  // namespace

void register_question(py::module_& module) {
    py::class_<NamedFacts, std::shared_ptr<NamedFacts>>(module, "NamedFacts", "Facts that expressions may name.");
    module.def("parse_facts", &parse_facts, py::arg("text"), "Reads facts, a JSON object. DataError with every issue.");
    module.def("answer_question", &answer, py::arg("text"), py::arg("facts") = std::shared_ptr<NamedFacts>(),
               "Answers a question in JSON: the answer in JSON, and the issues. Never raises for a text.");
}

}  // namespace biaochi::python
