/** Reads big-endian numbers from bytes, one after another. */
export class ByteReader {
  /** Where the next read begins. */
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Leaves bytes out. */
  skip(bytes: number): void {
    this.at += bytes;
  }

  /** The next bytes, not copied. */
  take(bytes: number): Uint8Array {
    this.at += bytes;
    return this.#bytes.subarray(this.at - bytes, this.at);
  }

  /** Latin letters. */
  text(bytes: number): string {
    return Buffer.from(this.take(bytes)).toString('latin1');
  }

  /** Unsigned, one byte. */
  u8(): number {
    this.at += 1;
    return this.#view.getUint8(this.at - 1);
  }

  /** Unsigned, two bytes. */
  u16(): number {
    this.at += 2;
    return this.#view.getUint16(this.at - 2);
  }

  /** Signed, two bytes. */
  i16(): number {
    this.at += 2;
    return this.#view.getInt16(this.at - 2);
  }

  /** Unsigned, four bytes. */
  u32(): number {
    this.at += 4;
    return this.#view.getUint32(this.at - 4);
  }

  /** UIntBase128 of WOFF2: seven bits a byte. */
  base128(): number {
    let value = 0;
    for (let byte = 0x80; byte & 0x80; ) {
      byte = this.u8();
      value = (value << 7) | (byte & 0x7f);
    }
    return value;
  }

  /** 255UInt16 of WOFF2. */
  packed16(): number {
    const code = this.u8();
    if (code === 253) return this.u16();
    if (code === 254) return this.u8() + 506;
    return code === 255 ? this.u8() + 253 : code;
  }
}
