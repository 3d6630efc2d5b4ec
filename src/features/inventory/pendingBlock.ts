import type { Block } from './blockCells.ts';

const STORED_AS = 'granary.block';

/**
 * The block that is being written or looked at, as long as this tab is open: a reload must not lose what was pasted.
 * Awkward case: the browser keeps a few megabytes; of a larger block the question before leaving is the only guard.
 */
export function keepBlock(block: Block): void {
  try {
    sessionStorage.setItem(STORED_AS, JSON.stringify(block));
  } catch (fault) {
    if (!(fault instanceof DOMException && fault.name === 'QuotaExceededError')) throw fault;
    sessionStorage.removeItem(STORED_AS);
  }
}

export function forgetBlock(key: string): void {
  if (keptBlock()?.key === key) sessionStorage.removeItem(STORED_AS);
}

/** What was not written before the page was left; null when there is nothing. */
export function keptBlock(): Block | null {
  const text = sessionStorage.getItem(STORED_AS);
  // Written by keepBlock of this same page and read by nobody else.
  return text === null ? null : (JSON.parse(text) as Block);
}
