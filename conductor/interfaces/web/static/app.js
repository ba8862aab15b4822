// The question box, live steps, ranked responses. No framework: text is always set as text, never as markup.
import { following, records } from "/static/records.js";
import { words } from "/static/words.js";

const $ = id => document.getElementById(id);
let language = (localStorage.getItem("language") || navigator.language || "en").startsWith("fr") ? "fr" : "en";
let stream = null, run = null, history = [], asked = {};
const w = () => words[language];

function make(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  if (text !== undefined && text !== null) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function dress() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = w()[element.dataset.text];
  $("question").placeholder = w().placeholder;
  $("language").textContent = w().other;
  $("language").lang = language === "fr" ? "en" : "fr";
  $("examples").replaceChildren(...w().examples.map(text => {
    const chip = make("button", text, { type: "button" });
    chip.onclick = () => { $("question").value = text; send(text); };
    return chip;
  }));
}

function notice(text) { $("notice").textContent = text || ""; $("notice").hidden = !text; }
function busy(is) { $("send").hidden = is; $("stop").hidden = !is; }

async function send(question, choice) {
  stream?.close();
  notice(""); busy(true);
  for (const id of ["answer", "clarification"]) $(id).hidden = true;
  $("steps").replaceChildren(); $("progress").hidden = false; $("progress").open = true;
  asked = { question, choice, history: history.slice(-6) };
  try {
    const reply = await fetch("/runs", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(asked) });
    const body = await reply.json();
    if (!reply.ok) throw new Error(body.detail || reply.statusText);
    run = body.run;
    window.history.replaceState(null, "", `#${run}`);
    listen(question);
  } catch (error) {
    busy(false); $("progress").hidden = true;
    notice(error instanceof TypeError ? w().unreachable : error.message);
  }
}

function listen(question) {
  stream = new EventSource(`/runs/${run}/events`);
  const started = new Map();
  stream.addEventListener("understood", () => step("understood", "✓", w().understood, "done"));
  stream.addEventListener("planned", e => step("planned", "✓", w().planned(JSON.parse(e.data).steps.length), "done"));
  stream.addEventListener("started", e => { const d = JSON.parse(e.data); started.set(d.step, performance.now()); step(d.step, "●", d.label, "running"); });
  stream.addEventListener("progressed", e => { const d = JSON.parse(e.data); step(d.step, "●", d.label, "running"); });
  stream.addEventListener("ended", e => {
    const d = JSON.parse(e.data), good = d.state === "successful";
    if (good && !started.has(d.step)) return;  // nothing was there to be done
    step(d.step, good ? "✓" : d.state === "dismissed" ? "–" : "✗", d.label, good ? "done" : d.state, `${Math.round(1000 * (d.seconds || 0))} ms`);
  });
  stream.addEventListener("answered", e => { stream.close(); busy(false); $("progress").open = false; show(JSON.parse(e.data), question); });
  stream.addEventListener("failed", e => { stream.close(); busy(false); notice(JSON.parse(e.data).message); });
  stream.onerror = () => { if (stream.readyState === EventSource.CLOSED) { busy(false); notice(w().unreachable); } };
}

function step(id, mark, label, state, took = "") {
  let row = $(`step-${id}`);
  if (!row) { row = make("li", null, { id: `step-${id}` }); row.append(make("span"), make("span"), make("time")); $("steps").append(row); }
  row.className = state;
  [mark, label || row.children[1].textContent, took].forEach((text, i) => { row.children[i].textContent = text; });
}

function show(answer, question) {
  if (answer.clarification) return clarify(answer.clarification, question);
  $("answer").hidden = false;
  $("summary").textContent = answer.declined ? answer.declined.message : answer.summary;
  const notes = [...answer.assumptions, ...(answer.complete || answer.declined ? [] : [w().partial]), ...(answer.declined?.nearest || [])];
  $("assumptions").replaceChildren(...notes.map(text => make("li", text)));
  const parts = new Set(answer.responses.map(r => r.part));
  $("responses").replaceChildren(...answer.responses.map(r => card(r, parts.size === 1)));
  const rows = answer.sources.map(s => {
    const row = make("tr");
    row.append(make("td", s.source), make("td", s.state, { class: `state-${s.state}` }), make("td", s.matched ?? s.n), make("td", s.took_ms), make("td", s.error || ""));
    return row;
  });
  $("sources").hidden = !rows.length;
  const head = make("tr");
  head.append(...["source", "state", "found", "time", "said"].map(k => make("th", w()[k], { scope: "col" })));
  $("sources").querySelector("thead").replaceChildren(head);
  $("sources").querySelector("tbody").replaceChildren(...rows);
  const base = `/runs/${answer.run}`;
  $("links").replaceChildren(...[["json", base], ["plan", `${base}/plan`], ["prov", `${base}/provenance`]].map(([k, href]) => make("a", w()[k], { href })));
  if (!answer.declined) history.push({ question, answer: answer.summary, run: answer.run });
  $("summary").scrollIntoView({ block: "nearest" });
}

