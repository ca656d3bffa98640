import type { IntakeDocument } from './document.js';
import { readHtml } from './read-html.js';
import { readText } from './read-text.js';

/** Reads the bytes of a text or of a web page, told apart by name, else by how they begin. */
export function readDocument(bytes: Uint8Array, name: string): IntakeDocument {
  const text = decoded(bytes);
  const isPage = /\.x?html?$/i.test(name) || /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)/i.test(text);
  return isPage ? readHtml(text) : readText(text);
}

/** UTF-8 or UTF-16 by its mark; what is not valid UTF-8 is taken for Windows-1252, which reads every byte. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
