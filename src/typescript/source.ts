// The tree that a TypeScript parser hands in: ESTree with types, read by the names of its fields and narrowed here, so that
// nothing of ours depends on the parser's own declarations.

/** A node as it comes from outside. Offsets count UTF-16 units from 0. */
export interface SourceNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

// The one place where such a node is read by a field's name; whoever asks checks what comes.
type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (node: SourceNode): Fields => node as unknown as Fields;

/** Whether a value is a node. */
export function isSourceNode(value: unknown): value is SourceNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The node in a field; undefined where there is none. */
export function childIn(node: SourceNode, field: string): SourceNode | undefined {
  const value = fieldsOf(node)[field];
  return isSourceNode(value) ? value : undefined;
}

/** The node in a field that must have one. */
export function partIn(node: SourceNode, field: string): SourceNode {
  const child = childIn(node, field);
  if (child === undefined) throw new TypeError(`unknown syntax: ${node.type} without ${field}`);
  return child;
}

/** The nodes in a field, with `null` for holes; empty where there are none. */
export function listIn(node: SourceNode, field: string): readonly (SourceNode | null)[] {
  const value = fieldsOf(node)[field];
  if (!Array.isArray(value)) return [];
  return value.map((each) => (isSourceNode(each) ? each : null));
}

/** The nodes in a field that has no holes. */
export function nodesIn(node: SourceNode, field: string): readonly SourceNode[] {
  return listIn(node, field).filter((each) => each !== null);
}

/** What else stands in a field: a text, a number, a truth value, or what a parser makes of a template's text. */
export function valueIn(node: SourceNode, field: string): unknown {
  return fieldsOf(node)[field];
}

/** The name of an identifier, or the text of a string literal; undefined for other nodes. */
export function nameIn(node: SourceNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  const value = node.type === "Literal" ? valueIn(node, "value") : valueIn(node, "name");
  return typeof value === "string" ? value : undefined;
}
