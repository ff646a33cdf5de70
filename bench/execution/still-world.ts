// Imported before anything that is compared: time stands still, timers run when they are told to, and warnings are not
// shown, so that two sides that do the same see the same.

const NOW = Date.UTC(2022, 10, 23, 12, 34, 56, 789);
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [NOW] : args, newTarget),
  apply: () => new RealDate(NOW).toString(),
});
RealDate.now = () => NOW;
console.warn = () => {};

let random: () => number = Math.random;
// Packages may keep the function that stands here when they are loaded, so it stays one.
Math.random = () => random();

/** From now on `Math.random` gives what this gives. */
export function drawFrom(next: () => number): void {
  random = next;
}

process.on("unhandledRejection", () => {});

// The texts of functions are let go: a copy's differ on purpose.
const realText = Function.prototype.toString;
Function.prototype.toString = function (this: unknown): string {
  const text = Reflect.apply(realText, this, []);
  if (/\[native code\]\s*\}$/.test(text)) return text;
  return text.startsWith("class") ? "class { … }" : "function () { … }";
};

type Timer = () => unknown;
let timers: (Timer | undefined)[] = [];

const start = (callback: unknown, _delay: unknown, ...args: readonly unknown[]): number =>
  timers.push(() => (typeof callback === "function" ? Reflect.apply(callback, undefined, args) : undefined));
const stop = (timer: unknown): void => {
  if (typeof timer === "number") timers[timer - 1] = undefined;
};
Object.assign(globalThis, { setTimeout: start, clearTimeout: stop, setInterval: start, clearInterval: stop });

/** The timers that were set since the last time, each to be run by the caller. */
export function dueTimers(): readonly Timer[] {
  const due = timers.filter((timer) => timer !== undefined);
  timers = [];
  return due;
}
