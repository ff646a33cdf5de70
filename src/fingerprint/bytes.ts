// A growing sequence of bytes in which every item says its kind and its length, so that no two different sequences of
// items give the same bytes (text joined with separators does not have that property).

// A NaN may carry any payload, which nothing shows.
const NAN = [0, 0, 0, 0, 0, 0, 0xf8, 0x7f];

/** Writes tagged, length-prefixed items. Numbers are little-endian. */
export class ByteWriter {
  #bytes: Uint8Array;
  #view: DataView;
  #length = 0;

  /** @param capacity bytes to start with; it doubles as needed */
  constructor(capacity = 4096) {
    this.#bytes = new Uint8Array(capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** What has been written. It shares memory with the writer: use it before writing on. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Forgets what has been written. */
  reset(): void {
    this.#length = 0;
  }

  /** One byte that tells what follows. */
  tag(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 to 2^32 - 1. */
  count(value: number): void {
    this.#reserve(4);
    this.#view.setUint32(this.#length, value, true);
    this.#length += 4;
  }

  /** A double, with its sign of zero; every NaN is written alike. */
  number(value: number): void {
    this.#reserve(8);
    if (Number.isNaN(value)) this.#bytes.set(NAN, this.#length);
    else this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** A string by its UTF-16 units: UTF-8 would merge lone surrogates. */
  string(value: string): void {
    const { length } = value;
    this.#reserve(4 + 2 * length);
    this.#view.setUint32(this.#length, length, true);
    let at = this.#length + 4;
    for (let index = 0; index < length; index++) {
      const unit = value.charCodeAt(index);
      this.#bytes[at++] = unit & 0xff;
      this.#bytes[at++] = unit >>> 8;
    }
    this.#length = at;
  }

  /** Raw bytes behind their length. */
  block(value: Uint8Array): void {
    this.#reserve(8 + value.length);
    this.number(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}
