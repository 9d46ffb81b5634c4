// Adds keys, a detail panel, sorting and a shareable address to a page that is complete without it.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const list = $("#list");
  const panel = $("#panel");
  const items = list ? [...list.children] : [];
  let current = 0;

  // A finding can be drawn in several pieces: the first carries the id, the others name it.
  const pieces = (number) => {
    const first = document.getElementById("f" + number);
    return first ? [first, ...$$(`mark[data-f="${number}"]`)] : [];
  };
  const numberOf = (mark) => Number(mark.dataset.f || mark.id.slice(1));
  const item = (number) => document.getElementById("r" + number);

  // Whether the filter leaves a list item; asking the style sheet would cost a layout for each.
  let off = [];
  let onlyAuthor = false;
  const isShown = (entry) =>
    !(onlyAuthor && entry.classList.contains("x")) && !off.some((name) => entry.classList.contains(name));
  function readFilter() {
    if (!CSS.supports("selector(:has(a))")) return;
    off = boxes.filter((box) => !box.checked).map((box) => box.id.slice(5));
    onlyAuthor = Boolean(authorOnly && authorOnly.checked);
  }

  // MARK: State in the address

  const boxes = $$(".legend input[id^=show-k-]");
  const authorOnly = $("#voice-author");
  const omittedBox = $("#show-o");
  const counts = $("#as-counts");
  const plain = $("#plain");
  const defaults = new Map(boxes.map((box) => [box, box.defaultChecked]));

  function state() {
    const changed = boxes.filter((box) => box.checked !== defaults.get(box)).map((box) => box.id.slice(7));
    const parts = [];
    if (changed.length) parts.push("flip=" + changed.join(","));
    if (authorOnly && authorOnly.checked) parts.push("voice=author");
    for (const [name, box] of [["omitted", omittedBox], ["counts", counts], ["plain", plain]]) {
      if (box && box.checked) parts.push(name);
    }
    return parts;
  }

  function remember() {
    const parts = state();
    if (current) parts.unshift("f" + current);
    const hash = parts.length ? "#" + parts.join(";") : location.hash.match(/^#p\d+$/) ? location.hash : "";
    try {
      history.replaceState(null, "", hash || location.pathname + location.search);
    } catch {
      // Some browsers forbid it for files; then the address stays as it is.
    }
  }

  function restore() {
    const parts = decodeURIComponent(location.hash.slice(1)).split(";");
    let number = 0;
    for (const part of parts) {
      const [key, value] = part.split("=");
      if (key === "flip" && value) {
        for (const name of value.split(",")) {
          const box = document.getElementById("show-k-" + name);
          if (box) box.checked = !defaults.get(box);
        }
      } else if (key === "voice" && value === "author" && authorOnly) {
        authorOnly.checked = true;
      } else if (key === "omitted" && omittedBox) {
        omittedBox.checked = true;
      } else if (key === "counts" && counts) {
        counts.checked = true;
      } else if (key === "plain" && plain) {
        plain.checked = true;
      } else if (/^f\d+$/.test(key)) {
        number = Number(key.slice(1));
      }
    }
    if (number && document.getElementById("f" + number)) select(number, { scroll: parts.length > 1, focus: false });
  }

  // MARK: Selecting a finding

  function select(number, { scroll = true, focus = true } = {}) {
    for (const mark of $$("mark.on")) mark.classList.remove("on");
    current = number;
    hideTip();
    const marks = pieces(number);
    for (const mark of marks) mark.classList.add("on");
    show(number);
    if (marks.length) {
      if (scroll) marks[0].scrollIntoView({ block: "center" });
      const link = $(":scope > a", marks[marks.length - 1]);
      if (focus && link) link.focus({ preventScroll: true });
    }
    remember();
  }

  function show(number) {
    const source = item(number);
    if (!panel || !source) return;
    const button = (text, label, action) =>
      Object.assign(make("button", { type: "button", textContent: text, onclick: action }), { ariaLabel: label });
    const head = make(
      "p", { className: "head" },
      make("span", { textContent: `Finding ${number} of ${items.length}` }),
      button("↑", "Previous finding", () => step(-1)), button("↓", "Next finding", () => step(1)),
      button("×", "Close", close));
    const body = make("div", { className: source.className });
    for (const child of source.children) {
      if (!child.classList.contains("no")) body.append(child.cloneNode(true));
    }
    const judgement = make(
      "p", { className: "judge" }, "Is it?",
      ...answers.map((answer) => {
        const choice = button(answer, `Judge it ${answer}`, () => judge(number, answer));
        choice.ariaPressed = String(judged.get(number) === answer);
        return choice;
      }),
      button("Copy", "Copy this finding with its source", (event) => copy(number, event.target)));
    panel.replaceChildren(head, body, judgement);
    panel.hidden = false;
  }

  // A match that was left out has no number among the findings; the panel says why it does not count.
  function showOmitted(number) {
    const source = document.getElementById("n" + number);
    if (!panel || !source) return;
    close();
    const shut = make("button", { type: "button", textContent: "×", onclick: () => { panel.hidden = true; } });
    shut.ariaLabel = "Close";
    const body = make("div", { className: source.className });
    for (const child of source.children) if (!child.classList.contains("no")) body.append(child.cloneNode(true));
    const why = source.closest("details").querySelector("summary").textContent.replace(/^[\d,]+ /, "");
    panel.replaceChildren(
      make("p", { className: "head" }, make("span", { textContent: "Not counted: " + why }), shut), body);
    panel.hidden = false;
  }

  // MARK: Judging

  const answers = ["right", "wrong", "unsure"];
  const judged = new Map();
  const ledger = JSON.parse(($("#data") || { textContent: "{}" }).textContent);
  const shelf = "parallax:" + ledger.textSHA256;

  function judge(number, answer) {
    if (judged.get(number) === answer) judged.delete(number);
    else judged.set(number, answer);
    mark(number);
    for (const choice of $$(".judge button[aria-pressed]", panel)) {
      choice.ariaPressed = String(judged.get(number) === choice.textContent);
    }
    keep();
  }

  function mark(number) {
    const entry = item(number);
    if (!entry) return;
    if (judged.has(number)) entry.dataset.judged = judged.get(number);
    else delete entry.dataset.judged;
  }

  function keep() {
    if (tally) tally.textContent = judged.size ? `${judged.size} of ${items.length} judged` : "";
    try {
      localStorage.setItem(shelf, JSON.stringify([...judged]));
    } catch {
      // Without storage the answers last as long as the page.
    }
  }

  function takeUp(pairs) {
    for (const [number, answer] of pairs) {
      if (!answers.includes(answer) || !item(number)) continue;
      judged.set(number, answer);
      mark(number);
    }
  }

  // What `parallax evaluate judged` reads: every finding, with an answer where there is one.
  function judgements() {
    const findings = (ledger.findings || []).map((finding, index) => {
      const [, , voice, weight, entry, start, end] = finding;
      const [lexicon, id, , category, subcategory] = ledger.entries[entry];
      const bold = $(".kwic b", item(index + 1));
      return {
        number: index + 1, start, end, text: bold ? bold.textContent : "", lexicon, entry: id, category, subcategory,
        voice: ["author", "direct", "indirect", "excerpt"][voice], weight, answer: judged.get(index + 1) ?? null,
      };
    });
    const { tool, id, textSHA256 } = ledger;
    return { schema: "parallax.judgements/1", tool, id, textSHA256, findings };
  }

  function save() {
    const text = JSON.stringify(judgements(), null, 1) + "\n";
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = make("a", { href: address, download: "judgements.json" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  async function load(input) {
    try {
      const read = JSON.parse(await input.files[0].text());
      if (read.schema !== "parallax.judgements/1") throw new Error("This file holds no judgements of a report.");
      if (read.textSHA256 !== ledger.textSHA256) throw new Error("These judgements are of another text.");
      takeUp(read.findings.map((finding) => [finding.number, finding.answer]));
      keep();
    } catch (error) {
      tally.textContent = error.message;
    }
    input.value = "";
  }

  // The finding as a line to cite.
  function copy(number, button) {
    const entry = item(number);
    const where = $$(".meta bdi").slice(0, 3).map((part) => part.textContent).join(", ");
    const paragraph = (ledger.findings[number - 1] || [0])[0] + 1;
    const text =
      `“${$(".kwic b", entry).textContent}” (${$("h1").textContent}; ${where}; paragraph ${paragraph}): ` +
      `${$(".kind", entry).textContent}; entry ${$("dd code", entry).textContent}; ` +
      `${ledger.tool.name} ${ledger.tool.version}, #f${number}`;
    const said = (word) => { button.textContent = word; setTimeout(() => { button.textContent = "Copy"; }, 1500); };
    if (!navigator.clipboard) return said("cannot");
    navigator.clipboard.writeText(text).then(() => said("copied"), () => said("cannot"));
  }

  function close() {
    if (!current) return;
    const link = $(":scope > a", pieces(current).at(-1));
    for (const mark of $$("mark.on")) mark.classList.remove("on");
    current = 0;
    panel.hidden = true;
    remember();
    if (link) link.focus({ preventScroll: true });
  }

  function step(direction) {
    const count = items.length;
    for (let tried = 0, number = current; tried < count; tried += 1) {
      number = direction > 0 ? (number % count) + 1 : number <= 1 ? count : number - 1;
      const entry = item(number);
      if (entry && isShown(entry)) return select(number);
    }
  }

  document.addEventListener("click", (event) => {
    const only = event.target.closest("[data-only]");
    if (only) {
      event.preventDefault();
      showOnly(only.dataset.only);
      $("#findings").scrollIntoView();
    }
    const mark = event.target.closest("mark");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || !String(getSelection()).trim() === false) return;
    if (!mark.className) return;
    if (mark.classList.contains("o")) {
      if (omittedBox.checked) return showOmitted(mark.id ? mark.id.slice(1) : mark.dataset.o);
      if (!mark.parentElement.closest("mark")) return;
    }
    const shown = closestShown(mark);
    if (!shown) return;
    event.preventDefault();
    select(numberOf(shown), { scroll: false });
  });

  // A highlight that is switched off has lost its underline; the one around it may still be on.
  function closestShown(mark) {
    for (let at = mark; at; at = at.parentElement && at.parentElement.closest("mark")) {
      if (at.classList.contains("o")) continue;
      const entry = item(numberOf(at));
      if (entry && isShown(entry)) return at;
    }
    return null;
  }

  // MARK: Tip

  const tip = make("div", { className: "tip", id: "tip", hidden: true });
  tip.setAttribute("role", "tooltip");
  document.body.append(tip);
  for (const mark of $$("mark[title]")) mark.removeAttribute("title");
  let tipTimer = 0;
  function showTip(mark) {
    const shown = closestShown(mark);
    if (!shown || numberOf(shown) === current) return;
    const entry = item(numberOf(shown));
    tip.replaceChildren($(".kind", entry).cloneNode(true), $("dl", entry).cloneNode(true));
    tip.className = "tip " + entry.classList[0];
    tip.hidden = false;
    const box = shown.getClientRects()[0];
    const width = tip.offsetWidth;
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
    tip.style.left = left + scrollX + "px";
    const above = box.top - tip.offsetHeight - 8;
    tip.style.top = (above > 0 ? above : box.bottom + 10) + scrollY + "px";
  }
  const hideTip = () => { tip.hidden = true; };
  document.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark");
    clearTimeout(tipTimer);
    if (mark) tipTimer = setTimeout(() => showTip(mark), 120);
    else if (!event.target.closest(".tip")) tipTimer = setTimeout(hideTip, 200);
  });
  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest("mark");
    if (mark && event.target.matches(":focus-visible") && panel.hidden) showTip(mark);
    else hideTip();
  });

  // MARK: Keys

  const help = make("dialog", { id: "help" });
  help.setAttribute("aria-labelledby", "help-h");
  const keys = [
    ["j", "n", "next finding"], ["k", "p", "previous finding"], ["1", "", "judge it right"], ["2", "", "judge it wrong"],
    ["3", "", "not sure"], ["a", "", "author’s words only, or all voices"], ["o", "", "show what was left out"],
    ["Esc", "", "close"], ["?", "", "this help"],
  ];
  help.append(
    make("h2", { id: "help-h", textContent: "Keys" }),
    make("dl", {}, ...keys.flatMap(([first, second, meaning]) => [
      make("dt", {}, make("kbd", { textContent: first }), ...(second ? [" ", make("kbd", { textContent: second })] : [])),
      make("dd", { textContent: meaning }),
    ])),
    make("form", { method: "dialog" }, make("button", { textContent: "Close" })));
  document.body.append(help);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.matches("input:not([type=checkbox]):not([type=radio]), select, textarea")) return;
    switch (event.key) {
      case "j": case "n": step(1); break;
      case "k": case "p": step(-1); break;
      case "1": case "2": case "3":
        if (!current) return;
        judge(current, answers[Number(event.key) - 1]);
        break;
      case "o":
        if (omittedBox) omittedBox.click();
        break;
      case "a":
        if (authorOnly) $(authorOnly.checked ? "#voice-all" : "#voice-author").click();
        break;
      case "Escape":
        if (!tip.hidden) hideTip(); else close();
        break;
      case "?": help.showModal(); break;
      default: return;
    }
    event.preventDefault();
  });

  // MARK: Controls

  const legend = $(".legend");
  if (legend && items.length) {
    const all = make("button", { type: "button", textContent: "All" });
    const none = make("button", { type: "button", textContent: "None" });
    const keyHelp = make("button", { type: "button", textContent: "Keys ?" });
    const set = (value) => { for (const box of boxes) box.checked = value && defaults.get(box); changed(); };
    all.onclick = () => set(true);
    none.onclick = () => set(false);
    keyHelp.onclick = () => help.showModal();
    $("summary", legend).after(make("div", { className: "controls" }, all, none, keyHelp));
    legend.addEventListener("change", changed);
  }

  // From a number to its findings: the legend is set to that kind alone, in the author's words.
  function showOnly(name) {
    for (const box of boxes) box.checked = box.id === "show-" + name;
    if (authorOnly) authorOnly.checked = true;
    changed();
  }
  for (const choice of $$("input[name=measure]")) choice.addEventListener("change", remember);

  const status = make("span", {});
  status.setAttribute("role", "status");
  const tally = make("span", {});
  tally.setAttribute("role", "status");
  function changed() {
    readFilter();
    const shown = items.filter(isShown).length;
    status.textContent = shown === items.length ? "" : `${shown} of ${items.length} shown`;
    remember();
  }

  if (list && items.length > 1) {
    const choice = make("select", { id: "sort" });
    const weight = (entry) => Number(entry.dataset.w || 0);
    const kind = (entry) => $(".kind", entry).textContent;
    const words = (entry) => $(".kwic b", entry).textContent.toLowerCase();
    const place = (entry) => Number(entry.id.slice(1));
    const orders = {
      Place: (a, b) => place(a) - place(b),
      Weight: (a, b) => weight(b) - weight(a) || place(a) - place(b),
      Kind: (a, b) => kind(a).localeCompare(kind(b), "en") || place(a) - place(b),
      Words: (a, b) => words(a).localeCompare(words(b), "en") || place(a) - place(b),
    };
    for (const name of Object.keys(orders)) choice.append(make("option", { textContent: name }));
    choice.onchange = () => list.append(...items.toSorted(orders[choice.value]));
    const every = make("button", { type: "button", textContent: "Show all", onclick: () => {
      for (const box of boxes) box.checked = defaults.get(box);
      if (authorOnly) $("#voice-all").checked = true;
      changed();
    } });
    list.before(make("p", { className: "controls" }, make("label", {}, "Sort by ", choice), every, status));
    const saver = make("button", { type: "button", textContent: "Save judgements", onclick: save });
    saver.dataset.saves = "";
    const chooser = make("input", { type: "file", accept: ".json,application/json" });
    chooser.onchange = () => load(chooser);
    list.before(make(
      "p", { className: "controls" }, saver, make("label", { className: "file" }, "Load judgements", chooser), tally));
    try {
      takeUp(JSON.parse(localStorage.getItem(shelf) || "[]"));
    } catch {
      // What cannot be read is not taken up.
    }
    keep();
  }

  for (const table of $$("table.sortable")) {
    const body = table.tBodies[0];
    [...table.tHead.rows[0].cells].forEach((cell, column) => {
      const button = make("button", { type: "button", textContent: cell.textContent });
      button.onclick = () => {
        const falls = cell.getAttribute("aria-sort") !== "descending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        cell.setAttribute("aria-sort", falls ? "descending" : "ascending");
        const value = (row) => row.cells[column].textContent.trim();
        const number = (text) => parseFloat(text.replace(/[,%]/g, "").replace("−", "-"));
        body.append(...[...body.rows].sort((a, b) => {
          const [x, y] = [value(a), value(b)];
          const [m, n] = [number(x), number(y)];
          const order = Number.isNaN(m) || Number.isNaN(n) ? y.localeCompare(x, "en") : n - m;
          return falls ? order : -order;
        }));
      };
      cell.replaceChildren(button);
    });
  }

  // MARK: Print

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = $$("details:not([open])");
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of opened) details.open = false; });

  readFilter();
  addEventListener("hashchange", restore);
  restore();
  readFilter();
  if (items.some((entry) => !isShown(entry))) changed();
})();
