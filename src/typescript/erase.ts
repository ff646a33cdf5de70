// From ESTree with types to the tree of the JavaScript that tools run: types vanish, enums, namespaces and parameter
// properties become code, a module becomes the body of a function.

import type { Node } from "../syntax/tree.ts";
import type { Annotation } from "./annotations.ts";
import { assignment, declaration, functionOf, identifier, made, member, statement } from "./build.ts";
import { type Enum, type EnumValue, enumFilling, enumMembers, sharedObject } from "./enums.ts";
import { ErasedNodes, type Unreadable } from "./erase-nodes.ts";
import { Namespace } from "./namespaces.ts";
import { declaredFunctions, isTypeStatement, namespaceNames } from "./runtime-parts.ts";
import { childIn, nameIn, nodesIn, partIn, type SourceNode, valueIn } from "./source.ts";

/** What the erasure of a file gives. */
export interface Erased {
  /** The module's statements as the body of a function: exports and imports are gone. */
  readonly module: Node;
  readonly annotations: readonly Annotation[];
  readonly enums: readonly Enum[];
  /** By the parameter of the function that a namespace, or a part of one, became. */
  readonly namespaces: Map<Node, Namespace>;
  /** Parameters of the functions that stand for enums. */
  readonly enumParameters: ReadonlyMap<Node, string>;
}

/** The name of the variable that holds a module's default export (ECMA-262, 16.2.3.7). */
export const DEFAULT_EXPORT = "*default*";

/** Whether a list of statements is a module's, a namespace's, or any other. */
type Place =
  | { readonly in: "module" | "block" }
  | { readonly in: "namespace"; readonly namespace: Namespace };

/** The erasure of a program, as a parser gave it. `text` is its source. */
export function erased(program: SourceNode, text: string, unreadable: Unreadable): Erased {
  const eraser = new Eraser(text, unreadable);
  const body = eraser.statements(nodesIn(program, "body"), { in: "module" });
  const { annotations, enums, namespaces, enumParameters } = eraser;
  return { module: functionOf([], body, program), annotations, enums, namespaces, enumParameters };
}

class Eraser extends ErasedNodes {
  readonly enums: Enum[] = [];
  readonly namespaces: Map<Node, Namespace> = new Map();
  readonly enumParameters: Map<Node, string> = new Map();

  override block(statements: readonly SourceNode[]): readonly Node[] {
    return this.statements(statements, { in: "block" });
  }

  /** The statements that run; one of the source may become none, or several. */
  statements(sources: readonly SourceNode[], place: Place): readonly Node[] {
    const holders = new Set(declaredFunctions(sources));
    return sources.flatMap((each) => this.#statement(each, place, holders, false));
  }

  /** `holders`: names that an earlier or a hoisted declaration has made already, so that an enum or a namespace joins them. */
  #statement(source: SourceNode, place: Place, holders: Set<string>, isExported: boolean): readonly Node[] {
    if (isTypeStatement(source)) return [];
    switch (source.type) {
      case "ImportDeclaration":
      case "ExportAllDeclaration":
        return [];
      case "ExportNamedDeclaration": {
        const inner = childIn(source, "declaration");
        return inner === undefined ? [] : this.#statement(inner, place, holders, true);
      }
      case "ExportDefaultDeclaration":
        return this.#defaultExport(partIn(source, "declaration"));
      case "TSExportAssignment": {
        const target = member(identifier("module", source), "exports", source);
        return [statement(assignment(target, this.node(partIn(source, "expression")), source), source)];
      }
      case "TSImportEqualsDeclaration":
        return [this.#alias(source, place, isExported)];
      case "TSEnumDeclaration":
        return this.#enum(source, place, holders, isExported);
      case "TSModuleDeclaration":
        return this.#namespace(source, namespaceNames(source), place, holders, isExported);
      default: {
        const node = this.node(source);
        return isExported && place.in === "namespace" ? place.namespace.exported(node) : [node];
      }
    }
  }

  #defaultExport(source: SourceNode): readonly Node[] {
    if (isTypeStatement(source)) return [];
    const node = this.node(source);
    if (source.type === "FunctionDeclaration" || source.type === "ClassDeclaration") return [node];
    return [declaration("const", identifier(DEFAULT_EXPORT, source), node, source)];
  }

  /** `import a = B.C` and `import a = require("b")`. */
  #alias(source: SourceNode, place: Place, isExported: boolean): Node {
    const id = identifier(nameIn(partIn(source, "id")) ?? "", partIn(source, "id"));
    const node = declaration("var", id, this.#reference(partIn(source, "moduleReference")), source);
    if (isExported && place.in === "namespace") place.namespace.exported(node);
    return node;
  }

  #reference(source: SourceNode): Node {
    switch (source.type) {
      case "TSExternalModuleReference":
        return made("CallExpression", source, {
          callee: identifier("require", source),
          arguments: [this.node(partIn(source, "expression"))],
          optional: false,
        });
      case "TSQualifiedName": {
        const object = this.#reference(partIn(source, "left"));
        const key = made("Literal", source, { value: nameIn(partIn(source, "right")) });
        return made("MemberExpression", source, { object, property: key, computed: false, optional: false });
      }
      default:
        return this.node(source);
    }
  }

  #enum(source: SourceNode, place: Place, holders: Set<string>, isExported: boolean): readonly Node[] {
    const name = nameIn(partIn(source, "id")) ?? "";
    const known = (other: string): ReadonlyMap<string, EnumValue> | undefined =>
      this.enums.findLast((each) => each.name === other)?.values;
    const { values, body } = enumMembers(source, this.node, known);
    const variable = this.#holder(name, source, place, holders);
    const isConst = valueIn(source, "const") === true;
    const parameter = identifier(name, source);
    this.enums.push({ name, isConst, variable: variable?.id, parameter, values });
    this.enumParameters.set(parameter, name);
    const owner = isExported && place.in === "namespace" ? place.namespace.shared(name) : undefined;
    const filling = enumFilling(parameter, body, sharedObject(name, owner, source), source);
    return variable === undefined ? [filling] : [variable.statement, filling];
  }

  /** The variable for an enum or a namespace, unless the place has one of that name. */
  #holder(
    name: string,
    source: SourceNode,
    place: Place,
    holders: Set<string>,
  ): { readonly statement: Node; readonly id: Node } | undefined {
    if (holders.has(name)) return undefined;
    holders.add(name);
    const id = identifier(name, source);
    return { id, statement: declaration(place.in === "module" ? "var" : "let", id, null, source) };
  }

  #namespace(
    source: SourceNode,
    [name = "", ...inner]: readonly string[],
    place: Place,
    holders: Set<string>,
    isExported: boolean,
  ): readonly Node[] {
    const outer = place.in === "namespace" ? place.namespace : undefined;
    const owner = isExported ? outer?.shared(name) : undefined;
    const variable = this.#holder(name, source, place, holders);
    const parameter = identifier(name, source);
    const namespace = new Namespace(name, outer);
    this.namespaces.set(parameter, namespace);
    const within: Place = { in: "namespace", namespace };
    const body =
      inner.length > 0
        ? this.#namespace(source, inner, within, new Set(), true)
        : this.statements(nodesIn(partIn(source, "body"), "body"), within);
    const filling = enumFilling(parameter, body, sharedObject(name, owner, source), source);
    return variable === undefined ? [filling] : [variable.statement, filling];
  }
}
