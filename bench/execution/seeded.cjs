// Loaded before a suite: `Math.random` gives the same numbers in every run.

let state = 20221123;
Math.random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
};
