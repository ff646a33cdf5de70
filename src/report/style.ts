// The look of the HTML reports, in light and dark. All of it hangs on the class `define-once`, so that nothing leaks into the
// page, and the tables read well without it, since a notebook may drop style elements.

/** The class of the root element. */
export const ROOT = "define-once";

// Said twice, so that it weighs more than JupyterLab's `.jp-RenderedHTMLCommon:not(...) tbody tr:nth-child(odd)`.
const SELF = `.${ROOT}.${ROOT}.${ROOT}`;

const LIGHT =
  "--new:#0969da;--kept:#1a7f37;--restored:#0a7b83;--changed:#9a6700;--gone:#cf222e;--plus:#2da44e1f;--minus:#cf222e17";
const DARK =
  "--new:#6cb6ff;--kept:#57c26a;--restored:#4fc1c9;--changed:#e0a83a;--gone:#ff7b72;--plus:#3fb95026;--minus:#f851492b";

/**
 * A style element for one report. Text takes the page's own colour; only accents depend on the theme, which JupyterLab and
 * VS Code state on the body and other pages leave to `prefers-color-scheme`.
 */
export const STYLE: string = `<style>
${SELF}{${LIGHT};--line:color-mix(in srgb,currentColor 16%,transparent);--mono:var(--jp-code-font-family,var(--vscode-editor-font-family,ui-monospace,SFMono-Regular,Menlo,Consolas,monospace));font:13px/1.5 var(--jp-ui-font-family,var(--vscode-font-family,system-ui,sans-serif));color:inherit;overflow-x:auto;padding:2px 0 6px}
@media (prefers-color-scheme:dark){body:not([data-jp-theme-light]):not(.vscode-light) ${SELF}{${DARK}}}
body[data-jp-theme-light=false] ${SELF},body.vscode-dark ${SELF},body.vscode-high-contrast:not(.vscode-high-contrast-light) ${SELF}{${DARK}}
${SELF} table{border-collapse:collapse;border:0;margin:0;font:inherit;color:inherit;table-layout:auto;font-variant-numeric:tabular-nums}
${SELF} caption{caption-side:top;color:inherit;white-space:nowrap}
${SELF} tr:nth-child(n){background:none;border:0}
${SELF} :is(td,th){border:0;border-top:1px solid var(--line);font-weight:400;vertical-align:baseline;line-height:1.5;background-color:transparent;color:inherit}
${SELF} thead th,${SELF} tbody.story tr:first-child td{border-top:0}
${SELF} thead th{font-size:11px;opacity:.65}
${SELF} tbody tr:hover:nth-child(n){background:color-mix(in srgb,currentColor 5%,transparent)}
${SELF} td.fact{min-width:17em;overflow-wrap:anywhere}
${SELF} .dim{opacity:.65}
${SELF} .name{font:600 12.5px/1.5 var(--mono);white-space:nowrap;background:none;color:inherit;padding:0}
${SELF} .fact code{font:12px/1.4 var(--mono);background:color-mix(in srgb,currentColor 8%,transparent);color:inherit;padding:1px 4px;border:0;border-radius:4px;white-space:pre-wrap}
${SELF} .tone{font-weight:600}
${SELF} .tone::before{content:"";display:inline-block;width:7px;height:7px;margin-right:7px;border-radius:50%;background:currentColor}
${SELF} .new{color:var(--new)}${SELF} .kept,${SELF} .accepted{color:var(--kept)}${SELF} .restored{color:var(--restored)}${SELF} .changed{color:var(--changed)}${SELF} .forgotten{color:var(--gone)}
${SELF} .saved{display:block;padding-bottom:2px;margin-bottom:-2px;background:linear-gradient(var(--kept),var(--kept)) 0 100%/calc(100%*var(--share)) 2px no-repeat,linear-gradient(var(--line),var(--line)) 0 100%/100% 2px no-repeat}
${SELF} pre{margin:5px 0 3px;padding:4px 0;border-radius:5px;font:12px/1.5 var(--mono);background:color-mix(in srgb,currentColor 5%,transparent);color:inherit;white-space:pre-wrap;overflow-wrap:anywhere}
${SELF} pre :is(ins,del,span){display:block;padding:0 10px;text-decoration:none;color:inherit}
${SELF} pre ins{background:var(--plus);color:var(--kept)}${SELF} pre del{background:var(--minus);color:var(--gone)}
${SELF} p{margin:6px 0 0;color:inherit}
</style>`;
