/// @file
/// Does one piece of work once, for check.py to count its instructions under callgrind:
/// `biaochi_instructions record|row|batch|expression|replay`.
///
/// Prints the compiler and the vector code. What prepares the work, and a first turn that fills tables, are not counted: only what
/// biaochi_measured() calls is.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "../batch_sample.hpp"
#include "../log_sample.hpp"
#include "../sample.hpp"
#include "biaochi/biaochi.hpp"
#include "biaochi/feel/evaluate.hpp"

/// The door that callgrind watches.
extern "C" [[gnu::noinline]] void biaochi_measured(const std::function<void()>& work);
void biaochi_measured(const std::function<void()>& work) { work(); }

namespace {

using namespace biaochi;

void expect(bool right, const char* what) {
    if (right) return;
    std::fprintf(stderr, "wrong answer: %s\n", what);
    std::exit(1);
}

void measure(const std::function<void()>& work) {
    work();
    biaochi_measured(work);
}

/// One county of 17 indicators, its scorecard used again.
void record() {
    const auto read = read_records(sample::rules(), sample::records_json(1));
    Scorecard card;
    measure([&] { score(sample::rules(), read.records.at(0), card); });
    expect(card.nodes.at(0).points.low.text() == sample::full_score, "record");
}

/// Rows of twenty indicators, one thread.
void score_rows(std::size_t rows) {
    const sample::Table table(rows);
    const std::vector<Column> columns = table.columns();
    sample::Room room(rows, false);
    const BatchRequest request = room.request(columns, rows);
    measure([&] { sample::twenty().score(request); });
    const std::size_t checked = std::min<std::size_t>(rows, 64);
    sample::Room exact(checked, false);
    BatchRequest slow = exact.request(columns, checked);
    slow.code = VectorCode::none;
    sample::twenty().score(slow);
    expect(room.same(exact, checked), "batch");
}

/// One row alone: what getting ready costs.
void row() { score_rows(1); }

void batch() { score_rows(4096); }

/// Two facts compared, with the evidence.
void expression() {
    feel::Scope scope;
    scope.inputs = {{"spent", feel::number_in("万元"), 0}, {"planned", feel::number_in("万元"), 1}};
    const feel::Compiled compiled = feel::compile_expression("spent * 2 >= planned + 3", scope);
    const std::vector<feel::Value> inputs{feel::make_number(Number(1234, 10)), feel::make_number(Number(120))};
    feel::Evidence evidence;
    bool holds = false;
    measure([&] {
        evidence.records.clear();
        holds = evaluate(*compiled.expression, inputs, {}, &evidence).is(true);
    });
    expect(holds && evidence.records.size() == 1, "expression");
}

/// The events of 22 counties, ten each.
void replay_log() {
    constexpr std::size_t counties = 22;
    const ReadEvents read = read_events(sample::lifecycle_rules(), sample::log_of(counties));
    Replayed replayed;
    measure([&] { replayed = replay(sample::lifecycle_rules(), read.events); });
    expect(sample::is_right(replayed, counties), "replay");
}

}  // namespace

int main(int count, char** arguments) {
    const std::map<std::string, void (*)()> works{
        {"record", record}, {"row", row}, {"batch", batch}, {"expression", expression}, {"replay", replay_log}};
    const auto work = works.find(count == 2 ? arguments[1] : "");
    if (work == works.end()) {
        std::fprintf(stderr, "usage: biaochi_instructions record|row|batch|expression|replay\n");
        return 2;
    }
    work->second();
#if defined(__clang__)
    std::printf("clang %d.%d, %s\n", __clang_major__, __clang_minor__, name(vector_codes().back()).data());
#else
    std::printf("gcc %d.%d, %s\n", __GNUC__, __GNUC_MINOR__, name(vector_codes().back()).data());
#endif
    return 0;
}
