// Lets XState live through histories that xstate_driver wrote, and fails where it comes to another state than biaochi did.
// Usage: node compare.mjs MACHINE.json HISTORIES.jsonl     prints a summary as JSON
import { readFileSync } from "node:fs";
import { assign, initialTransition, setup, transition } from "xstate";

const config = JSON.parse(readFileSync(process.argv[2], "utf8"));
const histories = readFileSync(process.argv[3], "utf8").split("\n").filter((line) => line !== "");

function guardsOf(node, names = new Set()) {
  for (const transitions of Object.values(node.on ?? {})) {
    for (const each of transitions) if (each.guard) names.add(each.guard.type);
  }
  for (const state of Object.values(node.states ?? {})) guardsOf(state, names);
  return names;
}

function outcome(event, name) {
  const answer = event.guards[name];
  if (answer === undefined) throw new Error(`the machine asks for the guard ${name}, of which biaochi knows nothing here`);
  return answer;
}

let actions = 0;
const guards = { undecided: ({ event }, { guard }) => outcome(event, guard) === "undetermined" };
for (const name of guardsOf(config)) guards[name] ??= ({ event }) => outcome(event, name) === "met";
const set = assign(({ event }, { fields }) => {
  const values = event.set[actions++];
  return Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, values[text] ?? `? ${text}`]));
});
const machine = setup({ guards, actions: { set } }).createMachine(config);

const summary = { histories: histories.length, events: 0, accepted: 0, undecided: 0, states: new Set(), moves: new Set() };

function expectSame(what, ours, theirs, where) {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
  if (a !== b) throw new Error(`${where}: ${what} is ${a} in biaochi and ${b} in XState`);
}

function live({ state, fields, events }, number) {
  let [snapshot] = initialTransition(machine);
  if (state !== snapshot.value) snapshot = machine.resolveState({ value: state, context: fields });
  for (const [i, event] of events.entries()) {
    const where = `history ${number}, event ${i} (${event.event})`;
    if (event.by_date) {
      expectSame("the state after an event that its date forbids", event.state, snapshot.value, where);
      continue;
    }
    const sent = { type: event.event, guards: event.guards, set: event.set };
    const [taken] = machine.getTransitionData(snapshot, sent) ?? [];
    const undecided = taken?.guard?.type === "undecided";
    const before = snapshot.value;
    actions = 0;
    [snapshot] = transition(machine, snapshot, sent);
    expectSame("the state", event.state, snapshot.value, where);
    expectSame("whether the event is accepted", event.accepted, taken !== undefined && !undecided, where);
    if (event.accepted) expectSame("what the case carries", event.fields, snapshot.context, where);
    summary.events += 1;
    summary.accepted += event.accepted ? 1 : 0;
    summary.undecided += undecided ? 1 : 0;
    summary.states.add(snapshot.value);
    if (event.accepted) summary.moves.add(`${before} ${event.event} ${snapshot.value}`);
  }
}

histories.forEach((line, number) => live(JSON.parse(line), number));
console.log(JSON.stringify({ ...summary, states: [...summary.states].sort(), moves: [...summary.moves].sort() }));