function card(response, alone) {
  const box = make("article"), head = make("header"), p = make("div", null, { class: "probability", title: w().probability });
  p.append(make("span", response.likelihood), make("meter", null, { min: 0, max: 1, value: response.probability, "aria-label": w().probability }), make("span", response.probability.toFixed(2)));
  head.append(make("span", response.rank, { class: "rank" }), p);
  box.append(head);
  if (response.value !== null && response.value !== undefined) {
    const as = like(response.value), figure = make("p", as(response.value), { class: "figure" });
    figure.append(` ${units(response.units)} `);
    if (response.range) figure.append(make("small", `${as(response.range[0])} – ${as(response.range[1])} ${units(response.units)} · ${response.range_meaning || ""}`));
    box.append(figure);
  }
  if (response.statement !== $("summary").textContent) box.append(make("h3", response.statement));
  for (const link of response.links.filter(l => ["plot", "map"].includes(l.rel) && l.type === "image/svg+xml"))
    box.append(make("img", null, { class: "plot", src: link.href, alt: link.title || response.statement, loading: "lazy" }));
  if (response.caveats.length) { const list = make("ul", null, { class: "caveats" }); list.append(...response.caveats.map(c => make("li", c))); box.append(list); }
  if (response.table) box.append(folded(`${w().table} (${response.table.rows.length})`, table(response.table.columns, response.table.rows)));
  if (response.items?.length) box.append(found(response, alone));
  if (response.citations.length) { const list = make("ul"); list.append(...response.citations.map(c => make("li", [c.text, c.doi, c.licence].filter(Boolean).join(" · ")))); box.append(folded(w().cite, list)); }
  return box;
}

function found(response, alone) {  // a listing lies open and goes on; what a figure was made of is folded away
  if (response.kind !== "items") return folded(w().items(response.items.length), records(response.items, { language }));
  const total = response.details?.matched || 0, goes_on = alone && total > response.items.length;
  return records(response.items, { language, total, next: goes_on ? following(response.items, asked) : null });
}
function folded(title, content) { const d = make("details"), box = make("div", null, { class: "scroll", tabindex: 0 }); box.append(content); d.append(make("summary", title), box); return d; }
function table(columns, rows) {
  const t = make("table"), head = make("tr"), body = make("tbody"), top = make("thead");
  head.append(...columns.map(c => make("th", c, { scope: "col" }))); top.append(head);
  body.append(...rows.slice(0, 200).map(r => { const row = make("tr"); row.append(...r.map(v => make("td", typeof v === "number" ? number(v) : v ?? ""))); return row; }));
  t.append(top, body); return t;
}
function like(value) {  // every number of a card with the decimals of its value
  if (Number.isInteger(value) && value >= 1000 && value < 3000) return v => String(Math.round(v));
  const digits = Math.abs(value) < 1 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return v => new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(v);
}
function number(value) { return Number.isInteger(value) && value >= 1000 && value < 3000 ? String(value) : new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(value); }
function units(text) { return { degC: "°C", "1": "", percent: "%", year: "", "K/decade": w().decade, "K decade-1": w().decade }[text] ?? text ?? ""; }

function clarify(clarification, question) {
  $("clarification").hidden = false;
  $("clarification-title").textContent = clarification.question;
  const choices = clarification.options.map(option => {
    const button = make("button", option.label, { type: "button" });
    if (option.effect) button.append(make("small", option.effect));
    button.onclick = () => send(question, option.label);
    return button;
  });
  const skip = make("button", w().skip_option, { type: "button" });
  skip.onclick = () => send(question, "skip");
  $("options").replaceChildren(...choices, skip);
  $("options").querySelector("button").focus();
}

$("ask").onsubmit = event => { event.preventDefault(); const text = $("question").value.trim(); if (text) send(text); };
$("stop").onclick = async () => { stream?.close(); await fetch(`/runs/${run}`, { method: "DELETE" }).catch(() => {}); busy(false); $("progress").hidden = true; notice(w().stopped); };
$("language").onclick = () => { language = language === "fr" ? "en" : "fr"; localStorage.setItem("language", language); dress(); };
document.onkeydown = event => { if (event.key === "/" && document.activeElement !== $("question")) { event.preventDefault(); $("question").focus(); } };

dress();
if (location.hash.startsWith("#r-")) {
  run = location.hash.slice(1);
  fetch(`/runs/${run}`).then(async reply => {
    if (!reply.ok) return;
    const answer = await reply.json();
    $("question").value = answer.question || "";
    asked = { question: answer.question };
    if (reply.status === 200) show(answer, answer.question); else { busy(true); $("progress").hidden = false; listen(answer.question); }
  }).catch(() => {});
} else { $("question").focus(); }
