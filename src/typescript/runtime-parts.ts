// Which parts of a source exist when it runs, as far as that shows in the part itself.

import { childIn, nameIn, nodesIn, partIn, type SourceNode, valueIn } from "./source.ts";

/** Whether a statement is a matter of types: nothing of it runs. */
export function isTypeStatement(source: SourceNode): boolean {
  if (valueIn(source, "declare") === true) return true;
  switch (source.type) {
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
    case "TSDeclareFunction":
    case "TSNamespaceExportDeclaration":
      return true;
    case "TSImportEqualsDeclaration":
      return valueIn(source, "importKind") === "type";
    case "TSModuleDeclaration":
      return !isInstantiated(source);
    default:
      return false;
  }
}

/** Whether a namespace holds anything that runs (TypeScript handbook, "Namespaces": the others are types only). */
function isInstantiated(source: SourceNode): boolean {
  const body = childIn(source, "body");
  if (body === undefined || valueIn(source, "kind") === "global") return false;
  return nodesIn(body, "body").some((each) => {
    const inner = each.type === "ExportNamedDeclaration" ? childIn(each, "declaration") : each;
    return inner !== undefined && !isTypeStatement(inner);
  });
}

/** Whether a member of a class is more than a type: no overload, nothing abstract, no index signature, nothing declared. */
export function isRuntimeMember(source: SourceNode): boolean {
  if (source.type.startsWith("TS") || valueIn(source, "declare") === true) return false;
  return childIn(source, "value")?.type !== "TSEmptyBodyFunctionExpression";
}

/** The parameters that a function has when it runs: `this` is none, and a parameter property is its parameter. */
export function runtimeParameters(source: SourceNode): readonly SourceNode[] {
  const params = nodesIn(source, "params");
  const [first] = params;
  const isThis = first?.type === "Identifier" && nameIn(first) === "this";
  return (isThis ? params.slice(1) : params).map((each) =>
    each.type === "TSParameterProperty" ? partIn(each, "parameter") : each,
  );
}

/** The names that the function and class declarations among some statements make. */
export function declaredFunctions(statements: readonly SourceNode[]): readonly string[] {
  return statements.flatMap((each) => {
    const inner = each.type.startsWith("Export") ? childIn(each, "declaration") : each;
    if (inner?.type !== "FunctionDeclaration" && inner?.type !== "ClassDeclaration") return [];
    const name = nameIn(childIn(inner, "id"));
    return name === undefined || isTypeStatement(inner) ? [] : [name];
  });
}

/** The names of `namespace A.B.C`, from the outside in. */
export function namespaceNames(source: SourceNode): readonly string[] {
  const names = (id: SourceNode): readonly string[] =>
    id.type === "TSQualifiedName"
      ? [...names(partIn(id, "left")), ...names(partIn(id, "right"))]
      : [nameIn(id) ?? ""];
  return names(partIn(source, "id"));
}
