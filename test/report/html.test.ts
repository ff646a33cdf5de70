import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explanationHtml, statusHtml } from "../../src/report/html.ts";
import { escaped, html } from "../../src/report/markup.ts";
import { definition as anyDefinition, explanation, time } from "./arbitrary.ts";
import { definition, EXPLANATION, NOW, ROWS } from "./example.ts";

const EVIL = `<script>alert("x")</script>`;

/** All tags of a page, attributes included, without the style element's content. */
function tagsOf(page: string): readonly string[] {
  return page.replace(/<style>[^<]*<\/style>/, "").match(/<[^>]*>/g) ?? [];
}

/** The elements that reports use; every tag must be exactly of this form. */
const KNOWN =
  /^<\/?(?:div|table|caption|thead|tbody|tr|th|td|code|span|b|br|p|pre|ins|del|time)(?: (?:class|style|scope|title|datetime)="[^"<>]*")*>$/;

function expectOnlyOurs(page: string): void {
  const tags = tagsOf(page);
  for (const tag of tags) expect(tag).toMatch(KNOWN);
  const ends = tags.filter((tag) => tag.startsWith("</")).length;
  const begins = tags.filter((tag) => !tag.startsWith("</") && tag !== "<br>").length;
  expect(ends).toBe(begins);
  expect(page).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
}

describe("markup", () => {
  it("escapes every text, for elements and attributes alike", () => {
    expect(escaped(`<a href='x'>"&\``)).toBe("&#60;a href=&#39;x&#39;&#62;&#34;&#38;&#96;");
    expect(html`<b>${EVIL}</b>${[html`<i></i>`, 1, false, undefined]}`.markup).toBe(
      "<b>&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62;</b><i></i>1",
    );
  });

  it("makes control characters and lone surrogates harmless", () => {
    expect(escaped("\u0000\u001b\ud800")).toBe("␀␛�");
  });
});

describe("statusHtml", () => {
  it("is one table with a row for each definition", () => {
    const page = statusHtml(ROWS);
    expect(page.match(/<tr>/g)).toHaveLength(ROWS.length + 1);
    expect(page).toContain("<code>a + b</code> became <code>a - b</code>");
    expectOnlyOurs(page);
  });

  it("shows scopes only when there are several, with the whole path on pointing", () => {
    expect(statusHtml(ROWS)).not.toContain(">scope<");
    const page = statusHtml([...ROWS, definition({ scope: "/app/load.ts" })]);
    expect(page).toContain(`title="/app/load.ts">load.ts<`);
  });

  it("draws a bar in proportion to the largest time saved", () => {
    const page = statusHtml([
      definition({ cache: { hits: 1, misses: 1, entries: 1, bytes: 1, spent: 1, saved: 4000 } }),
      definition({ cache: { hits: 1, misses: 1, entries: 1, bytes: 1, spent: 1, saved: 1000 } }),
    ]);
    expect(page.match(/--share:[\d.]+/g)).toEqual(["--share:1", "--share:0.25"]);
  });

  it("says so when nothing is defined", () => {
    expect(statusHtml([])).toContain("No definitions yet.");
  });

  it("is small", () => {
    expect(statusHtml(ROWS).length).toBeLessThan(8000);
  });

  it("lets no user text become an element, and no control character through", () => {
    fc.assert(
      fc.property(fc.array(anyDefinition, { maxLength: 4 }), (rows) => expectOnlyOurs(statusHtml(rows))),
    );
  });
});

describe("explanationHtml", () => {
  it("marks removed and added lines with elements that mean it, so that no style is needed", () => {
    const page = explanationHtml(EXPLANATION, { now: NOW });
    expect(page).toContain("<del>-  return a + b;\n</del><ins>+  return a - b;\n</ins>");
    expectOnlyOurs(page);
  });

  it("lists what it depends on, and what nobody can compare", () => {
    const page = explanationHtml(EXPLANATION, { now: NOW });
    expect(page).toContain("Depends on weight, normalise.");
    expect(page).toContain("Impure: Math.random; what these give is not compared");
    const without = explanationHtml({ ...EXPLANATION, dependsOn: [], impure: [] }, { now: NOW });
    expect(without).not.toMatch(/Depends on|Impure/);
  });

  it("gives the exact time on pointing", () => {
    expect(explanationHtml(EXPLANATION, { now: NOW })).toContain(
      `datetime="2026-11-23T11:00:00.000Z" title="2026-11-23T11:00:00.000Z">1 h ago</time>`,
    );
  });

  it("shows code in remarks and remedies as code", () => {
    expect(explanationHtml(EXPLANATION, { now: NOW })).toContain("simulate reads <code>this</code>.");
  });

  it("lets no user text become an element, and no control character through", () => {
    fc.assert(
      fc.property(explanation, time, (facts, now) => expectOnlyOurs(explanationHtml(facts, { now }))),
    );
  });
});

describe("the style", () => {
  const [style = ""] = /<style>[^<]*<\/style>/.exec(statusHtml(ROWS)) ?? [];

  it("has no effect outside of its own element", () => {
    const rules = style.replace(/<\/?style>/g, "").replace(/@media[^{]*\{((?:[^{}]*\{[^}]*\})*)\}/g, "$1");
    const selectors = rules
      .split("}")
      .map((rule) => rule.split("{")[0]?.trim() ?? "")
      .filter((selector) => selector !== "");
    expect(selectors.length).toBeGreaterThan(10);
    for (const selector of selectors) {
      // A comma inside `:is()` parts no selectors.
      for (const one of selector.replace(/\([^)]*\)/g, "").split(",")) expect(one).toContain(".define-once");
    }
  });

  it("knows the themes of JupyterLab and VS Code, and the system's", () => {
    expect(style).toContain("[data-jp-theme-light=false]");
    expect(style).toContain("body.vscode-dark");
    expect(style).toContain("prefers-color-scheme:dark");
  });

  it("asks for nothing from outside", () => {
    for (const page of [statusHtml(ROWS), explanationHtml(EXPLANATION, { now: NOW })]) {
      expect(page).not.toMatch(/url\(|@import|https?:|<script|<link|<img/i);
    }
  });
});
