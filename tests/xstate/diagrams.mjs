// Lets Mermaid and Graphviz read diagrams, and fails where they see other states, arrows or names than they should.
// Usage: node diagrams.mjs CASES.json     [{"mermaid", "dot", "names": {state: name}, "arrows": [[from, to, event]]}]; from is "" before the first event
import { readFileSync } from "node:fs";
import { instance } from "@viz-js/viz";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import("mermaid");
const graphviz = await instance();

// What Mermaid's drawing puts back in place of entities.
const decoded = (text) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(code)).replace(/\s+/g, " ");
const plain = (text) => text.replace(/[\u0000-\u001f\u007f]/g, " ").replace(/\s+/g, " ").trim();

function expectSame(what, seen, wanted) {
  const [a, b] = [JSON.stringify(seen), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: seen ${a}, wanted ${b}`);
}

async function readMermaid({ mermaid: text, names, arrows }) {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const states = [...db.getStates().entries()].filter(([id]) => id.startsWith("s_"));
  expectSame("states in Mermaid", states.map(([id, state]) => [id.slice(2), plain(decoded(state.descriptions[0]))]),
             Object.entries(names).map(([id, name]) => [id, plain(name)]));
  const seen = db.getRelations().filter(({ id2 }) => !id2.startsWith("root"));
  expectSame("arrows in Mermaid", seen.map(({ id1, id2 }) => [id1.replace(/^root_start$|^s_/, ""), id2.slice(2)]), arrows.map(([from, to]) => [from, to]));
  seen.forEach(({ relationTitle }, i) => {
    const title = plain(decoded(relationTitle));
    if (!title.startsWith(plain(arrows[i][2]))) throw new Error(`arrow ${i} in Mermaid is named ${title}`);
  });
}

function readDot({ dot, names, arrows }) {
  const picture = new window.DOMParser().parseFromString(graphviz.renderString(dot, { format: "svg" }), "image/svg+xml");
  const words = (group) => plain([...group.querySelectorAll("text")].map(({ textContent }) => textContent).join(" "));
  const drawn = (kind) => [...picture.querySelectorAll(`g.${kind}`)].map((group) => [group.querySelector("title").textContent, words(group)]);
  expectSame("states in Graphviz", drawn("node").filter(([id]) => id in names).sort(),
             Object.entries(names).map(([id, name]) => [id, plain(name)]).sort());
  const seen = drawn("edge").filter(([, event]) => event !== "").map(([ends, event]) => [...ends.replace("$begin", "").split("->"), event]).sort();
  const wanted = arrows.map(([from, to, event]) => [from, to, plain(event)]).sort();
  expectSame("arrows in Graphviz", seen.map(([from, to]) => [from, to]), wanted.map(([from, to]) => [from, to]));
  for (const [from, to, event] of wanted) {
    if (!seen.some((each) => each[0] === from && each[1] === to && each[2].startsWith(event))) throw new Error(`Graphviz draws no ${event}`);
  }
}

const cases = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const each of cases) {
  await readMermaid(each);
  readDot(each);
}
console.log(JSON.stringify({ read: cases.length }));
