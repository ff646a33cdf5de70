// A client for any kernel that speaks Jupyter's protocol: starts the process, waits until both channels answer, runs
// cells, and leaves neither process nor file behind.

import { Dealer, Subscriber } from "zeromq";
import type { Milliseconds } from "../src/units.ts";
import { type Child, type Command, child } from "./child.ts";
import { type Connection, connection } from "./connection.ts";
import { deferred, inTime, pause } from "./deadline.ts";
import { DEFAULT_TIMEOUT, type Kernel, type KernelName, type KernelOptions } from "./kernel.ts";
import { type ErrorReader, type Output, output } from "./output.ts";
import { type Driver, kernel } from "./turns.ts";
import { type Message, wire } from "./wire.ts";

/** What differs between kernels. */
export interface Kernelspec {
  readonly name: KernelName;
  /** What starts the kernel. Whatever it keeps in the connection's folder goes with it. */
  command(connection: Connection): Command;
  /** For kernels that report errors as text only. */
  readonly readError?: ErrorReader;
  /** How long the kernel refuses requests after an error. Default: 0. */
  readonly restAfterError?: Milliseconds;
}

/** Another process may take a port between our look and the kernel's bind: then everything is tried again. */
const STARTS = 3;
const PORT_TAKEN = /address.*in use|EADDRINUSE/i;

/** How long a kernel may take to end by itself before it is killed. */
const FAREWELL: Milliseconds = 500;

/** Starts the kernel; resolves once it can run cells. Rejects, with nothing left behind, if it cannot. */
export async function startJupyter(spec: Kernelspec, options: KernelOptions): Promise<Kernel> {
  for (let attempt = 1; ; attempt++) {
    const place = await connection();
    const running = child(spec.command(place), options.cwd);
    const client = connected(spec, options, place, running);
    try {
      await client.ready();
      return kernel(spec.name, client);
    } catch (error) {
      await client.close();
      if (!PORT_TAKEN.test(running.lastWords()) || attempt === STARTS) throw error;
    }
  }
}

interface Client extends Driver {
  /** Resolves once requests are answered and published output arrives. */
  ready(): Promise<void>;
}

function connected(spec: Kernelspec, options: KernelOptions, place: Connection, running: Child): Client {
  const { request, message } = wire(place.key);
  const shell = new Dealer({ linger: 0 });
  const control = new Dealer({ linger: 0 });
  const iopub = new Subscriber({ linger: 0 });
  shell.connect(place.address("shell"));
  control.connect(place.address("control"));
  iopub.connect(place.address("iopub"));
  iopub.subscribe();

  // Every wait ends when the process is gone, or when what arrives is not ours.
  const { promise: died, reject: die } = deferred<never>();
  died.catch(() => {});
  void running.gone.then((how) => {
    const words = running.lastWords() || "(nothing)";
    die(new Error(`The ${spec.name} kernel ended (${how}). It last wrote:\n${words}`));
  });

  // A socket takes the next message once it has taken the one before.
  let sent: Promise<unknown> = Promise.resolve();
  const send = (socket: Dealer, frames: readonly string[]): Promise<void> => {
    const next = sent.then(() => socket.send([...frames]));
    sent = next.catch(() => {});
    return next;
  };

  const cells = new Map<string, Output>();
  let answered = false;
  let published = false;
  /** Hears out a socket until it is closed. */
  const hear = async (socket: Dealer | Subscriber, then: () => void): Promise<void> => {
    for await (const frames of socket) {
      const news: Message = message(frames);
      then();
      if (news.parent !== undefined) cells.get(news.parent)?.take(news);
    }
  };
  hear(shell, () => {
    answered = true;
  }).catch(die);
  hear(iopub, () => {
    published = true;
  }).catch(die);

  return {
    ready: async () => {
      const limit = options.startTimeout ?? DEFAULT_TIMEOUT;
      const late = (): string =>
        `The ${spec.name} kernel did not answer in ${limit} ms.\n${running.lastWords()}`;
      let waiting = true;
      // A subscription takes effect some time after it is made, so we ask until both channels have spoken.
      const asked = async (): Promise<void> => {
        while (waiting && !(answered && published)) {
          await send(shell, request("kernel_info_request", {}).frames);
          await pause(50);
          // tslab goes on without the port.
          if (PORT_TAKEN.test(running.lastWords())) throw new Error(running.lastWords());
        }
      };
      try {
        await inTime(asked(), limit, late, died);
      } finally {
        waiting = false;
      }
    },

    run: async (code) => {
      const limit = options.cellTimeout ?? DEFAULT_TIMEOUT;
      const { id, frames } = request("execute_request", {
        code,
        silent: false,
        store_history: true,
        user_expressions: {},
        allow_stdin: false,
        stop_on_error: true,
      });
      const cell = output(spec.readError);
      cells.set(id, cell);
      const late = (): string => {
        const words = [cell.soFar(), running.lastWords()].filter((part) => part !== "").join("\n");
        return `A cell did not finish in ${limit} ms in the ${spec.name} kernel:\n${code}\nIt wrote:\n${words}`;
      };
      try {
        await send(shell, frames);
        const result = await inTime(cell.done, limit, late, died);
        if (result.status === "error") await pause(spec.restAfterError ?? 0);
        return result;
      } finally {
        cells.delete(id);
      }
    },

    close: async () => {
      // Asking first lets the kernel end what it has started; it has a moment, then it is killed.
      if (answered) {
        await send(control, request("shutdown_request", { restart: false }).frames).catch(() => {});
        await Promise.race([running.gone, pause(FAREWELL)]);
      }
      await running.kill();
      for (const socket of [shell, control, iopub]) socket.close();
      place.remove();
    },
  };
}
