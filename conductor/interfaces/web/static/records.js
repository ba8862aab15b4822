// Records as a list: what each is called, when it was, its files with formats and sizes; the button shows those at hand, then asks on.
import { words } from "/static/words.js";

const SHOWN = 10, FILES = 6;
const FORMATS = {
  "application/netcdf": "NetCDF", "application/x-netcdf": "NetCDF", "application/x-hdf": "HDF", "application/x-hdf5": "HDF5", "application/vnd+zarr": "Zarr",
  "application/vnd.zarr": "Zarr", "application/x-parquet": "Parquet", "application/vnd.apache.parquet": "Parquet", "application/vnd.laszip+copc": "COPC",
  "application/geo+json": "GeoJSON", "application/geopackage+sqlite3": "GeoPackage", "application/json": "JSON", "application/zip": "ZIP", "image/jp2": "JPEG 2000", "image/tiff": "GeoTIFF",
  "image/jpeg": "JPEG", "image/png": "PNG", "text/html": "HTML",
};
const LINKS = { "describedby": "about", "cite-as": "citation", "license": "licence", "via": "about" };

/** A list element; `next` gives further pages as `{items, more, partial}`, null where all are at hand. */
export function records(items, { language, next = null, total = 0 }) {
  const w = words[language], box = make("div", null, { class: "records" }), list = make("ol"), foot = make("p", null, { class: "more" });
  const count = make("span", null, { role: "status" }), button = make("button", w.more, { type: "button" });
  let waiting = items.slice(), shown = 0, ask = next;
  const tell = note => {
    button.hidden = !waiting.length && !ask;
    const all = Math.max(total, shown + waiting.length);
    count.textContent = note || (button.hidden ? w.all_shown(shown) : w.shown(shown, all));
  };
  const reveal = most => {
    const fresh = waiting.splice(0, most).map(item => record(item, language));
    list.append(...fresh); shown += fresh.length;
    return fresh[0];
  };
  button.onclick = async () => {
    if (waiting.length) { reveal(SHOWN)?.focus(); return tell(); }
    button.disabled = true; count.textContent = w.asking;
    try {
      const page = await ask();
      waiting = page.items; ask = page.more ? ask : null;
      const first = reveal(SHOWN);
      tell(page.partial ? `${w.shown(shown, Math.max(total, shown))} ${w.partial}` : "");
      first?.focus();
    } catch (error) { count.textContent = error instanceof TypeError ? w.unreachable : error.message; }
    button.disabled = false;
  };
  reveal(SHOWN); tell();
  foot.append(count, button); box.append(list, foot);
  return box;
}

/** The pages of `POST /find` after what is known, each without what came before; the first is asked for by the question. */
export function following(known, asked) {
  const seen = new Set(known.map(name)); let cursor = null, begun = false;
  return async () => {
    for (;;) {
      const body = JSON.stringify(begun ? { cursor } : { ...asked, limit: 50 });
      const reply = await fetch("/find", { method: "POST", headers: { "content-type": "application/json" }, body }), page = await reply.json();
      if (!reply.ok) throw new Error(page.detail || reply.statusText);
      begun = true; cursor = page.cursor;
      const items = page.items.filter(item => !seen.has(name(item)));
      for (const item of items) seen.add(name(item));
      if (items.length || !cursor || !page.complete) return { items, more: Boolean(cursor), partial: !page.complete };
    }
  };
}

const name = item => `${item.collection}/${item.id}`;
const make = (tag, text, attributes = {}) => {
  const element = document.createElement(tag);
  if (text !== undefined && text !== null) element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

function record(item, language) {
  const row = make("li", null, { tabindex: -1 }), title = item.properties.title, files = Object.entries(item.assets || {});
  row.append(make("strong", title || item.id));
  if (title && title !== item.id) row.append(make("code", item.id));
  row.append(make("span", [when(item.properties), held(item, files, language), item.collection].filter(Boolean).join(" · "), { class: "facts" }));
  const links = [...files.slice(0, FILES).map(([key, asset]) => file(key, asset, language)), ...about(item, language)];
  if (files.length > FILES) links.splice(FILES, 0, rest(files.slice(FILES), language));
  if (links.length) { const line = make("span", null, { class: "files" }); line.append(...links); row.append(line); }
  return row;
}

function rest(files, language) {
  const button = make("button", words[language].files_more(files.length), { type: "button" });
  button.onclick = () => button.replaceWith(...files.map(([key, asset]) => file(key, asset, language)));
  return button;
}

function when(p) {
  if (p.datetime) return p.datetime.slice(0, 16).replace("T", " ");
  const [start, end] = [p.start_datetime, p.end_datetime].map(t => (t || "").slice(0, 10));
  return start === end ? start : `${start || "…"} – ${end || "…"}`;
}

function held(item, files, language) {
  const count = files.length || item.properties.number_of_files || 0;
  const size = files.reduce((sum, [, asset]) => sum + (asset["file:size"] || 0), 0) || item.properties.size || 0;
  const formats = [...new Set(files.map(([, asset]) => format(asset)).filter(Boolean))].slice(0, 3).join(", ");
  return [count && words[language].files(count) + (formats ? ` (${formats})` : ""), size && bytes(size, language)].filter(Boolean).join(", ");
}

function file(key, asset, language) {
  const said = [asset.title || key, [format(asset), asset["file:size"] && bytes(asset["file:size"], language)].filter(Boolean).join(", ")].filter(Boolean).join(" · ");
  const href = reachable(asset.href);
  return href ? make("a", said, { href, rel: "noreferrer", title: asset.href }) : make("span", `${said} · ${asset.href}`);
}

function about(item, language) {
  return (item.links || []).filter(l => LINKS[l.rel] && reachable(l.href))
    .map(l => make("a", words[language][LINKS[l.rel]], { href: reachable(l.href), rel: "noreferrer", target: "_blank", title: l.title || l.href }));
}

/** Where a browser can have it: hosts of the federation inside this server are reached through it; other protocols not at all. */
function reachable(href) {
  const url = URL.canParse(href) ? new URL(href) : null;
  if (!url || !["http:", "https:"].includes(url.protocol)) return "";
  return url.hostname.endsWith(".embedded") ? `/files/${url.hostname}${url.pathname}` : href;
}

function format(asset) {
  const media = (asset.type || "").split(";")[0].trim().toLowerCase();
  return FORMATS[media] ?? media.split("/").pop().replace(/^(x-|vnd\.)/, "");
}

function bytes(size, language) {
  const units = ["B", "kB", "MB", "GB", "TB"], step = Math.min(units.length - 1, Math.floor(Math.log10(size) / 3));
  return `${new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(size / 1000 ** step)} ${units[step]}`;
}
