// How deeply a text may be nested at most, told from its tokens alone. A native parser ends the whole process when its stack
// is full, so what might fill it must be found before it is asked.

import type { Count } from "../units.ts";

// oxc-parser stands three thousand levels on a stack of 8 MB; threads have half of that.
const MOST_LEVELS: Count = 1000;

// Chains of these are nested to the right, one level for each; others cost a parser's stack a tenth, as measured.
const STEEP = new Set(["=>", "?", ":", "=", "<", "else", "if", "for", "while", "do", "with", "${"]);
const FLAT: Count = 0.1;

const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|[\p{ID_Start}$_#@][\p{ID_Continue}$]*|[\d.][\w.]*|=>|\?\.|\S|\n/gu;
const REGEXP = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/uy;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/uy;
const WORD = /^[\p{ID_Start}$_#@\d"']/u;
const DECLARATION =
  /^(?:const|let|class|import|export|interface|type|enum|namespace|abstract|declare|case|default)$/;

/** One pair of brackets that is open, with the levels that stand beside each other in it so far. */
interface Level {
  readonly isTemplate: boolean;
  run: Count;
}

/**
 * Whether a text is nested so deeply that a parser may not stand it. It counts generously, so that it may be true of a thousand
 * assignments in a row that end in a parenthesis and no semicolon; no kind of nesting is known of which it is false.
 */
export function isTooDeep(text: string): boolean {
  const levels: Level[] = [{ isTemplate: false, run: 0 }];
  let depth: Count = 0;
  let previous = ";";
  let isNewLine = false;
  const tokens = new RegExp(TOKEN);

  const enter = (isTemplate: boolean): void => {
    levels.push({ isTemplate, run: 0 });
    depth += 1;
  };
  const reset = (): void => {
    const level = levels.at(-1);
    if (level === undefined) return;
    depth -= level.run;
    level.run = 0;
  };
  const leave = (): boolean => {
    if (levels.length === 1) return false;
    reset();
    depth -= 1;
    return levels.pop()?.isTemplate ?? false;
  };
  const add = (weight: Count): void => {
    const level = levels.at(-1);
    if (level !== undefined) level.run += weight;
    depth += weight;
  };
  /** The text of a template up to its end or to the next expression in it. */
  const template = (): void => {
    TEMPLATE_TEXT.lastIndex = tokens.lastIndex;
    TEMPLATE_TEXT.exec(text);
    const isExpression = text[TEMPLATE_TEXT.lastIndex] === "$";
    tokens.lastIndex = TEMPLATE_TEXT.lastIndex + (isExpression ? 2 : 1);
    if (isExpression) enter(true);
  };

  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const [token] = match;
    if (token === "\n") isNewLine = true;
    if (token === "\n" || token.startsWith("//") || token.startsWith("/*")) continue;
    // Two operands on two lines are two statements.
    const isStatement =
      DECLARATION.test(token) || (isNewLine && WORD.test(token) && token !== "else" && endsOperand(previous));
    if (isStatement) reset();
    isNewLine = false;
    switch (token) {
      case "(":
      case "[":
      case "{":
        enter(false);
        break;
      case ")":
      case "]":
      case "}":
        if (leave()) template();
        break;
      case ";":
      case ",":
        reset();
        break;
      case "`":
        template();
        break;
      case "/":
        REGEXP.lastIndex = match.index;
        if (!endsOperand(previous) && previous !== ")" && REGEXP.test(text))
          tokens.lastIndex = REGEXP.lastIndex;
        else add(FLAT);
        break;
      default:
        if (STEEP.has(token)) add(1);
        else if (!WORD.test(token)) add(FLAT);
    }
    if (depth > MOST_LEVELS) return true;
    previous = token;
  }
  return false;
}

function endsOperand(token: string): boolean {
  return token === "]" || token === "}" || (WORD.test(token) && !STEEP.has(token) && token !== "return");
}
