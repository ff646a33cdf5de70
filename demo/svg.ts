// Lines with ANSI escapes as an SVG picture of a terminal window, which brings its own background.

import { columnsOf } from "../src/report/columns.ts";
import type { Ink } from "../src/report/paint.ts";
import type { Count } from "../src/units.ts";
import { type Span, spans } from "./spans.ts";

/** Lengths in SVG units, which are pixels where the picture is shown at its own size. */
type Length = number;

const FONT: Length = 14;
const COLUMN: Length = 8.4;
const LINE: Length = 20;
/** An empty line. */
const GAP: Length = 11;
const MARGIN: Length = 22;
const BAR: Length = 36;

const LIGHTS = ["#ff5f57", "#febc2e", "#28c840"];

const COLORS: Readonly<Record<Ink, string>> = {
  bold: "#ffffff",
  dim: "#8b949e",
  red: "#ff7b72",
  green: "#56d364",
  yellow: "#e3b341",
  blue: "#79c0ff",
  cyan: "#56d4dd",
};

const STYLE = `
text{font:${FONT}px ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;fill:#d1d7de;white-space:pre}
.bold{font-weight:600}
${Object.entries(COLORS)
  .map(([ink, color]) => `.${ink}{fill:${color}}`)
  .join("")}
`;

/**
 * The picture.
 *
 * @param columns the longest line may have
 * @param title stands in the window's bar
 * @param description what a reader who cannot see the picture should know
 */
export function svg(lines: readonly string[], columns: Count, title: string, description: string): string {
  const width = Math.round(columns * COLUMN + 2 * MARGIN);
  const drawn: string[] = [];
  let y = BAR + MARGIN / 2;
  for (const line of lines) {
    drawn.push(...lineSvg(line, y + FONT));
    y += line === "" ? GAP : LINE;
  }
  const height = Math.round(y + MARGIN * 0.7);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(description)}</desc>
<style>${STYLE}</style>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10" fill="#0d1117" stroke="#3d444d"/>
<path d="M.5 ${BAR - 4}V10.5a10 10 0 0 1 10-10H${width - 10.5}a10 10 0 0 1 10 10V${BAR - 4}z" fill="#161b22" stroke="#3d444d"/>
${LIGHTS.map((color, at) => `<circle cx="${20 + 20 * at}" cy="16" r="6" fill="${color}"/>`).join("")}
<text x="${width / 2}" y="21" text-anchor="middle" class="dim">${escaped(title)}</text>
${drawn.join("\n")}
</svg>
`;
}

function lineSvg(line: string, y: Length): readonly string[] {
  let column: Count = 0;
  return spans(line).flatMap((span) => {
    const at = column;
    column += columnsOf(span.text);
    return wordsSvg(span, at, y);
  });
}

/** Each stretch without wide gaps stands at its own column and is as wide as its columns, whatever font is found. */
function wordsSvg({ text, inks }: Span, column: Count, y: Length): readonly string[] {
  return [...text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: words, index }) => {
    const x = MARGIN + (column + columnsOf(text.slice(0, index))) * COLUMN;
    const length = columnsOf(words) * COLUMN;
    const style = inks.length === 0 ? "" : ` class="${inks.join(" ")}"`;
    return `<text x="${rounded(x)}" y="${rounded(y)}" textLength="${rounded(length)}" lengthAdjust="spacingAndGlyphs"${style}>${escaped(words)}</text>`;
  });
}

function rounded(figure: number): string {
  return String(Math.round(figure * 100) / 100);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
