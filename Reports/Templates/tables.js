// Sorts and filters tables that are complete without it.
(() => {
  "use strict";
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const number = (text) => parseFloat(text.replace(/[(),%×]/g, "").replace("−", "-"));
  const words = new Intl.Collator("en", { numeric: true });

  for (const table of document.querySelectorAll("table.sortable")) {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((cell, column) => {
      const button = make("button", { type: "button" }, ...cell.childNodes);
      cell.append(button);
      button.onclick = () => {
        const falls = cell.getAttribute("aria-sort") !== "descending";
        for (const other of heads) other.removeAttribute("aria-sort");
        cell.setAttribute("aria-sort", falls ? "descending" : "ascending");
        const rows = [...body.rows].map((row) => {
          const text = row.cells[column].textContent.trim();
          return { row, text, value: /^[(−\d]/.test(text) && !/^\d{4}-/.test(text) ? number(text) : NaN };
        });
        rows.sort((a, b) => {
          if (Number.isNaN(a.value) !== Number.isNaN(b.value)) return Number.isNaN(a.value) ? 1 : -1;
          const order = Number.isNaN(a.value) ? words.compare(b.text, a.text) : b.value - a.value;
          return falls ? order : -order;
        });
        body.append(...rows.map((entry) => entry.row));
      };
    });

    if (!table.classList.contains("filterable") || body.rows.length < 2) continue;
    const rows = [...body.rows].map((row) => ({ row, text: row.textContent.toLowerCase(), outlet: row.cells[1].textContent }));
    const search = make("input", { type: "search" });
    const choice = make("select", {});
    const outlets = [...new Set(rows.map((entry) => entry.outlet))].filter(Boolean).sort(words.compare);
    choice.append(make("option", { value: "", textContent: "all outlets" }));
    for (const outlet of outlets) choice.append(make("option", { textContent: outlet }));
    const status = make("span", {});
    status.setAttribute("role", "status");
    const apply = () => {
      const wanted = search.value.toLowerCase().trim();
      let shown = 0;
      for (const entry of rows) {
        entry.row.hidden = !entry.text.includes(wanted) || (choice.value !== "" && entry.outlet !== choice.value);
        if (!entry.row.hidden) shown += 1;
      }
      status.textContent = shown === rows.length ? "" : `${shown} of ${rows.length} shown`;
    };
    search.oninput = apply;
    choice.onchange = apply;
    const controls = make("p", { className: "controls" }, make("label", {}, "Find ", search));
    if (outlets.length > 1) controls.append(make("label", {}, "Outlet ", choice));
    controls.append(status);
    table.parentElement.before(controls);
  }

  // The voice that is counted, kept in the address: #rates;voice=all
  const voices = [...document.querySelectorAll(".choice input")];
  if (voices.length) {
    const parts = () => decodeURIComponent(location.hash.slice(1)).split(";").filter(Boolean);
    const read = () => {
      const all = parts().includes("voice=all");
      if (all) voices[1].checked = true;
      const place = all && document.getElementById(parts()[0]);
      if (place) place.scrollIntoView();
    };
    for (const input of voices) {
      input.onchange = () => {
        const rest = parts().filter((part) => !part.startsWith("voice="));
        if (voices[1].checked) rest.push("voice=all");
        try {
          history.replaceState(null, "", rest.length ? "#" + rest.join(";") : location.pathname + location.search);
        } catch {
          // Some browsers forbid it for files.
        }
      };
    }
    addEventListener("hashchange", read);
    read();
  }

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of opened) details.open = false; });
})();
