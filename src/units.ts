// Units that stand in types, so that a signature says what a number counts.

/** A duration, or a moment since the epoch, in milliseconds. */
export type Milliseconds = number;

/** A duration in microseconds. */
export type Microseconds = number;

/** A number of bytes. */
export type Bytes = number;

/** How many there are: a whole number, never negative. */
export type Count = number;
