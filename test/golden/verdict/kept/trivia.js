// What a formatter or a linter's fixer touches: comments, whitespace, semicolons, commas and redundant parentheses.

//# Line, block and doc comments say nothing to the engine
//= before
function f(a, b) { return a.x + b; }
//= after
function /* one */ f(a /* two */, b) {
  /** three */
  // four
  return a.x /* five */ + b; // six
}

//# Indentation and line breaks are free
//= before
function f(a, b) { const c = a.x; if (c) { log(c); } return [a, b]; }
//= after
function f(
    a,
    b
)
{
	const c =
		a
			.x;
	if (c)
	{
		log(c);
	}
	return [
		a,
		b
	];
}

//# No-break spaces and line separators are whitespace
//= before
function f(a) { log(a); return a; }
//= after
function f(a) { log(a); return﻿a; }

//# Missing semicolons are inserted
//= before
function f(a) { let b = a.x; b = b + 1; do { log(b) } while (b < 0); return b; }
//= after
function f(a) {
  let b = a.x
  b = b + 1
  do { log(b) } while (b < 0)
  return b
}

//# A semicolon that guards a line's start may end the line before
//= before
function f(a, b) { const c = a; [b].forEach(x => log(x, c)); }
//= after
function f(a, b) {
  const c = a
  ;[b].forEach(x => log(x, c))
}

//# Trailing commas in parameters, arguments, arrays, objects and patterns say nothing
//= before
function f(a, { b, c }) { const [d, e] = b; return log(a, [d, e], { c }); }
//= after
function f(a, { b, c, },) { const [d, e,] = b; return log(a, [d, e,], { c, },); }
//= call
f(1, { b: [2, 3], c: 4 })

//# An arrow function's only parameter needs no parentheses
//= before
x => [x]
//= after
(x) => [x]

//# An async arrow function's only parameter needs no parentheses
//= before
async x => [await x]
//= after
async (x) => [await x]

//# Parentheses that repeat the precedence are redundant
//= before
(a, b, c) => a + b * c - a % b ** c
//= after
(a, b, c) => ((a + (b * c)) - (a % (b ** (c))))

//# Parentheses that repeat the associativity of subtraction are redundant
//= before
(a, b, c) => a - b - c
//= after
(a, b, c) => (a - b) - c

//# Parentheses that repeat the associativity of exponentiation are redundant
//= before
(a, b, c) => a ** b ** c
//= after
(a, b, c) => a ** (b ** c)

//# A parenthesised method reference keeps its receiver
//= before
o => o.m(1)
//= after
o => (o.m)(1)
//= call
f({ v: 5, m(x) { return [this.v, x]; } })

//# A parenthesised property is still deleted
//= before
o => delete o.p
//= after
o => delete (o.p)
//= call
f({ p: 1 })

//# A parenthesised target is assigned all the same
//= before
function f(o, a) { a = 1; o.p = a; return [o, a]; }
//= after
function f(o, a) { (a) = 1; (o.p) = (a); return [o, a]; }

//# A parenthesised optional chain without a tail is the chain
//= before
a => a?.b?.(1)
//= after
a => (a?.b?.(1))

//# Parentheses around a conditional's parts are redundant
//= before
(a, b, c) => a ? b : c ? a : b
//= after
(a, b, c) => (a) ? (b) : ((c) ? (a) : (b))

//# Parentheses after return, throw, typeof, void, await and yield are redundant
//= before
async function* f(a) { yield typeof a; await void a; if (a) throw a; return a; }
//= after
async function* f(a) { yield (typeof (a)); (await (void (a))); if ((a)) throw (a); return (a); }

//# A function that is called at once may be wrapped with or without its arguments
//= before
function f(a) { return (function (b) { return [b]; })(a); }
//= after
function f(a) { return (function (b) { return [b]; }(a)); }

//# Parentheses around a default value and a template's expression are redundant
//= before
(a = 1, b = [a]) => `${a}${b}`
//= after
(a = (1), b = ([a])) => `${(a)}${(b)}`

//# A directive keeps its meaning when it is requoted
//= before
function f() { "use strict"; return this; }
//= after
function f() { 'use strict'; return this; }

//# A class is formatted freely
//= before
class A { x = 1; static y = 2; m() { return this.x; } get z() { return 3; } }
//= after
class A {
  x = 1
  static y = 2;

  // A comment between members, and stray semicolons.
  m() { return this.x };
  get z() { return 3 };
  ;
}

//# A method is formatted freely
//= before
async m(a, ...b) { return [await a, b]; }
//= after
async m(a,
  ...b) {
  return [ await a, b ]
}

//# A getter is formatted freely
//= before
get size() { return 1; }
//= after
get /* the number of items */ size ( ) { return (1) }

//# A method with a computed name is formatted freely
//= before
[key](a) { return [a]; }
//= after
[ (key) ](a) {
  return [ a ]
}
//= setup
const key = "m";
//= call
home[key](3)

//# A generator method's star stands anywhere before the name
//= before
*items(a) { yield a; yield* [a]; }
//= after
* items(a) { yield a; yield * [a]; }

//# Comments that look like code are comments
//= before
a => [a]
//= after
a => /* a + 1 */ [ // ] + "*/"
a /* ] */]

//# A line that starts like an HTML comment is one in a script
//= before
function f(a) { return [a]; }
//= after
function f(a) {
<!-- log(a);
--> log(a);
return [a]; }

//# A method may be named like a keyword
//= before
get(a) { return [this, a]; }
//= after
get ( a ) {
  return [this, a]
}

//# Two slashes around a name divide
//= before
(a, b, g) => a / b / g
//= after
(a, b, g) => a /b/ g

//# Parentheses around the targets of a pattern are redundant
//= before
function f(a, b, c) { [a, c.p] = b; ({ q: a = 1 } = c); return [a, b, c]; }
//= after
function f(a, b, c) { [(a), (c.p)] = b; ({ q: (a) = 1 } = c); return [a, b, c]; }
//= call
f(1, [2, 3], { q: 4 })

//# Code with eval may be formatted
//= before
function f(a) { return eval("typeof a"); }
//= after
function f(a) {
  // The text keeps its names.
  return (eval)('typeof a')
}

//# Code with a with statement may be formatted
//= before
function f(a, o) { with (o) return [a]; }
//= after
function f(a, o) {
  with (o) return ([ a ])
}
//= sloppy

//# A comment with a line break ends a statement as a line break does
//= before
function f(a) { let b = a
log(b) }
//= after
function f(a) { let b = a /*
*/ log(b) }
