// What counts as plain text, looked at as it goes by. Pure.

/** Bytes that say in which form of Unicode the text is; without them it is UTF-8. */
const MARKS: [encoding: string, mark: number[]][] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
// All but tab, line feed, form feed and carriage return.
const CONTROLS = /[\0-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f]/; // eslint-disable-line no-control-regex
/** Markup and programs, which a browser or a shell would take for what they are. */
const ACTIVE = /^\s*(<[a-z!?/%]|#!|\{\\rtf)/i;

export const isActive = (head: string): boolean => ACTIVE.test(head);

/** The first lines of a message as mail programs keep it: fields, one of them a sender, a date or the way it took. */
export const isMessage = (head: string): boolean =>
  /^(?:[\x21-\x39\x3b-\x7e]+:[^\n]*\n(?:[ \t][^\n]*\n)*){3}/.test(head) &&
  /^(From|Date|Received|Return-Path|MIME-Version):/im.test(head);

/** Reads text piece by piece; `add` answers false from where it is none. */
export class TextReader {
  private readonly decoder: InstanceType<typeof TextDecoder>;

  constructor(head: Uint8Array) {
    const [encoding] = MARKS.find(([, mark]) => mark.every((byte, i) => head[i] === byte)) ?? ['utf-8'];
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  add(bytes: Uint8Array): boolean {
    return this.isText(() => this.decoder.decode(bytes, { stream: true }));
  }

  /** Whether the last character was a whole one. */
  end(): boolean {
    return this.isText(() => this.decoder.decode());
  }

  private isText(decode: () => string): boolean {
    try {
      return !CONTROLS.test(decode());
    } catch {
      return false; // The decoder says no by throwing.
    }
  }
}

/** The first characters, whatever comes after them; empty where they are no text. */
export function headText(head: Uint8Array): string {
  const [encoding] = MARKS.find(([, mark]) => mark.every((byte, i) => head[i] === byte)) ?? ['utf-8'];
  return new TextDecoder(encoding).decode(head.subarray(0, 4096));
}
