// A project of a few files under a real Vite dev server, in one of the ways in which Vite runs modules on the server. Files
// are edited on disk and Vite is told as its watcher tells it; everything after that is Vite's.

import { setTimeout as pause } from "node:timers/promises";
import { createServer, createServerModuleRunner, isRunnableDevEnvironment, type ViteDevServer } from "vite";
import type { Workspace } from "../../kernels/workspace.ts";

/** Text by path. */
export type Files = Readonly<Record<string, string>>;

/** What a module exports. */
export type Exports = Readonly<Record<string, unknown>>;

/**
 * `ssrLoadModule`: the server invalidates, and the module is loaded again. `reload`: a `ModuleRunner` of its own, which
 * evaluates everything anew. `accept`: the environment's runner, and `mod.ts` accepts its own updates.
 */
export const WAYS = ["ssrLoadModule", "reload", "accept"] as const;
export type Way = (typeof WAYS)[number];

export interface ViteProject {
  /** What a module exports now. */
  load(module?: string): Promise<Exports>;
  /** Writes files, tells Vite, and resolves with the new `mod.ts` once these modules were evaluated again, in this order. */
  edit(files: Files, evaluated?: readonly string[]): Promise<Exports>;
  /** Writes files and tells Vite, no more. */
  save(files: Files): void;
  /** Resolves once these modules were evaluated again since the latest `save`, in this order; asks for `entry` until then. */
  evaluated(modules: readonly string[], entry?: string): Promise<void>;
  close(): Promise<void>;
}

/** How long Vite may take to notice an edit, in milliseconds. */
const LIMIT = 10_000;

/** Where modules report to: each names itself when it has been evaluated. */
const REPORTS: string[] = [];
Reflect.set(globalThis, "evaluated", REPORTS);
Reflect.set(globalThis, "runs", 0);

interface ViteOptions {
  /** Packages that Vite runs like modules of the project, as it does with linked ones. Default: none; Node imports them. */
  readonly inlined?: readonly string[];
  /** Whether Vite's own watcher finds the edits. Default: false. */
  readonly isWatched?: boolean;
}

async function viteProject({
  place,
  folder,
  way,
  files,
  inlined = [],
  isWatched = false,
}: Play): Promise<ViteProject> {
  const write = (texts: Files): void => {
    for (const [file, text] of Object.entries(texts))
      place.write(`${folder}/${file}`, reporting(file, text, way));
  };
  write(files);
  const root = `${place.path}/${folder}`;
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "silent",
    server: { middlewareMode: true, ws: false, watch: isWatched ? {} : null },
    optimizeDeps: { noDiscovery: true },
    ssr: { noExternal: [...inlined] },
  });
  const { load, end } = loader(server, way);

  const save = (texts: Files): void => {
    REPORTS.length = 0;
    write(texts);
    for (const file of isWatched ? [] : Object.keys(texts)) server.watcher.emit("change", `${root}/${file}`);
  };
  const evaluated = async (modules: readonly string[], entry = "mod.ts"): Promise<void> => {
    const deadline = performance.now() + LIMIT;
    while (!isSubsequence(modules, REPORTS)) {
      if (performance.now() > deadline) throw new Error(`Vite evaluated ${REPORTS}, not ${modules}.`);
      // Vite says nothing when it is through with an edit, so that a module may be asked for too early, and fail.
      await load(entry).catch(() => {});
      await pause(2);
    }
  };
  return {
    load: (module = "mod.ts") => load(module),
    edit: async (texts, modules = [...scripts(texts), "mod.ts"]) => {
      save(texts);
      await evaluated(modules);
      return load("mod.ts");
    },
    save,
    evaluated,
    close: async () => {
      await end();
      await server.close();
    },
  };
}

/** A project, and what happens in it. */
export interface Play extends ViteOptions {
  readonly place: Workspace;
  /** A folder of its own in the workspace. */
  readonly folder: string;
  readonly way: Way;
  readonly files: Files;
}

/** Starts Vite, plays, and closes it. */
export async function playing(about: Play, play: (project: ViteProject) => Promise<void>): Promise<void> {
  const project = await viteProject(about);
  try {
    await play(project);
  } finally {
    await project.close();
  }
}

/** The file with a last line that reports its evaluation. */
function reporting(file: string, text: string, way: Way): string {
  if (!file.endsWith(".ts")) return text;
  const accepting = way === "accept" && file === "mod.ts" ? "import.meta.hot?.accept();\n" : "";
  return `${text}\n${accepting}globalThis.evaluated.push(${JSON.stringify(file)});\n`;
}

/** The files among these that report, in the order in which they are evaluated: dependencies are written first. */
function scripts(files: Files): readonly string[] {
  return Object.keys(files).filter((file) => file.endsWith(".ts") && file !== "mod.ts");
}

interface Loader {
  readonly load: (module: string) => Promise<Exports>;
  readonly end: () => Promise<void>;
}

function loader(server: ViteDevServer, way: Way): Loader {
  const { ssr } = server.environments;
  switch (way) {
    case "ssrLoadModule":
      return { load: (module) => server.ssrLoadModule(`/${module}`), end: async () => {} };
    case "reload": {
      const runner = createServerModuleRunner(ssr, { hmr: { logger: false } });
      return { load: (module) => runner.import(`/${module}`), end: () => runner.close() };
    }
    case "accept": {
      if (!isRunnableDevEnvironment(ssr)) throw new Error("Vite's environment ssr has no runner.");
      return { load: (module) => ssr.runner.import(`/${module}`), end: async () => {} };
    }
  }
}

function isSubsequence(expected: readonly string[], found: readonly string[]): boolean {
  let from = 0;
  for (const each of expected) {
    const at = found.indexOf(each, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}
