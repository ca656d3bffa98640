// Which place of the document somebody selected on the page. Each run of text on it says where it begins.

import type { Proposal } from './intake';

type Span = Proposal['span'];

/** The selected words, without white space around them; undefined where nothing of the document is selected. */
export function selectedIn(root: HTMLElement, text: string): Span | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined;
  const start = placeAt(range.startContainer, range.startOffset);
  const end = placeAt(range.endContainer, range.endOffset);
  if (start === undefined || end === undefined || start >= end) return undefined;
  const words = text.slice(start, end);
  const trimmed = words.trim();
  if (trimmed === '') return undefined;
  const from = start + words.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

function placeAt(node: Node, offset: number): number | undefined {
  if (node instanceof Text) {
    const run = node.parentElement?.closest<HTMLElement>('[data-start]');
    return run ? Number(run.dataset['start']) + offset : undefined;
  }
  if (!(node instanceof HTMLElement)) return undefined;
  if (isRun(node)) return offset === 0 ? Number(node.dataset['start']) : endOf(node);
  // Between two elements: the beginning of what follows, or the end of what stands before.
  const after = node.childNodes[offset];
  const next = after instanceof HTMLElement ? firstRun(after) : undefined;
  if (next) return Number(next.dataset['start']);
  const last = [...node.querySelectorAll<HTMLElement>('[data-start]')].at(-1);
  return last && endOf(last);
}

const endOf = (run: HTMLElement): number => Number(run.dataset['start']) + run.textContent.length;
const isRun = (element: HTMLElement): boolean => element.dataset['start'] !== undefined;
const firstRun = (element: HTMLElement): HTMLElement | undefined =>
  isRun(element) ? element : (element.querySelector<HTMLElement>('[data-start]') ?? undefined);

/** Where somebody pointed to inside a stretch of the document, with the cursor or the beginning of a selection. */
export function caretIn({ start, end }: Span): number | undefined {
  const selection = document.getSelection();
  const at = selection?.anchorNode ? placeAt(selection.anchorNode, selection.anchorOffset) : undefined;
  return at !== undefined && at > start && at < end ? at : undefined;
}
