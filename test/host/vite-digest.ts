// Prints the fingerprint that a module's function has when the real Vite loads it for the server.
// Arguments: the folder, the module's path in it.

import { createServer } from "vite";

const [root = ".", module = ""] = process.argv.slice(2);
const server = await createServer({
  root,
  configFile: false,
  logLevel: "error",
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  ssr: { external: ["define-once"] },
});
const { digest, text } = await server.ssrLoadModule(module);
console.log(JSON.stringify({ digest, text }));
await server.close();
